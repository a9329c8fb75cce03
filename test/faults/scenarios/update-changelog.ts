import { jobToken, personalToken, scratchGitHub } from '../../support/github.ts';
import type { ScratchGitHub } from '../../support/github.ts';
import { scratchRepository } from '../../support/repository.ts';
import { lookAtFiles } from '../files.ts';
import type { OpenDoor, Scenario, Sight } from '../scenario.ts';

const token = {
  ...jobToken,
  permissions: { contents: 'read', issues: 'read', 'pull-requests': 'read' },
} as const;
const asMona = { token: personalToken.token };
const inputs = { version: 'v1.1.0', date: '2026-01-31' };
const page = 'https://github.com/org/project';

const older = '## [v1.0.0](https://github.com/org/project/tree/v1.0.0) (2020-01-01)\r\n\r\n- a\r\n';
const section = [
  `## [v1.1.0](${page}/tree/v1.1.0) (2026-01-31)`,
  '',
  `[Full Changelog](${page}/compare/v1.0.0...v1.1.0)`,
  '',
  '**Fixed bugs:**',
  '',
  `- It breaks [\\#2](${page}/issues/2)`,
  '',
  '**Merged pull requests:**',
  '',
  `- Mend it [\\#1](${page}/pull/1) ([mona](https://github.com/mona))`,
  '',
  '',
].join('\r\n');

export const scenarios: readonly Scenario[] = [
  {
    title: 'what was merged and closed, into a shallow checkout',
    async arrange(openDoor) {
      const repo = await scratchGitHub({ 'CHANGELOG.md': older }, { tokens: [token, personalToken] });
      await mergeAndClose(repo);
      const doors = await open(repo, openDoor);
      const place = await repo.clone();
      await place.git('remote', 'set-url', 'origin', `${doors.git}/org/project`);
      const look = async (): Promise<Sight> => {
        const files = Object.entries(await lookAtFiles(place.folder));
        return Object.fromEntries(
          files.map(([path, text]) => [path, asOnGitHub(text, [doors.git, repo.github.git.url])]),
        );
      };
      return {
        place,
        inputs,
        jobToken: token.token,
        env: { GITHUB_SERVER_URL: doors.git, GITHUB_API_URL: doors.api },
        look,
        wanted: { 'CHANGELOG.md': section + older, mended: 'yes\n' },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'what stood under Unreleased',
    async arrange(openDoor) {
      const repo = await scratchRepository(
        { 'CHANGELOG.md': '## [Unreleased]\n\n- mine\n' },
        { server: { tokens: [{ token: token.token, contents: 'read' }] } },
      );
      const door = await openDoor(repo.server.url);
      await repo.git('remote', 'set-url', 'origin', `${door}/org/project`);
      return {
        place: repo,
        inputs,
        jobToken: token.token,
        env: { GITHUB_SERVER_URL: door },
        look: () => lookAtFiles(repo.folder),
        wanted: { 'CHANGELOG.md': '## [Unreleased]\n\n## [1.1.0] - 2026-01-31\n\n- mine\n' },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];

async function mergeAndClose(repo: ScratchGitHub): Promise<void> {
  await repo.pushTag('v1.0.0');
  await repo.commit('Mend it', { mended: 'yes\n' });
  await repo.push('HEAD:refs/heads/topic');
  await repo.ask('POST …/pulls', { ...asMona, body: { title: 'Mend it', head: 'topic', base: 'main' } });
  await repo.ask('PUT …/pulls/1/merge', { ...asMona, body: { merge_method: 'squash' } });
  await repo.ask('POST …/issues', { ...asMona, body: { title: 'It breaks', labels: ['bug'] } });
  await repo.ask('PATCH …/issues/2', { ...asMona, body: { state: 'closed' } });
}

const open = async ({ github }: ScratchGitHub, openDoor: OpenDoor) => ({
  git: await openDoor(github.git.url),
  api: await openDoor(github.url),
});

/** A text with GitHub's address in place of those of its doors, which are others in every trial. */
const asOnGitHub = (text: unknown, doors: readonly string[]): unknown =>
  typeof text === 'string' ? doors.reduce((all, door) => all.replaceAll(door, 'https://github.com'), text) : text;
