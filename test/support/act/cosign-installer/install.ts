// Stands in for sigstore/cosign-installer: puts a cosign on PATH.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { GITHUB_PATH: path = '', RUNNER_TEMP: temporary = '' } = process.env;
const folder = join(temporary, 'cosign');
mkdirSync(folder, { recursive: true });
const program = `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, '../../cosign.ts')}' "$@"\n`;
writeFileSync(join(folder, 'cosign'), program, { mode: 0o755 });
appendFileSync(path, `${folder}\n`);
