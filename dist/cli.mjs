#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  const quoted = (word) => (/^[\w./:=@,-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'");
  console.error('release-actions needs Node 24 or newer; this is Node ' + process.versions.node + '. To use a Node 24 from npm:');
  console.error('  npx --yes --package node@24 -- node ' + process.argv.slice(1).map(quoted).join(' '));
  process.exitCode = 1;
} else {
  import('./lib/index.mjs').then(({ cli }) => cli(process.argv.slice(2), import.meta.dirname));
}
