import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cut, type Description } from '../../test/support/openapi-cut.ts';
import { cutFile, servedOperations } from '../../test/support/openapi.ts';

// 385 MB unpacked, so it is taken when it is needed, and no dependency.
const source = '@octokit/openapi@23.0.2';
const member = 'package/generated/api.github.com.json';

const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
try {
  const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive, member], { cwd: folder });
  const file = join(folder, member);
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  writeFileSync(cutFile, `${JSON.stringify(cut(description, servedOperations))}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
