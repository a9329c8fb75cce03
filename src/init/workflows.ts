import { createHash } from 'node:crypto';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import type { Products } from './products.ts';
import { inFolder, type Repository } from './repository.ts';
import { filterOf } from './tag-pattern.ts';
import type { VersionPlace, VersionPlan } from './version-plan.ts';

export type WrittenFile = { readonly path: string; readonly text: string };

type Inputs = readonly (readonly [name: string, value: InputValue | undefined])[];
/** A text, or an expression of the file that is written. */
type InputValue = string | { readonly expression: string };

export const guardPath = '.github/workflows/guard.yml';
export const releasePath = '.github/workflows/release.yml';
export const promotePath = '.github/workflows/promote.yml';

/** The workflows that release what a repository has. */
export function workflowsFor(repository: Repository, products: Products, plan: VersionPlan): readonly WrittenFile[] {
  const guard = isGuarded(products, plan) ? [guardOf(products, plan)] : [];
  const release = products.kind === 'none' ? [] : [releaseOf(repository, products, plan)];
  const promote = products.sources.length === 0 ? [] : [promoteOf(repository, products)];
  return [...guard, ...release, ...promote];
}

/** Whether a pull request can be wrong about a release: in a version, or in what can be built without a release. */
export const isGuarded = ({ kind, chart }: Products, { source }: Pick<VersionPlan, 'source'>): boolean =>
  source !== undefined || kind === 'python' || kind === 'go-modules' || chart !== undefined;

function guardOf(products: Products, plan: VersionPlan): WrittenFile {
  const { source, pattern, places } = plan;
  const { kind, python, chart, docs, newModules, excludedModules } = products;
  const others = places.filter(({ value }) => value !== source);
  const inputs: Inputs = [
    ['version-file', source?.file],
    ['version-key', source?.path],
    ['pattern', unless(pattern, 'v{version}')],
    ['versions', source === undefined ? undefined : versions(others)],
    ['wheel', kind === 'python' ? python : undefined],
    ['chart', chart?.folder],
    ['docs', docs],
    ['go-modules', kind === 'go-modules' ? 'true' : undefined],
    ['go-include', eachOnALine(newModules)],
    ['go-exclude', eachOnALine(excludedModules)],
  ];
  return marked(guardPath, [
    'name: Guard',
    'on: pull_request',
    'permissions: {}',
    'concurrency: { group: "guard-${{ github.ref }}", cancel-in-progress: true }',
    'jobs:',
    '  guard:',
    '    name: Guard',
    '    permissions:',
    '      contents: read # to check out',
    ...callOf('guard', inputs),
  ]);
}

const mostChoices = 50;

/** Images get onto an image list by pull requests. More sources than a person can choose from are written by hand. */
function promoteOf({ name }: Repository, { sources, namedList }: Products): WrittenFile {
  const [only] = sources.length === 1 ? sources : [];
  const kind = sources.length > mostChoices ? '' : `type: choice, options: [${sources.map(inQuotes).join(', ')}], `;
  const choice = `      from: { ${kind}description: 'Where the images are staged', required: true }`;
  return marked(promotePath, [
    'name: Promote',
    'on:',
    '  workflow_dispatch:',
    '    inputs:',
    ...(only === undefined ? [choice] : []),
    "      images: { description: 'The images, such as app or app=v1.0.0. Without any: all that have the tag' }",
    "      tag: { description: 'The tag of the images, such as v1.2.0', required: true }",
    '      mode: { type: choice, options: [apply, dry-run, check], default: apply }',
    'permissions: {}',
    'concurrency: { group: promote, cancel-in-progress: false }',
    'jobs:',
    '  promote:',
    '    name: Promote',
    '    permissions:',
    '      packages: write # promote.yml can also copy images',
    ...callOf('promote', [
      ['via', 'pull-request'],
      ['repository', name],
      ['fork', { expression: 'vars.PROMOTION_FORK' }],
      ['from', only ?? { expression: 'inputs.from' }],
      ['list', namedList],
      ['images', { expression: 'inputs.images' }],
      ['tag', { expression: 'inputs.tag' }],
      ['mode', { expression: 'inputs.mode' }],
    ]),
    '    secrets:',
    '      PROMOTION_TOKEN: ${{ secrets.PROMOTION_TOKEN }}',
  ]);
}

type Call = {
  readonly workflow: string;
  readonly permissions: readonly string[];
  readonly modes: readonly string[];
  readonly inputs: Inputs;
};

function releaseOf(repository: Repository, products: Products, plan: VersionPlan): WrittenFile {
  const call = calls[products.kind === 'none' ? 'go-modules' : products.kind](products, plan);
  const { pattern, chartPattern } = plan;
  const filters = [...new Set([pattern, chartPattern].map(filterOf))];
  const common: Inputs = [
    ['tag', { expression: 'inputs.tag' }],
    ['branch', unless(repository.defaultBranch, 'main')],
  ];
  const notes: Inputs = [
    ['notes', products.changelog === undefined ? undefined : `changelog: ${products.changelog}`],
    ['mode', { expression: "inputs.mode || 'apply'" }],
  ];
  return marked(releasePath, [
    'name: Release',
    'on:',
    '  push:',
    `    tags: [${filters.map(inQuotes).join(', ')}]`,
    '  workflow_dispatch:',
    '    inputs:',
    `      tag: { description: 'The tag of the release, of the form ${pattern}', required: true }`,
    `      mode: { type: choice, options: [${call.modes.join(', ')}], default: apply }`,
    'permissions: {}',
    'concurrency: { group: release, cancel-in-progress: false }',
    'jobs:',
    '  release:',
    '    name: Release',
    '    permissions:',
    ...call.permissions.map((one) => `      ${one}`),
    ...callOf(call.workflow, [...common, ...call.inputs, ...notes]),
    '    secrets:',
    '      RELEASE_APP_PRIVATE_KEY: ${{ secrets.RELEASE_APP_PRIVATE_KEY }}',
  ]);
}

const building = [
  'attestations: write # to store the attestations',
  'contents: write # to publish the release',
  'id-token: write # to sign the attestations',
  'packages: write # to push what is built',
];

const calls: Readonly<
  Record<'python' | 'image-and-chart' | 'go-modules', (products: Products, plan: VersionPlan) => Call>
> = {
  python: ({ python, chart, image, wheels, docs }, { pattern, places }) => ({
    workflow: 'release-python',
    permissions: building,
    modes: ['apply', 'local', 'check'],
    inputs: [
      ['pattern', unless(pattern, '{pep440}')],
      ['versions', versions(places)],
      ['path', unless(python, '.')],
      ['docs', docs],
      ['chart', chart?.folder],
      ['image', image?.name],
      ['context', image === undefined ? undefined : unless(image.context, 'docker')],
      ['wheels', wheels],
    ],
  }),
  'image-and-chart': ({ chart, image }, { pattern, chartPattern, places, chartPlaces }) => ({
    workflow: 'release-image-and-chart',
    permissions: building,
    modes: ['apply', 'local', 'check'],
    inputs: [
      ['pattern', unless(pattern, 'v{version}')],
      ['chart-pattern', chart === undefined ? undefined : unless(chartPattern, 'chart/{version}')],
      ['versions', versions(places)],
      ['chart-versions', versions(chartPlaces)],
      ['image', image?.name],
      ['dockerfile', image === undefined ? undefined : unless(image.dockerfile, inFolder(image.context, 'Dockerfile'))],
      ['chart', chart?.folder],
    ],
  }),
  'go-modules': ({ newModules, excludedModules }, { pattern, places }) => ({
    workflow: 'release-go-modules',
    permissions: ['contents: write # to push the tags, and to publish the release'],
    modes: ['apply', 'local', 'dry-run', 'check'],
    inputs: [
      ['pattern', unless(pattern, 'v{version}')],
      ['versions', versions(places)],
      ['include', eachOnALine(newModules)],
      ['exclude', eachOnALine(excludedModules)],
    ],
  }),
};

const eachOnALine = (all: readonly string[]) => (all.length === 0 ? undefined : `${all.join('\n')}\n`);

const unless = (value: string | undefined, fallback: string) => (value === fallback ? undefined : value);

/** The input `versions`, one line for each file. */
function versions(places: readonly VersionPlace[]): string | undefined {
  const files = Map.groupBy(places, ({ value }) => value.file);
  const lines = [...files].map(([file, all]) => {
    const whole = all.find(({ value }) => value.path === '');
    if (whole !== undefined) return `${file}: '${whole.form}'`;
    return `${file}: { ${all.map(({ value, form }) => `${value.path}: ${form}`).join(', ')} }`;
  });
  return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
}

function callOf(workflow: string, inputs: Inputs): readonly string[] {
  const given = inputs.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
  return [
    `    uses: org/release-actions/.github/workflows/${workflow}.yml@v1 # zizmor: ignore[unpinned-uses]`,
    '    with:',
    ...given.flatMap(([name, value]) => inputLines(name, value)),
  ];
}

function inputLines(name: string, value: InputValue): readonly string[] {
  if (typeof value !== 'string') return [`      ${name}: \${{ ${value.expression} }}`];
  if (value.includes('${{'))
    throw new ReleaseError(`The input ${name} would be ${quoted(value)}, which GitHub reads as an expression.`, {
      fix: 'Rename the file or folder.',
    });
  if (!value.endsWith('\n')) return [`      ${name}: ${/^[\w./][\w./-]*$/.test(value) ? value : inQuotes(value)}`];
  return [
    `      ${name}: |`,
    ...value
      .trimEnd()
      .split('\n')
      .map((line) => `        ${line}`),
  ];
}

const inQuotes = (text: string) => `'${text.replaceAll("'", "''")}'`;

const title = /^# Written by release-actions init \(([0-9a-f]{16})\)\. .*\n/;

/** The first line has a checksum of the others, so that the edit of a person is seen. */
function marked(path: string, lines: readonly string[]): WrittenFile {
  const text = `${lines.join('\n')}\n`;
  const head = `# Written by release-actions init (${checksum(text)}). It leaves this file alone once you have edited it.\n`;
  return { path, text: head + text };
}

/** Whether a file is as `init` wrote it. */
export function isUntouched(text: string): boolean {
  const found = title.exec(text);
  return found !== null && found[1] === checksum(text.slice(found[0].length));
}

const checksum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
