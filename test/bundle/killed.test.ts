import { glob, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GitFaults } from '../../src/embedded/git/server.ts';
import { runBundle } from '../support/bundle.ts';
import { sshKey } from '../support/keys.ts';
import { scratchRepository } from '../support/repository.ts';

const inputs = { tag: 'v1.0.0', message: 'The first\n' };
const ref = 'refs/tags/v1.0.0';

type Moment = { readonly is: (request: Parameters<GitFaults>[0]) => boolean; readonly fault: ReturnType<GitFaults> };

const moments: Readonly<Record<string, Moment>> = {
  'while it looks at the remote': {
    is: ({ service }) => service === 'git-upload-pack',
    fault: undefined,
  },
  'between the tag of the checkout and the push': {
    is: ({ service, method }) => service === 'git-receive-pack' && method === 'GET',
    fault: 'reset-before',
  },
  'before the push arrives': {
    is: ({ service, method }) => service === 'git-receive-pack' && method === 'POST',
    fault: 'reset-before',
  },
  'after the push, before its answer': {
    is: ({ service, method }) => service === 'git-receive-pack' && method === 'POST',
    fault: 'reset-after',
  },
  'after the push, with its answer on the way': {
    is: ({ service, method }) => service === 'git-receive-pack' && method === 'POST',
    fault: undefined,
  },
};

describe.each(Object.entries(moments))('push-tag, killed %s', (_, { is, fault }) => {
  it.each(['the same checkout', 'a new one'])(
    'is finished by a run in %s: one tag, at the right commit',
    async (where) => {
      await using repo = await scratchRepository({}, { server: {} });
      const first = await repo.clone();
      const death = new AbortController();
      repo.server.fault = (request) => {
        if (!is(request)) return undefined;
        death.abort();
        return fault;
      };
      const killed = await runBundle('push-tag', first, { inputs, signal: death.signal });
      expect(killed).toMatchObject({ exitCode: undefined, outputs: {} });
      repo.server.fault = undefined;

      const again = where === 'a new one' ? await repo.clone() : first;
      const { exitCode, outputs, annotations } = await runBundle('push-tag', again, { inputs });
      expect({ exitCode, tag: outputs['tag'], annotations }).toEqual({ exitCode: 0, tag: 'v1.0.0', annotations: [] });
      const refs = await repo.remoteRefs();
      expect([...refs.keys()].filter((name) => name.startsWith('refs/tags/'))).toEqual([ref, `${ref}^{}`]);
      expect(refs.get(`${ref}^{}`)).toBe(await repo.head());
      await again.direct('fetch', '--quiet', 'origin', `+${ref}:refs/check`);
      expect(await again.git('cat-file', 'tag', 'refs/check')).toMatch(/^object .*\n\nThe first$/s);
    },
  );
});

describe('a cancelled push-tag', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with %s at once, says how far it came, and leaves nothing behind', async (killSignal, exitCode) => {
    await using repo = await scratchRepository({}, { server: {} });
    await using key = await sshKey();
    const TMPDIR = join(repo.scratch.root, 'tmp');
    await mkdir(TMPDIR);
    const cancel = new AbortController();
    let cancelledAt = Infinity;
    repo.server.fault = ({ service }) => {
      if (service !== 'git-receive-pack') return undefined;
      cancelledAt = performance.now();
      cancel.abort();
      return 'hang';
    };
    const { outputs, annotations, ...ended } = await runBundle('push-tag', repo, {
      inputs: { ...inputs, 'signing-key': key.secret },
      env: { TMPDIR, RELEASE_ACTIONS_PACE: '0.2' }, // git itself would give up after six seconds
      signal: cancel.signal,
      killSignal,
    });
    expect(performance.now() - cancelledAt).toBeLessThan(3000);
    expect(ended.exitCode).toBe(exitCode);
    expect(annotations[0]?.message).toContain('The run was cancelled during "Push tag v1.0.0 to origin".');
    expect(JSON.parse(outputs['changes'] ?? '')).toEqual([
      expect.stringMatching(/^Create tag v1\.0\.0 at /),
      'Push tag v1.0.0 to origin',
    ]);
    expect(await readdir(TMPDIR)).toEqual([]);
    await expect.poll(() => processesThatName(repo.server.url), { timeout: 2000 }).toEqual([]); // they got a signal
  });
});

async function processesThatName(text: string): Promise<string[]> {
  const files = await Array.fromAsync(glob('/proc/[0-9]*/cmdline'));
  const lines = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => ''))); // some have ended
  return lines.filter((line) => line.includes(text));
}
