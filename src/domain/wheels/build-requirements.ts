import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import type { Tree } from '../edits/tree.ts';
import { refuseIfAny, ReleaseError } from '../error.ts';
import type { SourcePosition } from '../error.ts';
import { quoted } from '../text.ts';
import { isAllowed } from '../versions/python-range.ts';
import type { Pin } from './pins.ts';
import { normalisedName } from './wheel.ts';

type Requirement = { readonly text: string; readonly at: SourcePosition | undefined };

/** What a project without `build-system` needs. https://peps.python.org/pep-0518/#build-system-table */
const usual: readonly Requirement[] = [{ text: 'setuptools', at: undefined }];

/** Refuses a project whose `build-system` needs other packages, or other versions of them, than those that are pinned. */
export async function refuseUnmetRequirements(pyproject: Source | undefined, pins: readonly Pin[]): Promise<void> {
  const requirements = pyproject === undefined ? usual : ((await requirementsIn(pyproject)) ?? usual);
  refuseIfAny(
    'The pinned packages are not those that the project needs.',
    requirements.flatMap((one) => {
      const problem = problemOf(one.text, pins);
      return problem === undefined
        ? []
        : [new ReleaseError(`Building needs ${quoted(one.text)}, ${problem}.`, { fix, at: one.at })];
    }),
  );
}

const fix =
  'Pin all that the build needs in a file, each package with one version and its hash, and name that file in the input constraints.';

async function requirementsIn(source: Source): Promise<readonly Requirement[] | undefined> {
  const { parseTrees } = await import('../edits/parse-trees.ts');
  const [root] = await parseTrees(source);
  const list = at(at(root, 'build-system'), 'requires');
  if (list?.kind !== 'list') return undefined;
  return list.items().flatMap((item) => {
    if (item.kind !== 'leaf' || item.text === undefined) return [];
    return [{ text: item.text, at: positionAt(source, item.start) }];
  });
}

const at = (tree: Tree | undefined, key: string): Tree | undefined =>
  tree?.kind === 'mapping' ? tree.entries().find((entry) => entry.key === key)?.value : undefined;

// https://packaging.python.org/specifications/dependency-specifiers/
const requirement = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(@)?\s*\(?([^;()]*)\)?\s*(;.*)?$/s;

function problemOf(text: string, pins: readonly Pin[]): string | undefined {
  const [, name, address, range = '', condition] = requirement.exec(text) ?? [];
  if (name === undefined) return undefined; // the build says what is wrong with it
  if (address !== undefined) return 'which is an address, and no version';
  const pin = pins.find((one) => one.name === normalisedName(name));
  if (pin === undefined) return condition === undefined ? 'which is not pinned' : undefined; // it may not be for this Python
  if (range.trim() === '' || isAllowed(pin.version, range.trim())) return undefined;
  return `but version ${pin.version} is pinned`;
}
