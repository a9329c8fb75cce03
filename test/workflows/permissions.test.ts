import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAction } from '../../.github/scripts/actions.ts';
import { reusableWorkflows } from '../../.github/scripts/reusable-workflows.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { dist } from '../support/bundle.ts';
import { missingGrants, type Permissions } from '../support/called-workflows.ts';

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, string>> };
type Job = { readonly permissions: Permissions; readonly environment?: string; readonly steps: readonly Step[] };

/** What the actions of others do with the token of the job. */
const ofOthers: Readonly<Record<string, Permissions>> = {
  'actions/attest': { attestations: 'write', 'id-token': 'write' },
  'actions/checkout': { contents: 'read' },
  'actions/create-github-app-token': {},
  'actions/download-artifact': {},
  'actions/upload-artifact': {},
  'docker/build-push-action': {},
  'docker/login-action': { packages: 'write' },
  'docker/setup-buildx-action': {},
  'docker/setup-qemu-action': {},
};

/** What runs code of the project that is released. Helm only reads templates. */
const builders = new Set(['org/release-actions/build-wheel', 'docker/build-push-action']);

const actionOf = ({ uses = '' }: Step) => uses.replace(/@.*/, '');
const jobs = reusableWorkflows.flatMap(({ file, text }) =>
  Object.entries((parse(text) as { jobs: Record<string, Job> }).jobs).map(([name, job]) => ({ file, name, job })),
);

/** The permissions that a step needs for what it does in a workflow. Those for an input that it does not give are left out. */
async function neededBy(step: Step, isOnlyRead: boolean): Promise<readonly (readonly [name: string, level: string])[]> {
  const own = /^org\/release-actions\/([\w-]+)$/.exec(actionOf(step))?.[1];
  if (own === undefined) {
    const needed = Object.entries(ofOthers[actionOf(step)] ?? {});
    return needed.map(([name, level]) => [name, isOnlyRead ? 'read' : level]);
  }
  const { permissions = {} } = await loadAction(own);
  return Object.entries(permissions)
    .filter(([, why]) => !/of the input (\w+)$/.test(why) || step.with?.[/of the input (\w+)$/.exec(why)?.[1] ?? ''])
    .map(([permission]) => permission.split(': ') as [string, string])
    .map(([name, level]) => [name, isRead(step) ? 'read' : level]);
}

const isRead = (step: Step) => ['check', 'dry-run'].includes(step.with?.['mode'] ?? '');

describe.each(jobs)('the job $name of $file', ({ name, job }) => {
  it('has the permissions that its steps need, and no other', async () => {
    const moded = job.steps.filter((step) => step.with?.['mode'] !== undefined);
    const isOnlyRead = moded.length > 0 && moded.every(isRead);
    const needed = (await Promise.all(job.steps.map((step) => neededBy(step, isOnlyRead)))).flat();
    const highest = Object.fromEntries(needed.filter(([, level]) => level === 'read'));
    expect(job.permissions).toEqual({
      ...highest,
      ...Object.fromEntries(needed.filter(([, level]) => level === 'write')),
    });
  });

  it('may write nothing if it runs code of the project, and has an environment if it publishes', () => {
    const builds = job.steps.some((step) => builders.has(actionOf(step)));
    expect(builds && Object.values(job.permissions).includes('write')).toBe(false);
    const publishes = ['publish', 'promote'].includes(name);
    expect(job.permissions['contents'] === 'write' && !publishes).toBe(false);
    expect(job.environment).toBe(publishes ? '${{ inputs.environment }}' : undefined);
  });

  it('names all actions of others by a SHA, and their version', () => {
    const known = Object.keys(ofOthers);
    const others = job.steps.flatMap(({ uses }) => (uses === undefined || uses.startsWith('org/') ? [] : [uses]));
    for (const other of others) expect(other).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    expect(others.map((other) => other.replace(/@.*/, '')).filter((other) => !known.includes(other))).toEqual([]);
  });
});

it.each(reusableWorkflows)('$file says for every permission, input and output what it is for', ({ text }) => {
  expect(text.match(/^ {6}[\w-]+: (read|write)$/gm)).toBeNull();
  for (const [, version] of text.matchAll(/uses: (?!org\/)\S+ ?(.*)$/gm)) expect(version).toMatch(/^# v\d+\.\d+\.\d+$/);
  const { inputs = {}, outputs = {} } = parse(text).on.workflow_call as Record<
    string,
    Record<string, { description: string }>
  >;
  for (const { description } of Object.values({ ...inputs, ...outputs })) expect(description).toMatch(/\.$/);
});

it.each(reusableWorkflows)('$file uses the actions of its own release', async ({ file, text }) => {
  const built = await readFile(join(dist, '.github/workflows', file), 'utf8');
  const [source, released] = [text, built].map((one) => [
    ...one.matchAll(/uses: (org\/release-actions\/[\w-]+)@(\S+)/g),
  ]);
  expect(source?.map(([, , ref]) => ref)).toEqual(source?.map(() => 'v1'));
  expect(released?.map(([, action, ref]) => [action, ref])).toEqual(
    source?.map(([, action]) => [action, `v${packageJson.version}`]),
  );
  expect(released?.length).toBeGreaterThan(0);
});

it.each(reusableWorkflows)('the example of $file grants what its jobs need', async ({ file, text }) => {
  const page = await readFile(join(dist, '../docs/reusable-workflows.md'), 'utf8');
  const examples = [...page.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, example = '']) => example);
  const calling = examples.filter((example) => example.includes(`/.github/workflows/${file}@v1`));
  expect(calling).toHaveLength(1);
  expect(missingGrants(calling[0] ?? '', text)).toEqual([]);
});
