import { ReleaseError } from './error.ts';
import { quoted } from './text.ts';

const longest = 1000;
const mostAlternatives = 100;
const mostStars = 3;

// Why: docs/decisions.md D49
/** Refuses a glob that could take minutes to compare with a name, or that means thousands of globs. */
export function refuseCostlyGlob(glob: string): void {
  const problem = costOf(glob);
  if (problem === undefined) return;
  const shown = glob.length > 80 ? `${glob.slice(0, 80)}…` : glob;
  throw new ReleaseError(`The glob ${quoted(shown)} ${problem}.`, {
    fix: 'Write several globs that are simpler, or ** for all files and folders below a folder.',
  });
}

function costOf(glob: string): string | undefined {
  if (glob.length > longest) return `has ${glob.length} characters. The limit is ${longest}`;
  if (/[+*]\(/.test(glob)) return 'has a repeated group, such as +(…), which is not supported';
  const alternatives = alternativesIn(glob);
  if (alternatives > mostAlternatives)
    return `stands for ${alternatives} globs, because of its braces. The limit is ${mostAlternatives}`;
  const stars = Math.max(...glob.split('/').map((part) => (part.match(/\*+|!\(/g) ?? []).length));
  return stars > mostStars ? `has ${stars} stars between two slashes. The limit is ${mostStars}` : undefined;
}

/** Braces that are open: the alternatives before the last comma, those since then, and where they begin. */
type Braces = { readonly before: number; readonly product: number; readonly start: number };

/** How many globs without braces a glob stands for: `{a,b}{1..3}` for six. Nothing escapes a brace in Node's globs. */
function alternativesIn(glob: string): number {
  const outer: Braces[] = [];
  let inner: Braces = { before: 0, product: 1, start: 0 };
  for (let at = 0; at < glob.length; at++) {
    const sign = glob[at];
    if (sign === '{') {
      outer.push(inner);
      inner = { before: 0, product: 1, start: at + 1 };
    } else if (sign === ',' && outer.length > 0) {
      inner = { ...inner, before: inner.before + inner.product, product: 1 };
    } else if (sign === '}') {
      const around = outer.pop();
      if (around === undefined) continue;
      const count = rangeOf(glob.slice(inner.start, at)) ?? inner.before + inner.product;
      inner = { ...around, product: around.product * count };
    }
  }
  return [...outer, inner].reduce((all, { before, product }) => all * (before + product), 1);
}

/** How many texts a range stands for: `1..9`, `a..e`, `0..100..10`. */
function rangeOf(text: string): number | undefined {
  const [, from, to, step] = /^(-?\d+|[a-z])\.\.(-?\d+|[a-z])(?:\.\.(-?\d+))?$/i.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [low, high] = [from, to].map((end) => (/\d/.test(end) ? Number(end) : end.charCodeAt(0)));
  return Math.floor(Math.abs((high ?? 0) - (low ?? 0)) / (Math.abs(Number(step ?? 1)) || 1)) + 1;
}
