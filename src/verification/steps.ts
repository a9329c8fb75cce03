import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, ReleaseError } from '../domain/error.ts';
import { imageMetadata } from '../rehearsal/actions/image-metadata.ts';
import { evaluatedText, holds, type Plain } from '../rehearsal/expressions/expression.ts';
import { type RepositoryEvent, shortRef } from '../rehearsal/triggers/event.ts';
import { readAction } from '../rehearsal/workflow/action-file.ts';
import { pathInRepository, type Step } from '../rehearsal/workflow/step.ts';
import { type Value, valueAt } from '../rehearsal/workflow/value.ts';
import { Files } from '../world/files.ts';
import { orRefusal } from '../world/parallel.ts';
import { Artifacts } from './artifacts.ts';
import { placeOf } from './finding.ts';
import { type Account, type Ground, OtherTag } from './ground.ts';
import { imagesIn, pushes } from './images.ts';
import { inputsOf, type Known, openIn, outputsOf, scopeOf, type Variables, withVariables } from './known.ts';
import type { Use } from './performer.ts';
import { gatherRelease } from './release-claim.ts';
import { namesSetBy, toldByScript } from './script.ts';
import { filesReadBy, speaksOf, withoutReads, withReads } from './sed.ts';
import { imagesVerifiedBy, verifiedBy } from './told.ts';
import { type Treatment, treatmentOf } from './treatment.ts';
import { stepAt, takes, unknownMark } from './unknown.ts';

/** The place of a step: a job, or a composite action in it. */
export type Frame = {
  readonly known: Known;
  readonly steps: Record<string, Plain>;
  readonly unknownSteps: Map<string, string>;
  readonly env: Variables;
  /** The actions that the job still has before it after this composite action. */
  readonly later: readonly string[];
  /** Whether its scripts run in a folder of the checkout. */
  readonly isInFolder: boolean;
};

type Script = Extract<Step['work'], { readonly kind: 'run' }>;

/** Performs the steps of a job that say what the release is. */
export class Steps {
  readonly #ground: Ground;
  readonly #event: RepositoryEvent;
  readonly #account: Account;
  #folder: Promise<string> | undefined;
  /** Undefined while the tag is checked out, else what is. */
  #elsewhere: string | undefined;
  #isAboutTag = false;
  readonly #artifacts = new Artifacts();
  /** What the job says to the steps that are not performed. They may change files of which this speaks. */
  #passedOver: string[] = [];
  /** The variables that steps of the job have set for those after them. */
  #exported: Variables = { texts: {}, unknowns: new Map() };

  constructor(ground: Ground, event: RepositoryEvent, account: Account) {
    this.#ground = ground;
    this.#event = event;
    this.#account = account;
  }

  /** The steps of a job, which begins without any checkout. */
  async performJob(steps: readonly Step[], frame: Frame): Promise<void> {
    this.#elsewhere = undefined;
    this.#artifacts.beginJob();
    this.#passedOver = [];
    this.#exported = { texts: {}, unknowns: new Map() };
    await this.#perform(steps, frame);
  }

  async #perform(steps: readonly Step[], frame: Frame): Promise<void> {
    const names = await Promise.all(steps.map((step) => this.#namesIn(step)));
    for (const [index, step] of steps.entries())
      await this.#step(step, {
        ...frame,
        env: joinedVariables(frame.env, this.#exported),
        later: [...names.slice(index + 1).flat(), ...frame.later],
      });
  }

  /** The actions of this project that a step uses, itself or in a composite action. */
  async #namesIn({ work }: Step): Promise<readonly string[]> {
    if (work.kind === 'run') return [];
    const name = this.ours(work.name);
    if (name !== undefined) return [name];
    const steps = await this.#composite(work.name);
    return steps === undefined ? [] : (await Promise.all(steps.runs.map((step) => this.#namesIn(step)))).flat();
  }

  async #step(step: Step, around: Frame): Promise<void> {
    const frame = { ...around, env: withVariables(around.env, step.env, within(around)) };
    const known = within(frame);
    const name = nameOf(step, known);
    const unperformed = (why: string) => this.#unperformed(step, name, frame, why);
    const open = openIn(step.condition, known);
    if (open.length > 0) {
      const doubt = `its condition is not known: ${takes(open)}`;
      return isBuild(step.work) ? this.#pushed(step, frame, doubt) : unperformed(doubt);
    }
    if (!holds(step.condition, scopeOf(known))) {
      if (step.id !== undefined) frame.steps[step.id] = { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
      return;
    }
    const { work } = step;
    if (work.kind === 'run') return this.#read(step, work, frame);
    const ours = this.ours(work.name);
    if (ours !== undefined) return this.#verify(step, { ...work, action: ours, name }, frame);
    if (work.name.startsWith('actions/checkout@')) this.#checkOut(work.inputs, known);
    if (isBuild(work)) return this.#pushed(step, frame, undefined);
    if (work.name.startsWith('docker/metadata-action@')) return this.#nameImages(step, work.inputs, frame);
    if (work.name.startsWith('actions/upload-artifact@'))
      await this.#artifacts.upload(inputsOf(work.inputs, known).inputs, await this.#checkedOut());
    if (work.name.startsWith('actions/download-artifact@'))
      this.#artifacts.download(inputsOf(work.inputs, known).inputs);
    const composite = await this.#composite(work.name);
    if (composite === undefined) return this.#leave(step, name, frame);
    const { inputs, unknowns } = inputsOf(work.inputs, known);
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
      env: frame.env,
      later: frame.later,
      isInFolder: false,
    };
    await this.#perform(composite.runs, whole);
    const { outputs, unknowns: openOutputs } = outputsOf(
      composite.outputs.map(({ key, value }) => [key, valueAt(value, 'value')]),
      within(whole),
    );
    if (step.id === undefined) return;
    frame.steps[step.id] = { outputs, outcome: 'success', conclusion: 'success' };
    for (const [output, from] of openOutputs) frame.unknownSteps.set(`steps.${step.id}.outputs.${output}`, from);
  }

  /** The tags of images that docker/metadata-action gives, by the rules that the rehearsal has. */
  #nameImages(step: Step, given: Value | undefined, frame: Frame): void {
    const known = within(frame);
    const { inputs, unknowns } = inputsOf(given, known);
    if (unknowns.size > 0) return this.#leave(step, nameOf(step, known), frame);
    const { commit: sha, repository: name, server } = this.#ground;
    const { name: event, ref } = this.#event;
    const situation = { event, ref, sha, shortLength: 7, defaultBranch: undefined, baseRef: '', date: undefined };
    const made = attempt(() =>
      imageMetadata((input, fallback = '') => inputs[input] ?? fallback, situation, {
        name,
        address: `${server}/${name}`,
      }),
    );
    if (made instanceof ReleaseError) return this.#leave(step, nameOf(step, known), frame);
    const untold = Object.fromEntries(filesForBake.map((output) => [output, unknownMark]));
    this.#endPartly(step, frame, { ...untold, ...made.outputs });
  }

  /** An image is not built again, which would have other bytes. Its registry is asked what the tags have. */
  async #pushed(step: Step, frame: Frame, doubt: string | undefined): Promise<void> {
    const known = within(frame);
    const given = step.work.kind === 'uses' ? step.work.inputs : undefined;
    const name = nameOf(step, known);
    const { inputs, unknowns } = inputsOf(given, known);
    this.#leave(step, name, frame);
    if (!pushes(inputs) && !['push', 'outputs'].some((input) => unknowns.has(input))) return;
    const open = ['push', 'outputs', 'tags'].flatMap((input) => unknowns.get(input) ?? []);
    const read = imagesIn(inputs);
    const refused = read.find((image) => image instanceof ReleaseError);
    if (open.length > 0 || read.length === 0 || refused !== undefined) {
      const why = open.length > 0 ? takes(open) : (refused?.message ?? 'no tag names it');
      const detail = `not verified, because ${why}`;
      return void this.#account.findings.push({ verdict: 'open', what: `image of "${name}"`, detail, at: step.at });
    }
    const all = read.flatMap((image) => (image instanceof ReleaseError ? [] : [image]));
    for (const reference of all) {
      const found = await orRefusal(this.#ground.digestOf(reference));
      this.#account.images.push({ reference, found, doubt, at: step.at });
    }
    const [first] = this.#account.images.slice(-all.length);
    if (doubt !== undefined || typeof first?.found !== 'string') return;
    this.#endPartly(step, frame, { digest: first.found, imageid: unknownMark, metadata: unknownMark });
  }

  /** A script is not run. What it says of its outputs is taken as far as it can be told. */
  async #read(step: Step, work: Script, frame: Frame): Promise<void> {
    const known = within(frame);
    const open = openIn(work.script, known);
    const isBash = /^(?:ba)?sh\b|^$/.test(evaluatedText(work.shell, scopeOf(known)));
    const text = isBash && open.length === 0 ? evaluatedText(work.script, scopeOf(known)) : undefined;
    const variables = { ...this.#variables(), ...frame.env.texts };
    const isAtRoot = work.folder === undefined && !frame.isInFolder;
    const texts = text === undefined || !isAtRoot ? new Map<string, string>() : await this.#textsFor(text);
    this.#passedOver.push(
      text === undefined ? JSON.stringify(work) : withoutReads(text),
      ...Object.values(frame.env.texts),
    );
    const read = withReads({ script: text ?? '', variables }, texts);
    const told = text === undefined ? undefined : toldByScript(read.script, read.variables);
    const name = nameOf(step, known);
    if (told === undefined) this.#forget(step, name, frame);
    else this.#endPartly(step, frame, told.outputs);
    this.#export(told?.env ?? namesSetBy(JSON.stringify(work.script)), stepAt(name, step.at));
  }

  /** Variables that a step sets for those after it. Those with the mark are unknown. */
  #export(texts: Readonly<Record<string, string>>, from: string): void {
    const open = Object.entries(texts).filter(([, text]) => text.includes(unknownMark));
    this.#exported = joinedVariables(this.#exported, { texts, unknowns: new Map(open.map(([name]) => [name, from])) });
  }

  /** The files of the tag that a script takes texts from, as far as no earlier step of the job may have changed them. */
  async #textsFor(script: string): Promise<ReadonlyMap<string, string>> {
    const paths = filesReadBy(script).filter((path) => !this.#passedOver.some((told) => speaksOf(told, path)));
    if (paths.length === 0 || this.#elsewhere !== undefined) return new Map();
    await using files = new Files({ workspace: await this.#checkedOut(), env: {} });
    const read = await Promise.all(paths.map(async (path) => [path, await orRefusal(files.text(path))] as const));
    return new Map(read.flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : [])));
  }

  /** Performs a step that uses an action of this project. */
  async #verify(
    step: Step,
    work: { readonly action: string; readonly name: string; readonly inputs: Value | undefined },
    frame: Frame,
  ): Promise<void> {
    const known = within(frame);
    const { action, name } = work;
    const { inputs, unknowns } = withoutDigests(inputsOf(work.inputs, known));
    const treatment = treatmentOf({ name: action, mode: inputs['mode'] ?? 'apply', later: frame.later });
    const place = placeOf(step.at);
    if (treatment.kind === 'left out') {
      this.#leaveOut(action, treatment, place);
      return this.#leave(step, name, frame);
    }
    if (this.#elsewhere !== undefined) {
      this.#account.leftOut.push({ name: action, why: `it works on ${this.#elsewhere}, not on the tag`, place });
      return this.#leave(step, name, frame);
    }
    const subject = subjects.has(action) && !unknowns.has('tag') ? (inputs['tag'] ?? '') : '';
    if (subject !== '' && subject !== this.#ground.tag) {
      if (!this.#isAboutTag) throw new OtherTag();
      this.#account.leftOut.push({ name: action, why: `it is about the tag ${subject}`, place });
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
    const folder = await this.#checkedOut();
    const given = Object.fromEntries(Object.entries(inputs).filter(([input]) => !ignored.has(input)));
    const use = { name: action, folder, env: { ...frame.env.texts, ...this.#variables() } };
    if (treatment.kind === 'release') {
      const made = { inputs: given, unknowns, use, downloaded: this.#artifacts.here, at: step.at };
      const claim = await gatherRelease(made, this.#ground.performer);
      this.#account.claims.push(claim);
      this.#account.findings.push(...claim.findings);
      return this.#end(step, frame, claim.outputs);
    }
    const mode = treatment.kind === 'local' ? 'local' : 'check';
    const asked = { ...use, inputs: { ...given, mode } };
    const { outputs: found, failures } = await this.#ground.performer.perform(asked);
    const isRefused = failures.length > 0 && Object.keys(found).length <= common;
    const outputs = isRefused && action === 'helm-package' ? await this.#packaged(asked) : found;
    const kept = treatment.kind === 'local' && action !== 'build-wheel';
    for (const { message, fix } of failures)
      this.#account.findings.push({
        verdict: 'different',
        what: message,
        ...(fix !== undefined && { fix }),
        at: step.at,
      });
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
    this.#account.verified.push(...imagesVerifiedBy(action, outputs));
    if (told.length === 0)
      this.#account.findings.push({
        verdict: 'same',
        what: name,
        detail: name === action ? placeOf(step.at) : `${action}, ${placeOf(step.at)}`,
      });
    for (const [what, detail] of told) this.#account.findings.push({ verdict: 'same', what, detail, at: step.at });
  }

  #end({ id }: Step, frame: Frame, outputs: Readonly<Record<string, string>>): void {
    if (id !== undefined) frame.steps[id] = { outputs, outcome: 'success', conclusion: 'success' };
  }

  /** What a step tells. Outputs with the mark are unknown. */
  #endPartly(step: Step, frame: Frame, outputs: Readonly<Record<string, string>>): void {
    if (step.id === undefined) return;
    const [all, whole] = [Object.entries(outputs), `steps.${step.id}.outputs`];
    const from = stepAt(nameOf(step, within(frame)), step.at);
    frame.unknownSteps.delete(whole);
    for (const [output, value] of all)
      if (value.includes(unknownMark)) frame.unknownSteps.set(`${whole}.${output}`, from);
    this.#end(step, frame, Object.fromEntries(all.filter(([, value]) => !value.includes(unknownMark))));
  }

  /** A step that ought to be performed, and is not. */
  #unperformed(step: Step, name: string, frame: Frame, why: string): void {
    const action = step.work.kind === 'uses' ? this.ours(step.work.name) : undefined;
    if (action === 'gh-release') this.#account.unseen.push(placeOf(step.at));
    if (action !== undefined) {
      const treatment = treatmentOf({ name: action, mode: 'apply', later: frame.later });
      if (treatment.kind === 'left out') this.#leaveOut(action, treatment, placeOf(step.at));
      else
        this.#account.findings.push({
          verdict: 'open',
          what: name === action ? action : `${action} "${name}"`,
          detail: `not verified, because ${why}`,
          at: step.at,
        });
    }
    this.#leave(step, name, frame);
  }

  #leaveOut(name: string, { why }: Treatment & { readonly kind: 'left out' }, place: string): void {
    if (why !== undefined) this.#account.leftOut.push({ name, why, place });
  }

  #leave(step: Step, name: string, frame: Frame): void {
    if (!this.#onlyCompares(step, frame)) this.#passedOver.push(JSON.stringify(step.work));
    this.#forget(step, name, frame);
  }

  /** Whether a step of an action of this project changes no file. */
  #onlyCompares({ work }: Step, frame: Frame): boolean {
    if (work.kind === 'run' || this.ours(work.name) === undefined) return false;
    return inputsOf(work.inputs, within(frame)).inputs['mode'] === 'check';
  }

  /** What a step that is not performed would tell is unknown. On the day of the release, it succeeded. */
  #forget({ id, at }: Step, name: string, frame: Frame): void {
    if (id === undefined) return;
    frame.steps[id] = { outputs: {}, outcome: 'success', conclusion: 'success' };
    frame.unknownSteps.set(`steps.${id}.outputs`, stepAt(name, at));
  }

  #checkOut(inputs: Value | undefined, known: Known): void {
    const { inputs: given, unknowns } = inputsOf(inputs, known);
    const { tag, commit, repository } = this.#ground;
    if (!['', '.', undefined].includes(given['path'])) return;
    const isOther = given['repository'] !== undefined && given['repository'] !== repository;
    const ref = given['ref'] ?? '';
    const isTag = ['', tag, `refs/tags/${tag}`, commit].includes(ref) || unknowns.has('ref');
    this.#elsewhere = isOther ? given['repository'] : isTag ? undefined : shortRef(ref);
  }

  /** The name of an action of this project, whoever owns it. */
  ours(uses: string): string | undefined {
    const name = /^[\w.-]+\/release-actions\/(?:actions\/)?([\w-]+)@/.exec(uses)?.[1];
    return name !== undefined && this.#ground.performer.names.has(name) ? name : undefined;
  }

  async #composite(uses: string) {
    const action = pathInRepository(uses);
    if (action === undefined) return undefined;
    const folder = await this.#checkedOut();
    for (const file of ['action.yml', 'action.yaml']) {
      const path = join(action, file);
      const text = await readFile(join(folder, path), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const { inputs, outputs, runs } = readAction({ path, text });
      return runs.kind === 'composite' ? { inputs, outputs, runs: runs.steps } : undefined;
    }
    return undefined;
  }

  #checkedOut(): Promise<string> {
    return (this.#folder ??= this.#ground.checkOut());
  }

  /** The event, for actions and scripts that look at it. */
  #variables(): Record<string, string> {
    const { commit, repository } = this.#ground;
    const { name, ref } = this.#event;
    return {
      GITHUB_EVENT_NAME: name,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: shortRef(ref),
      GITHUB_SHA: commit,
      GITHUB_REPOSITORY: repository,
      GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    };
  }
}

const tagWithDigest = new RegExp(`(?<=[:=][\\w.-]+)@${unknownMark}`, 'g');
const anyDigest = `@${unknownMark}`;

/** An image with an unknown digest is the one that its tag names where it comes from. */
function withoutDigests({ inputs, unknowns }: ReturnType<typeof inputsOf>): ReturnType<typeof inputsOf> {
  const images = inputs['images']?.replaceAll(inputs['tag'] === undefined ? tagWithDigest : anyDigest, '');
  if (images === undefined || images === inputs['images'] || images.includes(unknownMark)) return { inputs, unknowns };
  return { inputs: { ...inputs, images }, unknowns: new Map([...unknowns].filter(([input]) => input !== 'images')) };
}

/** Outputs of docker/metadata-action that are paths on the runner. */
const filesForBake = ['bake-file', 'bake-file-tags', 'bake-file-labels', 'bake-file-annotations'];

const isBuild = (work: Step['work']): boolean =>
  work.kind === 'uses' && work.name.startsWith('docker/build-push-action@');

const common = 3; // the outputs that every action has

/** The actions whose input `tag` is the tag of the release. */
const subjects = new Set(['parse-tag', 'push-tag', 'gh-release']);

const neverTaken = ['token', 'job-token', 'signing-key', 'signing-passphrase', 'mode', 'wait'];

/** Inputs of a release that are verified as far as they are known. */
const partly = new Set(['files', 'notes', 'name', 'draft', 'latest', 'start', 'previous-tag', 'prerelease']);

/** What expressions know within a job or a composite action. */
export const within = ({ known, steps, unknownSteps, env }: Frame): Known => ({
  contexts: { ...known.contexts, steps, env: env.texts },
  unknowns: new Map([
    ...[...known.unknowns].filter(([name]) => !/^(?:steps|env)\./.test(name)),
    ...[...env.unknowns].map(([name, from]) => [`env.${name}`, from] as const),
    ...unknownSteps,
  ]),
});

/** Variables, and those that take their place. */
const joinedVariables = (around: Variables, { texts, unknowns }: Variables): Variables => ({
  texts: { ...around.texts, ...texts },
  unknowns: new Map([...[...around.unknowns].filter(([name]) => !(name in texts)), ...unknowns]),
});

function nameOf(step: Step, known: Known): string {
  const text = attempt(() => evaluatedText(step.name, scopeOf(known)));
  if (typeof text === 'string' && text !== '') return text;
  return step.work.kind === 'uses' ? step.work.name.replace(/^.*\/release-actions\/|@.*/g, '') : 'run';
}
