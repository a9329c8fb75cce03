import { createHash, randomBytes } from 'node:crypto';
import { lineChanges } from '../../domain/diff.ts';
import type { LineChange } from '../../domain/diff.ts';
import { ReleaseError } from '../../domain/error.ts';
import { originIn, withOrigin } from '../../domain/release-issues/marker.ts';
import { lineKey, lostEdits, restored } from '../../domain/release-issues/restored.ts';
import type { LostEdit, NamedVersion } from '../../domain/release-issues/restored.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Host } from '../host.ts';
import type { Fact } from '../ledger.ts';
import { pause } from '../retry.ts';
import { ignored, instant, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import type { Issue, Issues } from './issues.ts';
import { ownerAndRepo } from './repositories.ts';

/** A version of the text of an issue. */
export type Version = {
  /** Undefined if somebody deleted this version from the history. */
  readonly text: string | undefined;
  readonly at: string;
  /** The account that made it; undefined if it does not exist any more. */
  readonly editor: string | undefined;
};

const versions = record({
  node: maybe(
    record({
      userContentEdits: maybe(
        record({
          nodes: list(record({ editedAt: instant, diff: maybe(string), editor: maybe(record({ login: string })) })),
          pageInfo: record({ hasNextPage: (value) => value === true, endCursor: maybe(string) }),
        }),
      ),
    }),
  ),
});

type TextContext = { readonly host: Host; readonly issues: Issues };

// Why: docs/decisions.md D65
/** The texts of issues that several runs and people edit at once. */
export class IssueTexts {
  readonly #client: Client;
  readonly #host: Host;
  readonly #issues: Issues;
  constructor(client: Client, { host, issues }: TextContext) {
    this.#client = client;
    this.#host = host;
    this.#issues = issues;
  }

  /** The text of an issue with the edits that this run replaced by accident. */
  async of(seen: Issue): Promise<string> {
    const before = withOrigin(seen.body, undefined);
    let body = before;
    for (const lost of this.#host.ledger.recall(lostEditsOf(seen)) ?? []) {
      const { text, conflicts } = restored(body, await lineChanges(lost.base, lost.text, lineKey));
      const [conflict] = conflicts;
      if (conflict !== undefined) throw overwritten(seen, conflicts);
      body = text;
    }
    return body === before ? seen.body : body;
  }

  /** Replaces the text of an issue. An edit that somebody made at the same moment is noticed, and is restored by the next plan. */
  edit(seen: Issue, body: string, names: Pick<Change, 'title' | 'detail' | 'places'>): Change {
    const { repository, number } = seen;
    return {
      keys: [textOf(seen)],
      ...names,
      reach: 'remote',
      apply: async () => {
        const path = { ...ownerAndRepo(repository), issue_number: number };
        if ((await this.#issues.at(repository, number))?.body !== seen.body)
          throw new Moved(`somebody edited issue #${number} of ${repository}`, { unmade: [textOf(seen)] });
        const stamp = `${nameOf(seen.body)}.${randomBytes(4).toString('hex')}`;
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        try {
          await this.#client.write(route, { ...path, body: withOrigin(body, stamp) }, ignored);
        } catch (error) {
          if (error instanceof Moved) await this.#noticeLoss(seen, stamp, 1); // it may be there, although the answer got lost
          throw error;
        }
        await this.#noticeLoss(seen, stamp);
      },
    };
  }

  /** The versions of the text, the newest first, each page when it is asked for. There are none if it was never edited. */
  async *versions({ node, url }: Pick<Issue, 'node' | 'url'>): AsyncGenerator<Version, undefined> {
    let after: string | undefined;
    do {
      const position = after === undefined ? '' : `, after: ${JSON.stringify(after)}`;
      const edits = `userContentEdits(first: 20${position}) { nodes { editedAt diff editor { login } } pageInfo { hasNextPage endCursor } }`;
      const question = `{ node(id: ${JSON.stringify(node)}) { ... on Issue { ${edits} } } }`;
      const page = (await this.#client.query(question, versions))?.node?.userContentEdits;
      if (page === undefined || page === null) throw noHistory(url);
      for (const { editedAt, diff, editor } of page.nodes)
        yield { text: diff ?? undefined, at: editedAt, editor: editor?.login ?? undefined };
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    return undefined;
  }

  /** Looks which versions this run has replaced. If there are some that it had not seen, the plan is made again. */
  async #noticeLoss(seen: Issue, stamp: string, looks = 4): Promise<void> {
    for (let look = 1; look <= looks; look++) {
      const before = await this.#versionsBefore(seen, stamp);
      if (before === undefined) {
        await pause(look, this.#host);
        continue;
      }
      const [last] = before;
      if (last === undefined || last.text === seen.body) return;
      const texts = before.flatMap(({ text }) => text ?? []);
      const count = texts.indexOf(seen.body);
      const edits = lostEdits(texts.map(namedVersion), count < 0 ? texts.length - 1 : count);
      const { ledger } = this.#host;
      const lost = lostEditsOf(seen);
      ledger.remember(lost, [...(ledger.recall(lost) ?? []), ...edits]);
      const who = last.editor === undefined ? 'somebody' : `@${last.editor}`;
      throw new Moved(`${who} edited issue #${seen.number} at the same moment`, { hasProgressed: true });
    }
  }

  /**
   * The versions before that of this run; undefined if GitHub does not show the new one yet. What people made of it keeps its
   * stamp. If it replaced the version that it had seen, one is enough.
   */
  async #versionsBefore(seen: Issue, stamp: string): Promise<readonly Version[] | undefined> {
    let before: Version[] | undefined;
    for await (const version of this.versions(seen)) {
      if (originIn(version.text ?? '') === stamp) before = [];
      else before?.push(version);
      if (before?.[0]?.text === seen.body || before?.length === mostVersions) break;
    }
    return before;
  }
}

const mostVersions = 40;

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const namedVersion = (text: string): NamedVersion => ({
  text: withOrigin(text, undefined),
  name: nameOf(text),
  from: originIn(text),
});

const textOf = ({ repository, number }: Issue): string => `text of issue #${number} of ${repository}`;

const lostEditsOf = (seen: Issue): Fact<readonly LostEdit[]> => ({ name: `lost edits of the ${textOf(seen)}` });

const overwritten = ({ url }: Issue, conflicts: readonly LineChange[]) =>
  new ReleaseError(
    `Two edits of the same lines met in ${url}. These lines are not there any more: ${conflicts
      .map(({ is }) => is)
      .join(' / ')
      .slice(0, 500)}`,
    { fix: 'Put them back by hand. GitHub keeps them in the history of the text, below "edited".' },
  );

const noHistory = (url: string) =>
  new ReleaseError(`GitHub does not show the history of ${url}.`, {
    fix: 'Give the token the permission issues: read for this repository; in a job, under permissions.',
  });
