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
import { ignored, instant, integer, link, list, maybe, record, string } from '../shape.ts';
import { authorOf, knownAuthor, person } from './authors.ts';
import type { Author } from './authors.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

export type Issue = {
  readonly repository: string;
  readonly number: number;
  /** Its identifier in GraphQL. */
  readonly node: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly author: Author;
  readonly createdAt: string;
};

export type NewIssue = {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The number of a milestone. */
  readonly milestone: number | undefined;
};

/** An issue, and others like it. */
export type FoundIssue = {
  readonly found: Issue | undefined;
  /** Newer ones of the project. */
  readonly others: readonly Issue[];
  /** Those of strangers. */
  readonly strange: readonly Issue[];
};

export type OpenedIssue = { readonly number: number; readonly url: string };

/** A version of the text of an issue. */
export type Version = {
  /** Undefined if somebody deleted this version from the history. */
  readonly text: string | undefined;
  readonly at: string;
  /** The account that made it; undefined if it does not exist any more. */
  readonly editor: string | undefined;
};

const issue = record({
  number: integer,
  node_id: string,
  html_url: link,
  title: string,
  body: maybe(string),
  state: string,
  user: maybe(person),
  author_association: maybe(string),
  created_at: instant,
  pull_request: maybe(record({})),
});
const opened = record({ number: integer, html_url: link, user: maybe(person), author_association: maybe(string) });
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

/** Issues of a repository, and the versions of their texts. */
export class Issues {
  readonly #client: Client;
  readonly #host: Host;
  constructor(client: Client, host: Host) {
    this.#client = client;
    this.#host = host;
  }

  /** An issue by its number; undefined if there is none. */
  async at(repository: string, number: number): Promise<Issue | undefined> {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), issue_number: number }, issue);
    return found === undefined ? undefined : issueOf(repository, found);
  }

  /** The issue of a kind that the project has, open or closed. Of several on one page of the list, it is the oldest. */
  async find(repository: string, isWanted: (issue: Issue) => boolean): Promise<FoundIssue> {
    const query = { ...ownerAndRepo(repository), state: 'all', sort: 'created', direction: 'desc' } as const;
    const strange: Issue[] = [];
    for await (const page of this.#client.pages('GET /repos/{owner}/{repo}/issues', query, issue)) {
      const issues = page.filter(({ pull_request: pull }) => (pull ?? undefined) === undefined);
      const own: Issue[] = [];
      for (const one of issues
        .map((seen) => issueOf(repository, seen))
        .filter(isWanted)
        .toReversed()) {
        const author = await knownAuthor(one.author, repository, this.#client);
        (author.isTrusted ? own : strange).push({ ...one, author });
      }
      const [found, ...others] = own;
      if (found !== undefined) return { found, others, strange };
    }
    return { found: undefined, others: [], strange };
  }

  /** Opens an issue. If another run opened one for the same purpose first, this one is closed, and the plan is made again. */
  open(repository: string, wanted: NewIssue, isSame: (issue: Issue) => boolean): Change<OpenedIssue> {
    const { title, body, labels, assignees, milestone } = wanted;
    const keys = [`issue ${title} of ${repository}`];
    const lists = [`labels: ${labels.join(', ')}`, `assignees: ${assignees.join(', ')}`].filter(
      (line) => !line.endsWith(': '),
    );
    return {
      keys,
      title: `Open an issue in ${repository}`,
      detail: [title, ...lists, '', body].join('\n'),
      places: [{ at: repository, name: `issue ${title}`, actual: undefined, wanted: 'open' }],
      reach: 'remote',
      apply: async () => {
        const { found: there } = await this.find(repository, isSame); // the list that the plan has seen may have been old
        if (there !== undefined) throw new Moved(`#${there.number} follows the release already`, { unmade: keys });
        const content = { title, body, labels: [...labels], assignees: [...assignees] };
        const made = await this.#client.write(
          'POST /repos/{owner}/{repo}/issues',
          { ...ownerAndRepo(repository), ...content, ...(milestone !== undefined && { milestone }) },
          opened,
        );
        const { isTrusted, login } = await knownAuthor(authorOf(made), repository, this.#client);
        if (!isTrusted) throw ofStranger(made.html_url, login);
        const { found: first } = await this.find(repository, isSame);
        if (first !== undefined && first.number < made.number) await this.#withdraw(repository, made.number, first);
        return { number: made.number, url: made.html_url };
      },
    };
  }

  // Why: docs/decisions.md D65
  /** Replaces the text of an issue. An edit that somebody made at the same moment is noticed, and is restored by the next plan. */
  edit(seen: Issue, body: string, names: Pick<Change, 'title' | 'detail' | 'places'>): Change {
    const { repository, number } = seen;
    return {
      keys: [textOf(seen)],
      ...names,
      reach: 'remote',
      apply: async () => {
        const path = { ...ownerAndRepo(repository), issue_number: number };
        const now = await this.#client.look('GET /repos/{owner}/{repo}/issues/{issue_number}', path, issue);
        if ((now?.body ?? '') !== seen.body)
          throw new Moved(`somebody edited issue #${number} of ${repository}`, { unmade: [textOf(seen)] });
        const stamped = withOrigin(body, `${nameOf(seen.body)}.${randomBytes(4).toString('hex')}`);
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        try {
          await this.#client.write(route, { ...path, body: stamped }, ignored);
        } catch (error) {
          if (error instanceof Moved) await this.#noticeLoss(seen, stamped, 1); // it may be there, although the answer got lost
          throw error;
        }
        await this.#noticeLoss(seen, stamped);
      },
    };
  }

  /** Closes an issue as completed. Undefined if it is closed. */
  close(seen: Issue): Change | undefined {
    const { repository, number, url, isOpen } = seen;
    if (!isOpen) return undefined;
    return {
      keys: [`state of issue #${number} of ${repository}`],
      title: `Close issue #${number} of ${repository}`,
      detail: url,
      places: [{ at: repository, name: `issue #${number}`, actual: 'open', wanted: 'closed' }],
      reach: 'remote',
      apply: async () => {
        const closed = { issue_number: number, state: 'closed', state_reason: 'completed' } as const;
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, ignored);
      },
    };
  }

  /** The text of an issue with the edits that this run replaced by accident. */
  async text(seen: Issue): Promise<string> {
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

  /** Closes an issue that was opened at the same time as another one. It loses its marker, so that nobody finds it again. */
  async #withdraw(repository: string, number: number, first: Issue): Promise<never> {
    const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
    const body = `Opened at the same moment as #${first.number}, which is the issue of this release.`;
    const closed = { issue_number: number, body, state: 'closed', state_reason: 'not_planned' } as const;
    await this.#client.write(route, { ...ownerAndRepo(repository), ...closed }, ignored);
    throw new Moved(`another run opened #${first.number} first`, { hasProgressed: true });
  }

  /** Looks which versions this run has replaced. If there are some that it had not seen, the plan is made again. */
  async #noticeLoss(seen: Issue, body: string, looks = 4): Promise<void> {
    for (let look = 1; look <= looks; look++) {
      const before = await this.#versionsBefore(seen, body);
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

  /** The versions before that of this run; undefined if GitHub does not show the new one yet. If it replaced what it had seen, one is enough. */
  async #versionsBefore(seen: Issue, body: string): Promise<readonly Version[] | undefined> {
    let before: Version[] | undefined;
    for await (const version of this.versions(seen)) {
      before?.push(version);
      if (before?.[0]?.text === seen.body || before?.length === mostVersions) break;
      if (version.text === body) before ??= [];
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
const issueOf = (repository: string, found: ReturnType<typeof issue>): Issue => ({
  repository,
  number: found.number,
  node: found.node_id,
  url: found.html_url,
  title: found.title,
  body: found.body ?? '',
  isOpen: found.state === 'open',
  author: authorOf(found),
  createdAt: found.created_at,
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

const ofStranger = (url: string, login = 'Its author') =>
  new ReleaseError(
    `${login} opened ${url}, but does not belong to the project, so that the issue would not be found again.`,
    {
      fix: "Close it. Then use the job's own token, or that of a collaborator.",
    },
  );

const noHistory = (url: string) =>
  new ReleaseError(`GitHub does not show the history of ${url}.`, {
    fix: 'Give the token the permission issues: read for this repository; in a job, under permissions.',
  });
