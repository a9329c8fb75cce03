import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import ghRelease from '../../actions/gh-release/action.ts';
import { secondaryLimit } from '../../src/embedded/github/wire/faults.ts';
import { jobToken, personalToken } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import {
  makeDraft,
  makeHalfUpload,
  releaseJob,
  releaseJobWithFiles,
  releaseProject,
  sha256,
  shownReleases,
} from '../support/releases.ts';

const shape = async (scratch: ScratchGitHub) =>
  (await shownReleases(scratch)).map(({ draft, assets }) => [draft, assets.map(({ name }) => name).toSorted()]);
const whole = [[false, ['SHA256SUMS', 'a', 'b']]];
const built = { a: 'a', b: 'bb' };

describe('a half of a file', () => {
  it('that is old is replaced at once', async () => {
    await using scratch = await releaseProject(built);
    await makeHalfUpload(scratch, await makeDraft(scratch), 'a', 4);
    await succeed(ghRelease, scratch, { ...releaseJobWithFiles(), pace: 1 });
    expect(await shape(scratch)).toEqual(whole);
  }, 20_000);

  it('that is young is waited for, and taken as it arrives', async () => {
    await using scratch = await releaseProject(built);
    const draft = await makeDraft(scratch);
    await makeHalfUpload(scratch, draft, 'a', 0);
    const begun = scratch.github.requests.length;
    let looks = 0;
    scratch.github.fault = ({ method, path }) => {
      if (method !== 'GET' || !path.endsWith('/releases') || ++looks !== 3) return undefined;
      const [half] = scratch.github.repository('org/project').releases[0]?.assets ?? [];
      Object.assign(half ?? {}, { state: 'uploaded', size: 1, digest: `sha256:${sha256('a')}` });
      return undefined;
    };
    const { log, outcome } = await perform(ghRelease, scratch, { ...releaseJobWithFiles(), pace: 0.1 });
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch('Another job is uploading a: looking again.');
    expect(await shape(scratch)).toEqual(whole);
    expect(scratch.github.requests.slice(begun).filter(({ method }) => method === 'DELETE')).toEqual([]);
  }, 20_000);

  it('of a file that is not here keeps the draft from being published', async () => {
    await using scratch = await releaseProject(built);
    await makeHalfUpload(scratch, await makeDraft(scratch), 'x', 4);
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch('The upload of x to the draft');
    expect(await shape(scratch)).toEqual([[true, ['x']]]);
  });
});

describe('a second draft', () => {
  it('with files of its own is refused before anything is written', async () => {
    await using scratch = await releaseProject(built);
    await makeDraft(scratch);
    const { id } = await makeDraft(scratch, { x: 'only here' });
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      `A second draft (${id}) has files that the first one does not have: x.`,
    );
    expect(await shape(scratch)).toHaveLength(2);
  });

  it('beside what is published is removed by the next run', async () => {
    await using scratch = await releaseProject(built);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    await makeDraft(scratch, { a: 'a' });
    const { log } = await perform(ghRelease, scratch, releaseJobWithFiles());
    expect(log).toMatch(/Delete the redundant draft \d+ for v1\.0\.0/);
    expect(await shape(scratch)).toEqual(whole);
  });

  it('that a stale list led to is removed', async () => {
    await using scratch = await releaseProject(built);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    let isFirst = true;
    scratch.github.fault = ({ method, path }) => {
      const isStale = isFirst && method === 'GET' && path.endsWith('/releases');
      if (isStale) isFirst = false;
      return isStale ? { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' } : undefined;
    };
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(await shape(scratch)).toEqual(whole);
  });
});

describe('another run', () => {
  it('that publishes its own draft first leaves one release, and both are green', async () => {
    await using scratch = await releaseProject(built);
    let isFirst = true;
    scratch.github.fault = async ({ method, path }) => {
      if (method !== 'PATCH' || !/\/releases\/\d+$/.test(path) || !isFirst) return undefined;
      isFirst = false;
      const body = { tag_name: 'v1.0.0', draft: true };
      const { id } = await makeDraft(scratch, { ...built, SHA256SUMS: `${sha256('a')}  a\n${sha256('bb')}  b\n` });
      await scratch.ask(`PATCH …/releases/${id}`, {
        token: personalToken.token,
        body: { ...body, draft: false, name: 'v1.0.0' },
      });
      return undefined;
    };
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(await shape(scratch)).toEqual(whole);
  });
});

describe('a server that tells no checksums', () => {
  const settings = { assetDigests: false };

  it('is believed by what it serves, after the upload and in a check', async () => {
    await using scratch = await releaseProject(built, { settings });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    await succeed(ghRelease, scratch, releaseJobWithFiles({ mode: 'check' }));
    await scratch.write('dist/a', 'x');
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      /a is published with sha256:\w+, but the file here has sha256:/,
    );
  });

  it.each(['reset-before', 'truncated', { status: 503 }] as const)(
    'is asked again where a download fails: %j',
    async (fault) => {
      await using scratch = await releaseProject(built, { settings });
      let left = 3;
      scratch.github.fault = ({ path }) => (path.startsWith('/release-assets/') && left-- > 0 ? fault : undefined);
      await succeed(ghRelease, scratch, releaseJobWithFiles());
      expect(left).toBeLessThan(0);
      expect(await shape(scratch)).toEqual(whole);
    },
  );
});

describe('lists that show nothing new', () => {
  it.each([1, 2, 5])('for %i looks lead to no second release', async (staleLists) => {
    await using scratch = await releaseProject(built, { settings: { staleLists } });
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    for (let look = 0; look < staleLists; look++) await shownReleases(scratch);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    for (let look = 0; look < staleLists; look++) await shownReleases(scratch);
    expect(await shape(scratch)).toEqual(whole);
  });
});

describe('files', () => {
  it('that two globs mean are uploaded once, with the label of one of them', async () => {
    await using scratch = await releaseProject(built);
    await succeed(ghRelease, scratch, releaseJob({ files: 'dist/*\n./dist/a#The file\ndist/[a]' }));
    expect(await shape(scratch)).toEqual(whole);
    expect((await shownReleases(scratch))[0]?.assets.find(({ name }) => name === 'a')).toMatchObject({
      label: 'The file',
    });
  });

  it.each([
    ['dist', 'dist is a folder, not a file.'],
    ['../outside', '../outside is outside the workspace.'],
    ['.git/config', 'is inside the .git folder'],
    ['dist/*#label\n#', 'names no file'],
  ])('named %s are refused', async (named, message) => {
    await using scratch = await releaseProject(built);
    await scratch.write('../outside', 'x');
    expect(await refusal(ghRelease, scratch, releaseJob({ files: named }))).toMatch(message);
    expect(await shownReleases(scratch)).toEqual([]);
  });

  it('of 2 GiB are refused unread', async () => {
    await using scratch = await releaseProject(built);
    await using file = await open(join(scratch.folder, 'dist/large'), 'w');
    await file.truncate(2 ** 31);
    const begin = process.cpuUsage();
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch('dist/large has 2147483648 bytes');
    expect(process.cpuUsage(begin).user).toBeLessThan(1_500_000);
  });

  it('beyond 1,000 together with those of the draft are refused before an upload', async () => {
    await using scratch = await releaseProject(
      Object.fromEntries(Array.from({ length: 999 }, (_, index) => [`f${index}`, 'x'])),
    );
    await makeDraft(scratch, { x: 'x' });
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      'would have 1001 files, with those that it has already. It can have at most 1000.',
    );
    expect(await shape(scratch)).toEqual([[true, ['x']]]);
  }, 20_000);
});

describe('at an upload', () => {
  it.each([
    ['a secondary limit (403)', secondaryLimit(403, 1)],
    ['a secondary limit (429)', secondaryLimit(429, 1)],
    ['a secondary limit that names no time', secondaryLimit(403)],
    ['a reset in the middle', 'reset-during'],
    ['an error after a half', { during: { status: 502 } }],
    ['a late answer', 300],
    ['an answer in small pieces', 'trickle'],
  ] as const)('%s is survived', async (_, fault) => {
    await using scratch = await releaseProject(built);
    let left = 2;
    scratch.github.fault = ({ path }) => (path.endsWith('/assets') && left-- > 0 ? fault : undefined);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(left).toBeLessThan(0);
    expect(await shape(scratch)).toEqual(whole);
  });

  it('Retry-After is honoured', async () => {
    await using scratch = await releaseProject({ a: 'a' });
    let left = 1;
    const times: number[] = [];
    scratch.github.fault = ({ path }) => {
      if (!path.endsWith('/assets')) return undefined;
      times.push(performance.now());
      return left-- > 0 ? secondaryLimit(429, 2) : undefined;
    };
    const { log, outcome } = await perform(ghRelease, scratch, {
      ...releaseJobWithFiles({ checksums: 'none' }),
      pace: 1,
    });
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch(/GitHub limits requests: trying .* again in 2 seconds/);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1900);
  }, 20_000);

  it('a limit of an hour ends the run, and says until when; the next one completes it', async () => {
    await using scratch = await releaseProject(built);
    scratch.github.fault = ({ path }) => (path.endsWith('/assets') ? secondaryLimit(403, 3600) : undefined);
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(
      /The token has reached a rate limit of GitHub/,
    );
    scratch.github.fault = undefined;
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    expect(await shape(scratch)).toEqual(whole);
  });

  it('an expired token ends the run clearly, and nothing is published', async () => {
    await using scratch = await releaseProject(built);
    let isExpired = false;
    scratch.github.fault = ({ path }) => {
      isExpired ||= path.endsWith('/assets');
      return isExpired ? 'expired-token' : undefined;
    };
    const said = await refusal(ghRelease, scratch, releaseJobWithFiles());
    expect(said).toMatch('GitHub does not accept the token.');
    expect(said).toMatch('Pass a valid token as the input token; on the command line, set GH_TOKEN.');
    scratch.github.fault = undefined;
    expect(await shape(scratch)).toEqual([[true, []]]);
  });
});

describe('who may not write', () => {
  const reader = { ...jobToken, permissions: { contents: 'read' } } as const;

  it('sees no drafts, and is told so in a plan that does not fail', async () => {
    await using scratch = await releaseProject(built, { tokens: [reader, personalToken] });
    await makeDraft(scratch);
    const { log, outcome } = await perform(ghRelease, scratch, releaseJobWithFiles({ mode: 'dry-run' }));
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch(
      'It is unknown whether there is a draft for v1.0.0. To see drafts, the token needs contents: write.',
    );
  });

  it('can check a release that is published', async () => {
    await using scratch = await releaseProject(built, {
      tokens: [reader, { ...personalToken, token: 'mona' }, personalToken],
    });
    await succeed(ghRelease, scratch, releaseJobWithFiles({ token: personalToken.token }));
    expect((await perform(ghRelease, scratch, releaseJobWithFiles({ mode: 'check' }))).log).not.toMatch('unknown');
  });
});

describe('a rehearsal', () => {
  it('asks GitHub for no notes about a commit that only the runner has', async () => {
    await using scratch = await releaseProject();
    await scratch.commit('Only here');
    await scratch.tag('v1.1.0', { annotated: 'Rehearsed\n' });
    const begun = scratch.github.requests.length;
    const inputs = releaseJob({ tag: 'v1.1.0', notes: 'text: Read this.\ngenerated', mode: 'local' });
    const { log, outcome } = await perform(ghRelease, scratch, inputs);
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch('would: Publish release v1.1.0');
    expect(log).toMatch('GitHub generates the notes when it has the tag v1.1.0.');
    const asking = scratch.github.requests.slice(begun).map(({ body }) => JSON.stringify(body) ?? '');
    expect(asking.join()).not.toMatch('target_commitish');
  });
});

describe('a publication that makes the tag', () => {
  it('has all of its notes, also where the checkout has that tag already', async () => {
    await using scratch = await releaseProject();
    await scratch.tag('v1.1.0', { annotated: 'Only here\n' });
    const inputs = releaseJob({ tag: 'v1.1.0', notes: 'text: Read this.\ngenerated', 'create-tag': 'true' });
    await succeed(ghRelease, scratch, inputs);
    const [release] = await shownReleases(scratch);
    expect(release?.body).toMatch(/^Read this\.\n\n[^]*Full Changelog/);
  });
});

describe('a tag that is elsewhere', () => {
  it('is refused before anything is said about releases', async () => {
    await using scratch = await releaseProject({ 'a.txt': 'a' });
    await scratch.commit('Later');
    scratch.github.fault = () => 'expired-token';
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch(/^Tag v1\.0\.0 is at /);
  });
});

describe('a check of a finished release', () => {
  it('names every file that differs', async () => {
    await using scratch = await releaseProject(built, { settings: { immutableReleases: ['org/project'] } });
    await succeed(ghRelease, scratch, releaseJobWithFiles({ notes: 'generated' }));
    await succeed(ghRelease, scratch, releaseJobWithFiles({ notes: 'generated', mode: 'check' }));
    for (const name of ['a', 'b', 'c']) await scratch.write(`dist/${name}`, `other ${name}`);
    const said = await refusal(ghRelease, scratch, releaseJobWithFiles({ notes: 'generated', mode: 'check' }));
    for (const [name, text] of Object.entries(built))
      expect(said).toMatch(
        `${name} has sha256:${sha256(text).slice(0, 12)}, not sha256:${sha256(`other ${name}`).slice(0, 12)}, in the release`,
      );
    expect(said).toMatch('c is missing in the release v1.0.0');
  });

  it('names what is missing where it could be added', async () => {
    await using scratch = await releaseProject(built);
    await succeed(ghRelease, scratch, releaseJobWithFiles());
    await scratch.write('dist/c', 'c');
    const { log, outcome } = await perform(ghRelease, scratch, releaseJobWithFiles({ mode: 'check' }));
    expect(outcome.failure).toBeDefined();
    expect(log).toMatch('upload c (1 bytes, sha256:');
  });
});

describe('the tag', () => {
  it('is made by the publication at the commit that was asked for', async () => {
    await using scratch = await releaseProject(built);
    const commit = await scratch.head();
    await scratch.commit('later');
    await scratch.push();
    await succeed(ghRelease, scratch, releaseJobWithFiles({ tag: 'v2.0.0', 'create-tag': 'true', commit }));
    expect((await scratch.remoteRefs()).get('refs/tags/v2.0.0')).toBe(commit);
  });

  it('that is deleted during the run is not made again by the publication', async () => {
    await using scratch = await releaseProject(built);
    let isFirst = true;
    scratch.github.fault = async ({ path }) => {
      if (path.endsWith('/assets') && isFirst) {
        isFirst = false;
        await scratch.direct('push', '-q', 'origin', ':refs/tags/v1.0.0');
      }
      return undefined;
    };
    expect(await refusal(ghRelease, scratch, releaseJobWithFiles())).toMatch('Missing: tag v1.0.0 on origin.');
    expect(await shape(scratch)).toEqual([[true, ['SHA256SUMS', 'a', 'b']]]);
  });

  it('of a rehearsal gives its message to the notes', async () => {
    await using scratch = await releaseProject(built);
    await scratch.git('tag', '-a', '-m', 'Said in a rehearsal.', 'v2.0.0');
    const { log, outcome } = await perform(
      ghRelease,
      scratch,
      releaseJobWithFiles({ tag: 'v2.0.0', notes: 'tag', mode: 'local' }),
    );
    expect(outcome.failure).toBeUndefined();
    expect(log).toMatch('Said in a rehearsal.');
  });
});

describe('what was chosen by hand stays', () => {
  it('the latest one, when notes are edited', async () => {
    await using scratch = await releaseProject();
    await succeed(ghRelease, scratch, releaseJob());
    await scratch.pushTag('v0.9.0');
    await succeed(ghRelease, scratch, releaseJob({ tag: 'v0.9.0', latest: 'true' }));
    await succeed(ghRelease, scratch, releaseJob({ notes: 'text: Another text.' }));
    expect((await scratch.ask('GET …/releases/latest')).body.tag_name).toBe('v0.9.0');
  });

  it('an immutable release without checksums, when notes are edited', async () => {
    await using scratch = await releaseProject(built, { settings: { immutableReleases: ['org/project'] } });
    await succeed(ghRelease, scratch, releaseJobWithFiles({ checksums: 'none' }));
    await succeed(ghRelease, scratch, releaseJob({ notes: 'text: Another text.' }));
    expect(await shownReleases(scratch)).toMatchObject([{ body: 'Another text.', assets: [{}, {}] }]);
  });

  it('a prerelease is never the latest, whoever asks for it', async () => {
    await using scratch = await releaseProject({}, {}, 'v1.0.0-rc.1');
    const said = await refusal(ghRelease, scratch, releaseJob({ tag: 'v1.0.0-rc.1', latest: 'true' }));
    expect(said).toMatch('v1.0.0-rc.1 is a prerelease. GitHub never shows a prerelease as the latest release.');
  });
});
