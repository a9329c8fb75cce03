import { execFile } from 'node:child_process';
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { ReleaseError } from '../../src/domain/error.ts';
import { readZip } from '../../src/domain/wheels/zip.ts';
import { readWheel } from '../../src/domain/wheels/wheel.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import type { Python } from './python.ts';

type Wheel = { readonly name: string; readonly bytes: Buffer };

/** The wheels of test/support/wheels.py, good and bad ones. */
export async function loadWheels(): Promise<readonly Wheel[]> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'wheels-'));
  await promisify(execFile)('python3', [join(import.meta.dirname, '../support/wheels.py'), scratch.path]);
  const files = (await readdir(scratch.path)).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(file.indexOf('=') + 1),
      bytes: await readFile(join(scratch.path, file)),
    })),
  );
}

type Sample = {
  readonly wheel: number;
  readonly edits: readonly (readonly [where: number, byte: number, how: number])[];
};

/** Wheels with other bytes: nothing crashes, and what is read is what Python's zipfile reads. */
export const wheelTrial = (wheels: readonly Wheel[], python: Python): Trial<Sample> => ({
  name: 'wheels',
  samples: fc.record({
    wheel: fc.nat(wheels.length - 1),
    edits: fc.array(fc.tuple(fc.nat(2 ** 20), fc.nat(255), fc.nat(5)), { minLength: 1, maxLength: 3 }),
  }),
  refs: 1,
  judge: async (samples) =>
    Promise.all(
      samples.map(async (sample) => {
        try {
          return await verdictsOf(mutated(wheels, sample), python);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

async function verdictsOf({ name, bytes }: Wheel, python: Python): Promise<Verdicts> {
  const wheel = orRefusal(() => readWheel(name, bytes));
  const entries = orRefusal(() => readZip(name, bytes).map((entry) => ({ ...entry, bytes: entry.content() })));
  if (entries === undefined) demand(wheel === undefined, 'a wheel is read whose zip is refused');
  if (entries === undefined) return ['wheels: no zip that can be trusted'];
  const read = await python.ask(['zip', bytes.toString('base64')]);
  demand(Array.isArray(read), `Python refuses what is read here: ${String(read)}`);
  const paths = entries.map(({ path }) => path);
  demand(paths.toSorted().join('\n') === read.map(String).toSorted().join('\n'), 'Python reads other names');
  demand(!paths.some((path) => /^\/|(?:^|\/)\.\.?(?:\/|$)|\\|\0/.test(path)), 'a name leads out');
  return [wheel === undefined ? 'wheels: a zip, but no right wheel' : 'wheels: read'];
}

function orRefusal<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    demand(error instanceof ReleaseError, `a crash: ${error instanceof Error ? error.stack : String(error)}`);
    return undefined;
  }
}

function mutated(wheels: readonly Wheel[], { wheel, edits }: Sample): Wheel {
  const { name, bytes } = wheels[wheel] ?? { name: '', bytes: Buffer.alloc(0) };
  const changed = edits.reduce((before, [where, byte, how]) => {
    const at = before.length === 0 ? 0 : where % before.length;
    if (how === 0) return before.subarray(0, at);
    if (how === 1) return Buffer.concat([before, Buffer.of(byte)]);
    if (how === 2) return Buffer.concat([before.subarray(0, at), Buffer.of(byte), before.subarray(at)]);
    const after = Buffer.from(before);
    // The headers at the end decide most, and are a small part of the bytes.
    const place = how === 3 ? at : Math.max(0, before.length - 1 - (where % 700));
    if (place < after.length) after[place] = byte;
    return after;
  }, bytes);
  return { name, bytes: changed };
}
