import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machine } from '../support/machine.ts';

const wanted = {
  '': { name: 'project', version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/node-elsewhere': { version: '24.0.0', integrity: 'sha512-n', optional: true },
};
const { '': _project, 'node_modules/node-elsewhere': elsewhere, ...installed } = wanted;
const node20 = ['--require', './node-20.cjs'];
const npmCi = ['npm ci --ignore-scripts --no-audit --no-fund --loglevel=error'];

describe('setup', () => {
  it.each([
    ['what is optional is missing', installed],
    ['all is there', { ...installed, 'node_modules/node-elsewhere': elsewhere }],
  ])('does and says nothing when %s', async (_, packages) => {
    await using project = await clone({ packages });
    expect(await project.setUp()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual([]);
  });

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }],
    ['a package has other content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['a package is there that is not wanted', { ...installed, 'node_modules/b': { version: '1.0.0' } }],
  ])('installs, once, when %s', async (_, packages) => {
    await using project = await clone({ packages });
    expect((await project.setUp()).exitCode).toBe(0);
    expect(await project.setUp()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual(npmCi);
  });

  it('installs when only an older Node is there, and is content with the one that npm brings', async () => {
    await using project = await clone({ packages: installed });
    await project.install('brought', 'echo v24.21.0');
    expect((await project.setUp(node20)).exitCode).toBe(0);
    expect(await project.setUp(node20)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await project.calls()).toEqual(npmCi);
  });

  it('says which Node is needed when npm brings none', async () => {
    await using project = await clone({ packages: installed });
    const { exitCode, stderr } = await project.setUp(node20);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Node 24 or newer is needed; PATH has v20\.20\.2, and npm has none to install for/);
  });

  it('ends with an error when npm does', async () => {
    await using project = await clone({ npm: 'echo "npm error no network" >&2; exit 1' });
    const { exitCode, stderr } = await project.setUp();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/npm error no network\nnpm ci did not succeed\./);
  });
});

// Its npm installs what package-lock.json asks for, and the Node `brought` if there is one.
const obedientNpm = `
  mkdir -p node_modules/.bin
  cp package-lock.json node_modules/.package-lock.json
  if [ -e brought ]; then cp brought node_modules/.bin/node; fi`;

async function clone({ packages, npm = obedientNpm }: { packages?: object | undefined; npm?: string }) {
  const project = await machine({ npm });
  const scripts = project.at('.github', 'scripts');
  await mkdir(scripts, { recursive: true });
  await copyFile(join(import.meta.dirname, '..', '..', '.github', 'scripts', 'setup.js'), join(scripts, 'setup.js'));
  await project.write('package.json', '{ "type": "module" }');
  await project.write('package-lock.json', JSON.stringify({ packages: wanted }));
  await project.write('node-20.cjs', `Object.defineProperty(process, 'version', { value: 'v20.20.2' });`);
  if (packages !== undefined) await project.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  return { ...project, setUp: (options: string[] = []) => project.node([...options, join(scripts, 'setup.js')]) };
}
