#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('release-actions needs Node 24 or newer; this is Node ' + process.versions.node + '.');
  process.exitCode = 1;
} else {
  import('./lib/index.mjs').then(({ cli }) => cli(process.argv.slice(2)));
}
