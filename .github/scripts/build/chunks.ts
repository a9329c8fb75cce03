import { packageOf } from './stats.ts';
import type { Chunk, Stats } from './stats.ts';

/**
 * The files of the bundler, which it numbers, by names that say what is in them. A name comes from who loads the file, or
 * from its package: so it stays what it is when a module changes.
 */
export function namedChunks(files: ReadonlyMap<string, string>, stats: Stats): ReadonlyMap<string, string> {
  const names = new Map(stats.chunks.flatMap((one) => (one.entry ? [] : [[String(one.id), nameOf(one, stats)]])));
  if (new Set(names.values()).size < names.size) throw new Error(`Two files are called ${[...names.values()].join()}.`);
  const named = (number: string) => names.get(number) ?? raise(`There is no file ${number}.`);
  return new Map(
    [...files].map(([file, text]) => [
      file.replace(/^\d+\.index/, (start) => named(String(Number.parseInt(start)))),
      text
        .replaceAll(/(_require__\.e\((?:\/\* import\(\) \*\/ )?)(\d+)\)/g, (_, call, id) => `${call}"${named(id)}")`)
        .replace(/^export const id = (\d+);\nexport const ids = \[\1\];/, (_, id) => identity(named(id)))
        .replace('return "" + chunkId + ".index.mjs";', 'return `${chunkId}.mjs`;'),
    ]),
  );
}

/** What was imported, where that is in the file; else the package, or whose packages and modules these are. */
function nameOf({ id, origins }: Chunk, { modules }: Stats): string {
  const own = modules.filter(({ chunks }) => chunks.includes(id));
  const isWithin = (request: string) =>
    own.some(({ reasons }) => reasons.some((one) => one.type === 'import()' && one.userRequest === request));
  const requests = [...new Set(origins.map(({ request }) => request))].toSorted();
  const root = requests.find(isWithin);
  if (root !== undefined) return baseOf(root);
  const packages = new Set(own.map(packageOf));
  const [first] = packages;
  if (packages.size === 1 && first !== undefined) return baseOf(first);
  const users = requests.map(baseOf).join('+');
  if (!packages.has(undefined)) return `${users}-packages`;
  return requests.length === 1 ? `${users}-parts` : users;
}

/** `./actions/push-tag/action.js` is push-tag, `./kit.js` is kit, and `@actions/http-client` http-client. */
const baseOf = (request: string) =>
  request
    .replace(/\/action\.js$/, '')
    .replace(/^.*\//, '')
    .replace(/\.js$/, '');

const identity = (name: string) => `export const id = "${name}";\nexport const ids = ["${name}"];`;

function raise(message: string): never {
  throw new Error(message);
}
