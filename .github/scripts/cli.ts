// `npm run cli -- <action> …`: the bundled actions as a command, in the folder where npm was called. npm itself runs every
// script in the folder of this project.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const command = join(import.meta.dirname, '../../dist/cli.mjs');
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
await import(pathToFileURL(command).href);
