import type { Commit } from '../chronicle.ts';

/** A row of the graph. Lanes are numbered from the left. */
export type Row = {
  readonly commit: Commit;
  readonly lane: number;
  /** Lanes from above that end in the commit. */
  readonly incoming: readonly number[];
  /** Lanes in which its parents follow. */
  readonly outgoing: readonly number[];
  /** Lanes that pass by. */
  readonly passing: readonly number[];
};

/** Puts each commit into a lane, so that the lines to its parents can be drawn. Every commit is before its parents. */
export function rowsOf(commits: readonly Commit[]): readonly Row[] {
  const known = new Set(commits.map(({ sha }) => sha));
  /** The commit that comes next in each lane. */
  const awaited: (string | undefined)[] = [];
  return commits.map((commit) => {
    const incoming = [...awaited.keys()].filter((lane) => awaited[lane] === commit.sha);
    const passing = [...awaited.keys()].filter((lane) => awaited[lane] !== undefined && !incoming.includes(lane));
    const lane = incoming[0] ?? freeIn(awaited);
    for (const ended of incoming) awaited[ended] = undefined;
    const outgoing: number[] = [];
    for (const parent of commit.parents.filter((sha) => known.has(sha))) {
      const there = awaited.indexOf(parent);
      const next = outgoing.length === 0 ? lane : there === -1 ? freeIn(awaited) : there;
      awaited[next] = parent;
      outgoing.push(next);
    }
    return { commit, lane, incoming, outgoing, passing };
  });
}

function freeIn(awaited: readonly (string | undefined)[]): number {
  const free = awaited.indexOf(undefined);
  return free === -1 ? awaited.length : free;
}
