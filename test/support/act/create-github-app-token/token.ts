// Stands in for actions/create-github-app-token. It needs the same inputs, and names the token after its permissions.
import { appendFileSync } from 'node:fs';

const { GITHUB_OUTPUT: outputs = '', ...env } = process.env;
for (const name of ['CLIENT-ID', 'PRIVATE-KEY']) if (!env[`INPUT_${name}`]) throw new Error(`${name} is empty.`);
const permissions = Object.entries(env).flatMap(([name, value = '']) => {
  const permission = /^INPUT_PERMISSION-(.+)$/.exec(name)?.[1];
  return permission === undefined || value === '' ? [] : [`${permission.toLowerCase()}-${value}`];
});
const token = ['app', ...permissions.toSorted()].join('.');
process.stdout.write(`::add-mask::${token}\n`);
appendFileSync(outputs, `token=${token}\n`);
