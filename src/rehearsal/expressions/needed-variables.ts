import { Binary, ContextAccess, type Expr, Grouping, IndexAccess, Literal, Logical } from '@actions/expressions/ast';
import { StringData } from '@actions/expressions/data/index';
import { TokenType } from '@actions/expressions/lexer';
import { treeOf } from './expression.ts';

// https://docs.github.com/actions/reference/workflows-and-actions/contexts#context-availability
const contexts = [
  'env',
  'github',
  'inputs',
  'job',
  'matrix',
  'needs',
  'runner',
  'secrets',
  'steps',
  'strategy',
  'vars',
];
const functions = ['always', 'cancelled', 'failure', 'hashFiles', 'success'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/** The variables that have to be set for a condition to hold, such as `vars.APP_ID != ''`, in capitals. */
export const neededVariables = (condition: string): readonly string[] => [
  ...neededFor(treeOf(condition, contexts, functions)),
];

function neededFor(tree: Expr): ReadonlySet<string> {
  if (tree instanceof Grouping) return neededFor(tree.group);
  if (tree instanceof Logical) {
    const sets = tree.args.map(neededFor);
    return sets.reduce((all, one) => (tree.operator.type === TokenType.AND ? all.union(one) : all.intersection(one)));
  }
  if (tree instanceof Binary) return neededForComparison(tree);
  return variableIn(tree);
}

/** `vars.NAME != ''`, or `vars.NAME == 'true'`. */
function neededForComparison({ left, operator: { type }, right }: Binary): ReadonlySet<string> {
  const [text] = [left, right].flatMap((side) => (side instanceof Literal ? [side.literal] : []));
  if (!(text instanceof StringData)) return new Set();
  const isNeeded = text.value === '' ? type === TokenType.BANG_EQUAL : type === TokenType.EQUAL_EQUAL;
  return isNeeded ? variableIn(left).union(variableIn(right)) : new Set();
}

function variableIn(tree: Expr): ReadonlySet<string> {
  if (!(tree instanceof IndexAccess && tree.expr instanceof ContextAccess && tree.index instanceof Literal))
    return new Set();
  const isVariable = tree.expr.name.lexeme.toLowerCase() === 'vars';
  return new Set(isVariable ? [tree.index.literal.coerceString().toUpperCase()] : []);
}
