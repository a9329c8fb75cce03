import { attempt, ReleaseError } from '../domain/error.ts';
import type { FoundRelease } from '../domain/releases/release.ts';
import { dispatchInputs } from '../rehearsal/triggers/dispatch-inputs.ts';
import type { RepositoryEvent } from '../rehearsal/triggers/event.ts';
import { verdictOn } from '../rehearsal/triggers/verdict.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import { entriesOf, valueAt } from '../rehearsal/workflow/value.ts';
import { readWorkflow, type Workflow } from '../rehearsal/workflow/workflow.ts';
import type { Finding } from './finding.ts';

/** The release that is verified. */
export type Release = {
  readonly tag: string;
  readonly commit: string;
  readonly repository: string;
  readonly defaultBranch: string;
  /** What GitHub shows of it. */
  readonly published: FoundRelease | undefined;
  /** Values for inputs of workflows that people start. */
  readonly given: Readonly<Record<string, string>>;
};

/** A run that belongs to a release, with the event that starts it. Of several events, the first fits that is about the tag. */
export type Run = { readonly workflow: Workflow; readonly events: readonly RepositoryEvent[] };

/** The workflows that take part in a release: those that the tag or the release starts, and those that people start for a tag. */
export function runsOf(
  files: readonly SourceFile[],
  release: Release,
): { readonly runs: readonly Run[]; readonly findings: readonly Finding[] } {
  const [runs, findings]: [Run[], Finding[]] = [[], []];
  for (const file of files.filter(({ text }) => saysSomething.test(text))) {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError) {
      const { message } = workflow.reasons[0] ?? workflow;
      findings.push({
        verdict: 'open',
        what: file.path,
        detail: `not verified, because GitHub does not accept it: ${message.replace(/^GitHub does not accept \S+: /, '')}`,
      });
      continue;
    }
    const isRun = (event: RepositoryEvent) => verdictOn(workflow, event).runs;
    const happened = [[pushed(release)], released(release)].flatMap((events) => events.find(isRun) ?? []);
    const started = happened.length > 0 ? [] : startedBy(workflow, release);
    if (started instanceof ReleaseError) findings.push(notStarted(workflow, started));
    else if (started.length > 0) runs.push({ workflow, events: started });
    runs.push(...happened.map((event) => ({ workflow, events: [event] })));
  }
  return { runs, findings };
}

/** Other workflows say nothing about a release: they use no action of this project, and build no image. */
const saysSomething = /uses:\s*['"]?(?:[\w.-]+\/release-actions\/|[.$]\/|docker\/build-push-action@)/;

const person = { login: 'you', kind: 'person' } as const;

const ofRepository = ({ repository, defaultBranch }: Release) => ({
  repository: { full_name: repository, name: repository.replace(/^.*\//, ''), default_branch: defaultBranch },
});

const pushed = (release: Release): RepositoryEvent => ({
  name: 'push',
  ref: `refs/tags/${release.tag}`,
  sha: release.commit,
  actor: person,
  payload: {
    ...ofRepository(release),
    ref: `refs/tags/${release.tag}`,
    before: '0'.repeat(40),
    after: release.commit,
  },
  tagsInPush: 1,
});

/** What GitHub tells when a release is published. A workflow that listens to several of these is followed once. */
function released(release: Release): readonly RepositoryEvent[] {
  const { tag, commit, published } = release;
  const shown = published && { name: published.name, body: published.body, prerelease: published.isPrerelease };
  return ['published', published?.isPrerelease === true ? 'prereleased' : 'released', 'created'].map((activity) => ({
    name: 'release',
    activity,
    ref: `refs/tags/${tag}`,
    sha: commit,
    actor: person,
    payload: {
      ...ofRepository(release),
      action: activity,
      release: { tag_name: tag, draft: false, ...shown },
    },
  }));
}

const namesOfTags = ['tag', 'version', 'release'];

/**
 * How a person starts a workflow for the tag: with the tag in an input that is called so, or with the version in it. None for
 * a workflow that takes no tag; a refusal if other inputs are missing.
 */
function startedBy(workflow: Workflow, release: Release): readonly RepositoryEvent[] | ReleaseError {
  const trigger = workflow.triggers.find(({ event }) => event === 'workflow_dispatch');
  const declared = new Set(entriesOf(valueAt(trigger?.filters, 'inputs')).map(({ key }) => key));
  const given = Object.fromEntries(Object.entries(release.given).filter(([name]) => declared.has(name)));
  const forTag = namesOfTags.find((name) => declared.has(name) && !(name in given));
  if (forTag === undefined && Object.keys(given).length === 0) return [];
  const version = release.tag.replace(/^.*?(?=\d)/, '');
  const all = forTag === undefined ? [given] : [release.tag, version].map((value) => ({ ...given, [forTag]: value }));
  const read = attempt(() => all.map((inputs) => dispatchInputs(trigger, inputs)));
  if (read instanceof ReleaseError) return read;
  const ref = `refs/heads/${release.defaultBranch}`;
  return read.map((inputs) => ({
    name: 'workflow_dispatch',
    ref,
    sha: release.commit,
    actor: person,
    payload: { ...ofRepository(release), ref, inputs },
    workflow: workflow.path,
    inputs,
  }));
}

function notStarted(workflow: Workflow, refusal: ReleaseError): Finding {
  const [first = refusal] = refusal.reasons;
  const at = first.at;
  return {
    verdict: 'open',
    what: workflow.path,
    detail: `not verified, because it is started by hand: ${first.message}`,
    ...(first.fix !== undefined && { fix: first.fix }),
    ...(at !== undefined && { at }),
  };
}
