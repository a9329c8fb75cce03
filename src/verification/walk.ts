import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, ReleaseError } from '../domain/error.ts';
import {
  evaluated,
  evaluatedText,
  evaluatedTexts,
  holds,
  isList,
  type Plain,
  plainText,
  type Scope,
} from '../rehearsal/expressions/expression.ts';
import { type Combination, combinationsOf } from '../rehearsal/jobs/matrix.ts';
import { type RepositoryEvent, shortRef } from '../rehearsal/triggers/event.ts';
import { readAction } from '../rehearsal/workflow/action-file.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import type { Step } from '../rehearsal/workflow/step.ts';
import { entriesOf, textOf, type Value, valueAt } from '../rehearsal/workflow/value.ts';
import { type Job, readWorkflow, type Workflow } from '../rehearsal/workflow/workflow.ts';
import { type Finding, placeOf } from './finding.ts';
import type { Performer, Use } from './performer.ts';
import { gatherRelease, type ReleaseClaim } from './release-claim.ts';
import { verifiedBy } from './told.ts';
import { treatmentOf } from './treatment.ts';
import { stepAt, takes, type Unknown, unknownIn, unknownMark } from './unknown.ts';

/** What a walk needs of the release and of the person. */
export type Ground = {
  readonly tag: string;
  readonly commit: string;
  readonly repository: string;
  readonly server: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly performer: Performer;
  /** A fresh checkout of the tag. */
  readonly checkOut: () => Promise<string>;
  /** A workflow that a job calls. */
  readonly workflowFile: (uses: string) => Promise<SourceFile | undefined>;
};

/** What was found in one run of a workflow. */
export type Walked = {
  readonly findings: readonly Finding[];
  readonly claims: readonly ReleaseClaim[];
  readonly leftOut: readonly LeftOut[];
};

/** A step about which nothing can be said after the release. */
export type LeftOut = { readonly name: string; readonly why: string; readonly place: string };

/** The workflow is about another tag. */
export class OtherTag extends Error {}

/** What expressions know, and what they do not know. */
type Known = {
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly unknowns: ReadonlyMap<string, string>;
};

/** The place of a step: a job, or a composite action in it. */
type Frame = {
  readonly known: Known;
  readonly steps: Record<string, Plain>;
  readonly unknownSteps: Map<string, string>;
  readonly env: Readonly<Record<string, string>>;
  /** The actions that the job still has before it after this composite action. */
  readonly later: readonly string[];
};

type JobEnd = { readonly outputs: Readonly<Record<string, string>>; readonly unknowns: ReadonlyMap<string, string> };

/** Follows one run of a workflow, and performs the steps that say what the release is. */
export class Walk {
  readonly #ground: Ground;
  readonly #event: RepositoryEvent;
  readonly #findings: Finding[] = [];
  readonly #claims: ReleaseClaim[] = [];
  readonly #leftOut: LeftOut[] = [];
  #folder: Promise<string> | undefined;
  /** Undefined while the tag is checked out, else what is. */
  #elsewhere: string | undefined;
  #isAboutTag = false;

  constructor(ground: Ground, event: RepositoryEvent) {
    this.#ground = ground;
    this.#event = event;
  }

  async follow(workflow: Workflow): Promise<Walked> {
    const { commit, repository, server } = this.#ground;
    const { name, ref, payload, inputs = {} } = this.#event;
    const github = {
      actor: 'you',
      api_url: '',
      event: payload as Plain,
      event_name: name,
      ref,
      ref_name: shortRef(ref),
      ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      repository,
      repository_owner: repository.split('/')[0] ?? '',
      run_id: '0',
      run_number: '0',
      server_url: server,
      sha: commit,
      token: '',
      workflow: workflow.name,
    };
    const contexts = { github, inputs, vars: this.#ground.vars };
    await this.#jobs(workflow, { contexts, unknowns: new Map() });
    return { findings: this.#findings, claims: this.#claims, leftOut: this.#leftOut };
  }

  async #jobs(workflow: Workflow, known: Known): Promise<ReadonlyMap<string, JobEnd>> {
    const ends = new Map<string, JobEnd>();
    for (const job of ordered(workflow.jobs)) {
      const needs = Object.fromEntries(
        job.needs.map((id) => [id, { result: 'success', outputs: ends.get(id)?.outputs ?? {} }]),
      );
      const unknowns = job.needs.flatMap((id) =>
        [...(ends.get(id)?.unknowns ?? [])].map(([output, from]) => [`needs.${id}.outputs.${output}`, from] as const),
      );
      ends.set(
        job.id,
        await this.#job(workflow, job, {
          contexts: { ...known.contexts, needs },
          unknowns: new Map([...known.unknowns, ...unknowns]),
        }),
      );
    }
    return ends;
  }

  async #job(workflow: Workflow, job: Job, known: Known): Promise<JobEnd> {
    const condition = valueAt(job.more, 'if');
    const open = this.#unknownIn(condition, known);
    if (open.length > 0) return this.#unperformedJob(job, `its condition is not known: ${takes(open)}`);
    if (!holds(condition, scopeOf(known))) return { outputs: {}, unknowns: new Map() };
    const matrix = valueAt(job.more, 'strategy', 'matrix');
    const openMatrix = this.#unknownIn(matrix, known);
    if (openMatrix.length > 0) return this.#unperformedJob(job, takes(openMatrix));
    const combinations: readonly Combination[] =
      matrix === undefined ? [{}] : combinationsOf(evaluated(matrix, scopeOf(known)));
    let end: JobEnd = { outputs: {}, unknowns: new Map() };
    for (const combination of combinations) {
      const inLeg = { ...known, contexts: { ...known.contexts, matrix: combination } };
      const next = job.uses === undefined ? await this.#steps(workflow, job, inLeg) : await this.#call(job, inLeg);
      end = {
        outputs: { ...end.outputs, ...next.outputs },
        unknowns: new Map([...end.unknowns, ...next.unknowns]),
      };
    }
    return end;
  }

  #unperformedJob(job: Job, why: string): JobEnd {
    const names = job.steps.flatMap(({ work }) => (work.kind === 'uses' ? (this.#ours(work.name) ?? []) : []));
    if (names.length > 0 || job.uses !== undefined)
      this.#findings.push({
        verdict: 'open',
        what: `job ${job.id}`,
        detail: `not verified, because ${why}`,
        at: job.at,
      });
    const from = `the job ${job.id} (${placeOf(job.at)})`;
    const outputs = entriesOf(valueAt(job.more, 'outputs')).map(({ key }) => key);
    return { outputs: {}, unknowns: new Map(outputs.map((output) => [output, from])) };
  }

  /** A job that calls a workflow. */
  async #call(job: Job, known: Known): Promise<JobEnd> {
    const uses = job.uses?.name ?? '';
    const source = await this.#ground.workflowFile(uses);
    if (source === undefined) return this.#unperformedJob(job, `it calls ${uses}, which is not in this checkout`);
    const called = readWorkflow(source);
    const trigger = called.triggers.find(({ event }) => event === 'workflow_call');
    const given = valueAt(job.more, 'with');
    const declared = entriesOf(valueAt(trigger?.filters, 'inputs'));
    const unknowns = new Map<string, string>();
    const inputs = declared.map(({ key, value }) => {
      const own = valueAt(given, key) ?? valueAt(value, 'default');
      const [open] = this.#unknownIn(own, known);
      if (open !== undefined) unknowns.set(`inputs.${key}`, open.from);
      const plain = own === undefined || open !== undefined ? '' : evaluated(own, scopeOf(known));
      return [key, textOf(valueAt(value, 'type')) === 'boolean' ? plainText(plain) === 'true' : plain] as const;
    });
    const { github, vars } = known.contexts;
    const contexts = { github: github ?? {}, vars: vars ?? {}, inputs: Object.fromEntries(inputs) };
    const ends = await this.#jobs(called, { contexts, unknowns });
    const jobs = Object.fromEntries([...ends].map(([id, { outputs }]) => [id, { result: 'success', outputs }]));
    const unknownJobs = [...ends].flatMap(([id, end]) =>
      [...end.unknowns].map(([output, from]) => [`jobs.${id}.outputs.${output}`, from] as const),
    );
    const inner = { contexts: { ...contexts, jobs }, unknowns: new Map([...unknowns, ...unknownJobs]) };
    return this.#outputs(
      entriesOf(valueAt(trigger?.filters, 'outputs')).map(({ key, value }) => [key, valueAt(value, 'value')]),
      inner,
    );
  }

  async #steps(workflow: Workflow, job: Job, known: Known): Promise<JobEnd> {
    this.#elsewhere = undefined;
    const env = { ...this.#texts(workflow.env, known), ...this.#texts(valueAt(job.more, 'env'), known) };
    const frame: Frame = { known, steps: {}, unknownSteps: new Map(), env, later: [] };
    await this.#perform(job.steps, frame);
    return this.#outputs(
      entriesOf(valueAt(job.more, 'outputs')).map(({ key, value }) => [key, value]),
      within(frame),
    );
  }

  #outputs(declared: readonly (readonly [string, Value | undefined])[], known: Known): JobEnd {
    const [outputs, unknowns]: [Record<string, string>, Map<string, string>] = [{}, new Map()];
    for (const [name, value] of declared) {
      const [open] = this.#unknownIn(value, known);
      if (open === undefined) outputs[name] = evaluatedText(value, scopeOf(known));
      else unknowns.set(name, open.from);
    }
    return { outputs, unknowns };
  }

  async #perform(steps: readonly Step[], frame: Frame): Promise<void> {
    const names = await Promise.all(steps.map((step) => this.#namesIn(step)));
    for (const [index, step] of steps.entries())
      await this.#step(step, { ...frame, later: [...names.slice(index + 1).flat(), ...frame.later] });
  }

  /** The actions of this project that a step uses, itself or in a composite action. */
  async #namesIn({ work }: Step): Promise<readonly string[]> {
    if (work.kind === 'run') return [];
    const name = this.#ours(work.name);
    if (name !== undefined) return [name];
    const steps = await this.#composite(work.name);
    return steps === undefined ? [] : (await Promise.all(steps.runs.map((step) => this.#namesIn(step)))).flat();
  }

  async #step(step: Step, frame: Frame): Promise<void> {
    const known = within(frame);
    const name = nameOf(step, known);
    const unperformed = (why: string) => this.#unperformed(step, name, frame, why);
    const open = this.#unknownIn(step.condition, known);
    if (open.length > 0) return unperformed(`its condition is not known: ${takes(open)}`);
    if (!holds(step.condition, scopeOf(known))) {
      if (step.id !== undefined) frame.steps[step.id] = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
      return;
    }
    const env = { ...frame.env, ...this.#texts(step.env, known) };
    const { work } = step;
    if (work.kind === 'run') return this.#leave(step, name, frame);
    const ours = this.#ours(work.name);
    if (ours !== undefined) return this.#verify(step, { ...work, action: ours, name }, { ...frame, env });
    if (work.name.startsWith('actions/checkout@')) this.#checkOut(work.inputs, known);
    const composite = await this.#composite(work.name);
    if (composite === undefined) return this.#leave(step, name, frame);
    const { inputs, unknowns } = this.#inputs(work.inputs, known);
    const defaults = composite.inputs.map(({ name: input, fallback }) => [
      input,
      evaluatedText(fallback, scopeOf(known)),
    ]);
    const whole: Frame = {
      known: {
        contexts: { ...known.contexts, inputs: { ...Object.fromEntries(defaults), ...inputs } },
        unknowns: new Map([
          ...[...known.unknowns].filter(([one]) => !/^(?:steps|inputs)\./.test(one)),
          ...[...unknowns].map(([input, [first]]) => [`inputs.${input}`, first?.from ?? ''] as const),
        ]),
      },
      steps: {},
      unknownSteps: new Map(),
      env,
      later: frame.later,
    };
    await this.#perform(composite.runs, whole);
    const { outputs, unknowns: openOutputs } = this.#outputs(
      composite.outputs.map(({ key, value }) => [key, valueAt(value, 'value')]),
      within(whole),
    );
    if (step.id === undefined) return;
    frame.steps[step.id] = { outputs, outcome: 'success', conclusion: 'success' };
    for (const [output, from] of openOutputs) frame.unknownSteps.set(`steps.${step.id}.outputs.${output}`, from);
  }

  /** Performs a step that uses an action of this project. */
  async #verify(
    step: Step,
    work: { readonly action: string; readonly name: string; readonly inputs: Value | undefined },
    frame: Frame,
  ): Promise<void> {
    const known = within(frame);
    const { action, name } = work;
    const { inputs, unknowns } = this.#inputs(work.inputs, known);
    const treatment = treatmentOf({ name: action, mode: inputs['mode'] ?? 'apply', later: frame.later });
    const place = placeOf(step.at);
    if (treatment.kind === 'left out') {
      this.#leftOut.push({ name: action, why: treatment.why, place });
      return this.#leave(step, name, frame);
    }
    if (this.#elsewhere !== undefined) {
      this.#leftOut.push({ name: action, why: `it works on ${this.#elsewhere}, not on the tag`, place });
      return this.#leave(step, name, frame);
    }
    const subject = subjects.has(action) && !unknowns.has('tag') ? (inputs['tag'] ?? '') : '';
    if (subject !== '' && subject !== this.#ground.tag) {
      if (!this.#isAboutTag) throw new OtherTag();
      this.#leftOut.push({ name: action, why: `it is about the tag ${subject}`, place });
      return this.#leave(step, name, frame);
    }
    this.#isAboutTag ||= subject !== '';
    const ignored = new Set([...neverTaken, ...(treatment.kind === 'check' ? (treatment.without ?? []) : [])]);
    const open = [...unknowns].filter(
      ([input]) => !ignored.has(input) && !(treatment.kind === 'release' && partly.has(input)),
    );
    if (open.length > 0) return this.#unperformed(step, name, frame, takes(open.flatMap(([, all]) => all)));
    if (action === 'promote-image' && inputs['via'] === 'pull-request' && this.#ground.performer.token === undefined)
      return this.#unperformed(step, name, frame, 'GitHub answers this question only with a token: set GH_TOKEN');
    const folder = await (this.#folder ??= this.#ground.checkOut());
    const given = Object.fromEntries(Object.entries(inputs).filter(([input]) => !ignored.has(input)));
    const use = { name: action, folder, env: { ...frame.env, ...this.#variables() } };
    if (treatment.kind === 'release') {
      const claim = await gatherRelease({ inputs: given, unknowns, use, at: step.at }, this.#ground.performer);
      this.#claims.push(claim);
      this.#findings.push(...claim.findings);
      return this.#end(step, frame, claim.outputs);
    }
    const mode = treatment.kind === 'local' ? 'local' : 'check';
    const asked = { ...use, inputs: { ...given, mode } };
    const { outputs: found, failures } = await this.#ground.performer.perform(asked);
    const isRefused = failures.length > 0 && Object.keys(found).length <= common;
    const outputs = isRefused && action === 'helm-package' ? await this.#packaged(asked) : found;
    const kept = treatment.kind === 'local' && action !== 'build-wheel';
    for (const { message, fix } of failures)
      this.#findings.push({ verdict: 'different', what: message, ...(fix !== undefined && { fix }), at: step.at });
    if (failures.length === 0 && !kept) this.#same(action, name, step, outputs);
    if (failures.length > 0 && Object.keys(outputs).length <= common) return this.#leave(step, name, frame);
    this.#end(step, frame, outputs);
  }

  /** Packages charts that a registry has with other bytes: the release may have the right ones. */
  async #packaged({ inputs, ...use }: Use): Promise<Readonly<Record<string, string>>> {
    const { registry: _, ...others } = inputs;
    return (await this.#ground.performer.perform({ ...use, inputs: others })).outputs;
  }

  #same(action: string, name: string, step: Step, outputs: Readonly<Record<string, string>>): void {
    const told = verifiedBy(action, outputs);
    if (told.length === 0)
      this.#findings.push({ verdict: 'same', what: name, detail: `${action}, ${placeOf(step.at)}` });
    for (const [what, detail] of told) this.#findings.push({ verdict: 'same', what, detail, at: step.at });
  }

  #end({ id }: Step, frame: Frame, outputs: Readonly<Record<string, string>>): void {
    if (id !== undefined) frame.steps[id] = { outputs, outcome: 'success', conclusion: 'success' };
  }

  /** A step that ought to be performed, and is not. */
  #unperformed(step: Step, name: string, frame: Frame, why: string): void {
    const action = step.work.kind === 'uses' ? this.#ours(step.work.name) : undefined;
    const treatment =
      action === undefined ? undefined : treatmentOf({ name: action, mode: 'apply', later: frame.later });
    if (action !== undefined && treatment?.kind !== 'left out')
      this.#findings.push({
        verdict: 'open',
        what: `${action} "${name}"`,
        detail: `not verified, because ${why}`,
        at: step.at,
      });
    else if (action !== undefined && treatment?.kind === 'left out')
      this.#leftOut.push({ name: action, why: treatment.why, place: placeOf(step.at) });
    this.#leave(step, name, frame);
  }

  /** What a step that is not performed would tell is unknown. On the day of the release, it succeeded. */
  #leave({ id, at }: Step, name: string, frame: Frame): void {
    if (id === undefined) return;
    frame.steps[id] = { outputs: {}, outcome: 'success', conclusion: 'success' };
    frame.unknownSteps.set(`steps.${id}.outputs`, stepAt(name, at));
  }

  #checkOut(inputs: Value | undefined, known: Known): void {
    const { inputs: given, unknowns } = this.#inputs(inputs, known);
    const { tag, commit, repository } = this.#ground;
    if (!['', '.', undefined].includes(given['path'])) return;
    const isOther = given['repository'] !== undefined && given['repository'] !== repository;
    const ref = given['ref'] ?? '';
    const isTag = ['', tag, `refs/tags/${tag}`, commit].includes(ref) || unknowns.has('ref');
    this.#elsewhere = isOther ? given['repository'] : isTag ? undefined : shortRef(ref);
  }

  /** The inputs of a step. Those that take something unknown have all else of it, and a mark in its place. */
  #inputs(value: Value | undefined, known: Known) {
    const [inputs, unknowns]: [Record<string, string>, Map<string, readonly Unknown[]>] = [{}, new Map()];
    for (const { key, value: own } of entriesOf(value)) {
      const open = this.#unknownIn(own, known);
      if (open.length > 0) unknowns.set(key, open);
      const text = attempt(() => evaluatedText(own, scopeOf(marked(known, open))));
      inputs[key] = text instanceof ReleaseError ? '' : text;
      if (open.length === 0 && inputs[key].includes(unknownMark))
        unknowns.set(key, [{ name: 'env', from: 'earlier steps' }]);
    }
    return { inputs, unknowns };
  }

  #texts(value: Value | undefined, known: Known): Record<string, string> {
    const open = this.#unknownIn(value, known);
    return evaluatedTexts(value, scopeOf(marked(known, open)));
  }

  #unknownIn(value: Value | undefined, known: Known): readonly Unknown[] {
    const unset = unsetIn(value, known);
    return unknownIn(value, new Map([...known.unknowns, ...unset]));
  }

  /** The name of an action of this project, whoever owns it. */
  #ours(uses: string): string | undefined {
    const name = /^[\w.-]+\/release-actions\/(?:actions\/)?([\w-]+)@/.exec(uses)?.[1];
    return name !== undefined && this.#ground.performer.names.has(name) ? name : undefined;
  }

  async #composite(uses: string) {
    if (!uses.startsWith('./')) return undefined;
    const folder = await (this.#folder ??= this.#ground.checkOut());
    for (const file of ['action.yml', 'action.yaml']) {
      const path = join(uses.slice(2), file);
      const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const { inputs, outputs, runs } = readAction({ path, text });
      return runs.kind === 'composite' ? { inputs, outputs, runs: runs.steps } : undefined;
    }
    return undefined;
  }

  /** The event, for actions that look at it. */
  #variables(): Record<string, string> {
    const { commit, repository } = this.#ground;
    const { name, ref } = this.#event;
    return { GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: commit, GITHUB_REPOSITORY: repository };
  }
}

const common = 3; // the outputs that every action has

/** The actions whose input `tag` is the tag of the release. */
const subjects = new Set(['parse-tag', 'push-tag', 'gh-release']);

const neverTaken = ['token', 'job-token', 'signing-key', 'signing-passphrase', 'mode', 'wait'];

/** Inputs of a release that are verified as far as they are known. */
const partly = new Set(['files', 'notes', 'name', 'draft', 'latest', 'start', 'previous-tag', 'prerelease']);

function scopeOf({ contexts }: Known): Scope {
  return {
    contexts: {
      secrets: {},
      steps: {},
      needs: {},
      matrix: {},
      strategy: {},
      runner: { os: 'Linux', temp: '' },
      env: {},
      job: {},
      ...contexts,
    },
    functions: {
      always: () => true,
      cancelled: () => false,
      failure: () => false,
      success: () => true,
      hashFiles: () => '',
    },
  };
}

/** What expressions know within a job or a composite action. */
const within = ({ known, steps, unknownSteps, env }: Frame): Known => ({
  contexts: { ...known.contexts, steps, env },
  unknowns: new Map([...[...known.unknowns].filter(([name]) => !name.startsWith('steps.')), ...unknownSteps]),
});

/** The same, with a mark for each value that is unknown. */
function marked(known: Known, open: readonly Unknown[]): Known {
  if (open.length === 0) return known;
  const contexts = structuredClone(known.contexts) as Record<string, Plain>;
  for (const { name } of open) set(contexts, name.split('.'));
  return { ...known, contexts };
}

function set(into: Record<string, Plain>, [first = '', ...more]: readonly string[]): void {
  if (more.length === 0) return void (into[first] = unknownMark);
  const inner = into[first];
  const next = typeof inner === 'object' && inner !== null && !isList(inner) ? { ...inner } : {};
  set(next, more);
  into[first] = next;
}

/** Variables and secrets of the repository, which only its settings have. */
function unsetIn(value: Value | undefined, { contexts }: Known): readonly (readonly [name: string, from: string])[] {
  const vars = (contexts['vars'] ?? {}) as Readonly<Record<string, Plain>>;
  const settings = new Map([
    ['vars', ''],
    ['secrets', ''],
  ]);
  return unknownIn(value, settings)
    .filter(({ name }) => !(name.startsWith('vars.') && name.slice('vars.'.length) in vars))
    .map(({ name }) => {
      const [context, key] = name.split('.');
      if (context === 'secrets') return [name, 'the secrets of the repository'];
      return [name, `the variables of the repository: give it with --var ${key}=VALUE`];
    });
}

function ordered(jobs: readonly Job[]): readonly Job[] {
  const done: Job[] = [];
  while (done.length < jobs.length) {
    const ready = jobs.filter(
      (job) => !done.includes(job) && job.needs.every((id) => done.some((one) => one.id === id)),
    );
    if (ready.length === 0) return done;
    done.push(...ready);
  }
  return done;
}

function nameOf(step: Step, known: Known): string {
  const text = attempt(() => evaluatedText(step.name, scopeOf(known)));
  if (typeof text === 'string' && text !== '') return text;
  return step.work.kind === 'uses' ? step.work.name.replace(/@.*/, '') : 'run';
}
