import * as fc from 'fast-check';
import { quoted } from '../../src/domain/text.ts';

/** What is true of a sample: a verdict for each of its refs, to be counted. */
export type Verdicts = readonly string[];

export type Trial<T> = {
  readonly name: string;
  readonly samples: fc.Arbitrary<T>;
  /** How many refs a sample holds. */
  readonly refs: number;
  /** For each sample its verdicts, or what should hold and does not. A few samples are judged `thoroughly`. */
  readonly judge: (samples: readonly T[], thoroughly: boolean) => Promise<readonly (Verdicts | Error)[]>;
};

export type Extent = {
  readonly seed: number;
  /** How many refs at least. */
  readonly count: number;
  readonly onProgress?: (done: number) => void;
};

const batch = 2000;
// So far apart that two seeds share no part of a run.
const stride = 0x9e3779b1;

/** Judges that many refs and counts the verdicts; throws the smallest sample for which something does not hold. */
export async function run<T>(
  trial: Trial<T>,
  { seed, count, onProgress }: Extent,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let done = 0, part = seed; done < count; part = (part + stride) >>> 0) {
    const numRuns = Math.min(batch, Math.ceil((count - done) / trial.refs));
    const outcomes = await trial.judge(fc.sample(trial.samples, { seed: part, numRuns, unbiased: true }), false);
    for (const [index, verdicts] of outcomes.entries()) {
      if (verdicts instanceof Error) throw await smallest(trial, part, index, verdicts);
      for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    done += numRuns * trial.refs;
    onProgress?.(done);
  }
  return counts;
}

/** What `work` answers, or what it threw: for `judge`. */
export function judged(work: () => Verdicts): Verdicts | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export function demand(holds: boolean, law: string): asserts holds {
  if (!holds) throw new Error(law);
}

async function smallest<T>(trial: Trial<T>, seed: number, index: number, cause: Error): Promise<Error> {
  const property = fc.asyncProperty(trial.samples, async (sample) => {
    const [verdicts] = await trial.judge([sample], true);
    if (verdicts instanceof Error) throw verdicts;
  });
  const { counterexample, errorInstance } = await fc.check(property, { seed, path: String(index), unbiased: true });
  const law = errorInstance instanceof Error ? errorInstance : cause;
  const sample = quoted(JSON.stringify(counterexample?.[0] ?? 'does not fail a second time'));
  const again = `npm run fuzz -- --seed ${seed} --count ${(index + 1) * trial.refs}`;
  return new Error(`${trial.name}: ${law.message}\nSmallest sample: ${sample}\nAgain: ${again}`, { cause: law });
}
