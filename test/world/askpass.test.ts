import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { Files } from '../../src/world/files.ts';
import { askpass } from '../../src/world/git/signer.ts';
import { hostOf } from '../support/host.ts';
import { sshKey } from '../support/keys.ts';

const passphrase = `it's a "pass phrase" \\ %PATH% $HOME`;

it.each(['linux', 'win32'])('ssh-keygen gets the passphrase of a key, as on %s', async (platform) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'askpass '));
  await using keys = await sshKey(passphrase);
  await using files = new Files(hostOf({ workspace: folder.path, env: { RUNNER_TEMP: folder.path } }));
  await writeFile(join(folder.path, 'key'), keys.secret, { mode: 0o600 });
  const variables = await askpass(passphrase, files, platform);
  const env = { PATH: process.env['PATH'], DISPLAY: ':0', SSH_ASKPASS_REQUIRE: 'force', ...variables };
  const { stdout } = await promisify(execFile)('ssh-keygen', ['-y', '-f', join(folder.path, 'key')], { env });
  expect(stdout).toMatch(/^ssh-ed25519 /);
});
