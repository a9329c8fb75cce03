import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../actions.ts';

const copied = [
  '@actions/expressions',
  '@actions/workflow-parser',
  ...['core', 'exec', 'github', 'http-client', 'io', 'tool-cache'].map((name) => `@actions/${name}`),
  'tunnel',
];

type Patch = {
  readonly file: string;
  /** Of the file as somebody has read it. */
  readonly sha256: string;
  readonly replacements: readonly (readonly [text: string, by: string])[];
};

// Code that takes long to load, that does something when it is loaded, or that Node warns of. Why: docs/decisions.md D2
const patches: readonly Patch[] = [
  {
    file: '@actions/core/lib/file-command.js',
    sha256: 'a2ee7f26808b544d9ea35e7ccf08464ad5b522a4f325d278caf61ecd80bb43a3',
    replacements: [["import * as crypto from 'crypto';\n", '']], // for randomUUID, which the global crypto has too
  },
  {
    file: '@actions/github/lib/utils.js',
    sha256: '97b0491d00ff57bbfd4305fc15af867997acad5ef9d37ce75771883263a57d92',
    replacements: [
      ['export const context = new Context.Context();\n', ''], // reads the event
      ['        agent: Utils.getProxyAgent(baseUrl),\n        fetch: Utils.getProxyFetch(baseUrl)\n', ''], // world/http/ is given
    ],
  },
  {
    file: '@actions/github/lib/internal/utils.js',
    sha256: 'ef97993c1c3cb2fc52c516073b22d5c367f05108f7e372c36724dec5c25186ca',
    replacements: [
      ["import * as httpClient from '@actions/http-client';\n", ''],
      ["import { fetch } from 'undici';\n", ''],
    ],
  },
  {
    file: 'tunnel/lib/tunnel.js',
    sha256: 'e60f3c68b621efdcad4a32b68752564def48aaa19e3a702fb1436eb0363d6890',
    replacements: [['new Buffer(connectOptions.proxyAuth)', 'Buffer.from(connectOptions.proxyAuth)']], // is deprecated
  },
];

/** Copies the packages of which the bundler is to drop what nobody calls: they have no side effects but do not say so. */
export function copyShakable(build: string): void {
  for (const name of copied) {
    const [from, to] = [join(root, 'node_modules', name), join(build, 'node_modules', name)];
    cpSync(from, to, { recursive: true, filter: (path) => path !== join(from, 'node_modules') });
    const file = join(to, 'package.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), sideEffects: false }));
  }
  for (const { file, ...patch } of patches) apply(join(build, 'node_modules', file), patch);
}

function apply(file: string, { sha256, replacements }: Omit<Patch, 'file'>): void {
  const text = readFileSync(file, 'utf8');
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new Error(`${file} has changed. Read it, then correct its entry in .github/scripts/build/packages.ts.`);
  const patched = replacements.reduce((rest, [part, by]) => {
    if (!rest.includes(part)) throw new Error(`${file} has no ${JSON.stringify(part)}`);
    return rest.replace(part, by);
  }, text);
  writeFileSync(file, patched);
}
