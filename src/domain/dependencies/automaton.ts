import { ReleaseError } from '../error.ts';
import type { Expression, Spot } from './expression.ts';

/**
 * Whether texts match, in a time that grows with their length and never faster: all ways through an expression are
 * followed at once, as RE2 does. JavaScript's own RegExp tries them one after the other, which takes years for some.
 */
export function automatonOf(expression: Expression): (text: string) => boolean {
  const start = build(expression, { id: 0, kind: 'match' }, counter());
  let [known, first] = [new Map<string, Point>(), pointOf([], 'nothing')];
  let learnt = 0;

  const learn = (point: Point, code: number): Outcome => {
    if (++learnt > 20_000) [known, first, learnt] = [new Map(), pointOf([], 'nothing'), 0];
    const outcome = step(point, code, start);
    if (typeof outcome === 'string') return keep(point, code, outcome);
    const key = `${outcome.before} ${outcome.states.map(({ id }) => id).join(' ')}`;
    const same = known.get(key) ?? outcome;
    known.set(key, same);
    return keep(point, code, same);
  };

  return (text) => {
    let point = first;
    for (let at = 0; at <= text.length;) {
      const code = text.codePointAt(at) ?? end;
      const outcome = point.next.get(code) ?? learn(point, code);
      if (typeof outcome === 'string') return outcome === 'match';
      point = outcome;
      at += code > 0xffff ? 2 : 1;
    }
    return false;
  };
}

type State = { readonly id: number } & (
  | { readonly kind: 'match' }
  | { readonly kind: 'fork'; readonly to: readonly State[] }
  | { readonly kind: 'spot'; readonly spot: Spot; readonly next: State }
  | { readonly kind: 'character'; readonly holds: (code: number) => boolean; readonly next: State }
);

/** Where a text was read to: all states that this can be, and what stands before. What follows is remembered. */
type Point = {
  readonly states: readonly State[];
  readonly before: Neighbour;
  readonly next: Map<number, Outcome>;
};
type Outcome = Point | 'match' | 'no match';
type Neighbour = 'nothing' | 'newline' | 'word' | 'other';

const end = -1;
const bound = 10_000;

function counter(): () => number {
  let count = 0;
  return () => {
    if (++count <= bound) return count;
    throw new ReleaseError(`The expression comes to more than ${bound} states, which is the bound here.`, {
      fix: 'Use smaller counts in { }.',
    });
  };
}

/** The states of an expression, those behind it being built already. */
function build(expression: Expression, next: State, count: () => number): State {
  if (expression.kind === 'character') return { id: count(), kind: 'character', holds: holdsOf(expression), next };
  if (expression.kind === 'spot') return { id: count(), kind: 'spot', spot: expression.spot, next };
  if (expression.kind === 'sequence')
    return expression.parts.reduceRight((behind, part) => build(part, behind, count), next);
  if (expression.kind === 'choice')
    return { id: count(), kind: 'fork', to: expression.parts.map((part) => build(part, next, count)) };
  const { part, least, most } = expression;
  let state = most === undefined ? loop(part, next, count) : next;
  for (let times = least; times < (most ?? 0); times++)
    state = { id: count(), kind: 'fork', to: [build(part, state, count), next] };
  for (let times = 0; times < least; times++) state = build(part, state, count);
  return state;
}

function loop(part: Expression, next: State, count: () => number): State {
  const to = [next];
  const fork: State = { id: count(), kind: 'fork', to };
  to.push(build(part, fork, count));
  return fork;
}

function holdsOf({ characters, ignoresCase }: Extract<Expression, { kind: 'character' }>): (code: number) => boolean {
  const expression = new RegExp(`^${characters}$`, ignoresCase ? 'iv' : 'v');
  return (code) => code !== end && expression.test(String.fromCodePoint(code));
}

const pointOf = (states: readonly State[], before: Neighbour): Point => ({ states, before, next: new Map() });

/** A match may begin anywhere, so that every step begins at the start too. */
function step({ states, before }: Point, code: number, start: State): Outcome {
  const after = neighbour(code);
  const reached = new Set<State>([...states, start]);
  // A set is iterated in the order of insertion, with what is added on the way.
  for (const state of reached) {
    if (state.kind === 'match') return 'match';
    if (state.kind === 'fork') for (const one of state.to) reached.add(one);
    if (state.kind === 'spot' && isAt(state.spot, before, after)) reached.add(state.next);
  }
  if (code === end) return 'no match';
  const next = [...reached].flatMap((state) => (state.kind === 'character' && state.holds(code) ? [state.next] : []));
  return pointOf(
    [...new Set(next)].toSorted((one, other) => one.id - other.id),
    after,
  );
}

function keep(point: Point, code: number, outcome: Outcome): Outcome {
  point.next.set(code, outcome);
  return outcome;
}

function neighbour(code: number): Neighbour {
  if (code === end) return 'nothing';
  if (code === 0x0a) return 'newline';
  return code < 0x80 && /\w/.test(String.fromCodePoint(code)) ? 'word' : 'other';
}

function isAt(spot: Spot, before: Neighbour, after: Neighbour): boolean {
  const isEdge = (before === 'word') !== (after === 'word');
  if (spot === 'word edge') return isEdge;
  if (spot === 'no word edge') return !isEdge;
  const side = spot.endsWith('start') ? before : after;
  return side === 'nothing' || (side === 'newline' && spot.startsWith('line'));
}
