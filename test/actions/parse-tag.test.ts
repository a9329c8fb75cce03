import { describe, expect, it } from 'vitest';
import parseTag from '../../actions/parse-tag/action.ts';
import { gpgKey, sshKey } from '../support/keys.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

const pushOf = (tag: string, sha?: string) => ({
  env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/tags/${tag}`, ...(sha === undefined ? {} : { GITHUB_SHA: sha }) },
});

describe('which tag', () => {
  it.each([
    ['a tag push', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v0.1.0' }],
    ['a release event', { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v0.1.0' }],
    ['a dispatch at a tag', { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/tags/v0.1.0' }],
  ])('the ref of %s decides, when no input is given', async (_, env) => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    expect(await succeed(parseTag, repo, { env })).toMatchObject({
      tag: 'v0.1.0',
      ref: 'refs/tags/v0.1.0',
      exists: 'true',
    });
  });

  it('the input decides, whatever the ref is', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    const env = { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/main' };
    expect(await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' }, env })).toMatchObject({ tag: 'v0.1.0' });
  });

  it.each(['refs/heads/main', 'refs/pull/7/merge'])(
    '%s without an input is refused, with the way to pass a tag',
    async (ref) => {
      await using repo = await scratchRepository();
      const said = await refusal(parseTag, repo, { env: { GITHUB_REF: ref } });
      expect(said).toContain(`The input tag is empty, and the run was triggered by ${ref}, not by a tag.`);
      expect(said).toContain("tag: '${{ inputs.tag }}'");
    },
  );

  it('a tag that does not exist yet is filled in from HEAD', async () => {
    await using repo = await scratchRepository();
    const { outputs, log } = await perform(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(outputs).toMatchObject({
      exists: 'false',
      version: '0.1.0',
      sha: await repo.head(),
      'next-version': '0.2.0-dev.0',
      epoch: '1767268860',
    });
    expect(outputs['annotated']).toBeUndefined();
    expect(log).toContain('v0.1.0 does not exist yet');
  });

  it('a version has the tag of the first stream, and it does not matter where that tag is', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v1.2.0');
    const at = await repo.commit('Later');
    const streams = 'release: v{version}\nmodule: {path}/v{version}';
    for (const version of ['1.2.0', 'v1.2.0']) {
      const { outputs, log } = await perform(parseTag, repo, { inputs: { version, streams } });
      expect(outputs).toMatchObject({ tag: 'v1.2.0', version: '1.2.0', stream: 'release', exists: 'true', sha: at });
      expect(outputs['annotated']).toBeUndefined();
      expect(log).toContain('v1.2.0 exists already. Where it is does not matter here.');
    }
    expect(await succeed(parseTag, repo, { inputs: { version: '1.3.0.dev0', streams: 'r: {pep440}' } })).toMatchObject({
      tag: '1.3.0.dev0',
      version: '1.3.0-dev.0',
      exists: 'false',
    });
  });

  it.each([
    [
      { version: '1.2.0', tag: 'v1.2.0' },
      'The inputs tag ("v1.2.0") and version ("1.2.0") are both set.\nGive a tag, or the version that a tag will have.',
    ],
    [
      { version: '1.2.0', streams: 'module: {path}/v{version}' },
      'A version alone has no tag in the stream module: {path}/v{version} has a folder, too.\nGive the input tag, or put a stream without {path} first.',
    ],
    [
      { tag: '2.0.7.1', streams: 'release: {pep440}', fill: '{tag} is {version}' },
      '{version} is in the input fill, but "2.0.7.1" has no such form.\nUse another form of the version, or a tag whose output version is set.',
    ],
  ])('refuses %j', async (inputs, said) => {
    await using repo = await scratchRepository();
    expect(await refusal(parseTag, repo, { inputs })).toBe(said);
  });

  it('fills the forms of the version into a text, and leaves other words in braces', async () => {
    await using repo = await scratchRepository();
    const text = 'a: { version: {version}, name: {pep440} }\nb: {tag} {image-tag} {Version} ${{version}} {path}';
    const inputs = { tag: 'chart/1.2.0-rc.1', revision: '0', fill: JSON.stringify({ one: text, two: '$& "{tag}"' }) };
    const { filled = '' } = await succeed(parseTag, repo, { inputs });
    expect(JSON.parse(filled)).toEqual({
      one: 'a: { version: 1.2.0-rc.1, name: 1.2.0rc1 }\nb: chart/1.2.0-rc.1 1.2.0-rc.1-0 {Version} ${1.2.0-rc.1} {path}',
      two: '$& "chart/1.2.0-rc.1"',
    });
  });

  it('all bad inputs are refused at once', async () => {
    await using repo = await scratchRepository();
    const said = await refusal(parseTag, repo, {
      inputs: { tag: 'v1.0.0', streams: 'x', revision: 'one', require: 'both', next: 'big' },
    });
    for (const name of ['streams', 'revision', 'require', 'next']) expect(said).toContain(`Input ${name} `);
  });
});

describe('where the tag is', () => {
  it('a chart and an image tag on one commit: both are listed, and each has a previous one of its own', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.0.9');
    await repo.pushTag('chart/0.0.8');
    await repo.commit('Release');
    await repo.push();
    await repo.pushTag('v0.1.0');
    await repo.pushTag('chart/0.1.0', { annotated: 'Chart 0.1.0\n' });
    const chart = await succeed(parseTag, repo, pushOf('chart/0.1.0', await repo.head()));
    expect(chart).toMatchObject({
      stream: 'chart',
      'tags-at-commit': 'chart/0.1.0\nv0.1.0',
      'previous-tag': 'chart/0.0.8',
      'previous-version': '0.0.8',
      'image-tag': '0.1.0',
    });
    expect(await succeed(parseTag, repo, pushOf('v0.1.0'))).toMatchObject({
      stream: 'image',
      'previous-tag': 'v0.0.9',
      'is-latest': 'true',
    });
  });

  it('HEAD at another commit is refused, with the line for checkout', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    const at = await repo.head();
    const head = await repo.commit('Later');
    const said = await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(said).toContain(`Tag v0.1.0 is at ${at.slice(0, 12)}, not at ${head.slice(0, 12)}.`);
    expect(said).toMatch(/\nCheck out the tag: git checkout v0\.1\.0$/);
    const job = { inputs: { tag: 'v0.1.0' }, env: { GITHUB_ACTIONS: 'true' } };
    expect(await refusal(parseTag, repo, job)).toMatch(
      /\nCheck out the tag before this step: actions\/checkout with\n {2}ref: refs\/tags\/v0\.1\.0\nor, in a workflow that both pushes and dispatches start,\n {2}ref: \$\{\{ inputs\.tag \|\| github\.ref \}\}$/,
    );
  });

  it('a tag that was moved since the event is refused', async () => {
    await using repo = await scratchRepository();
    const before = await repo.head();
    await repo.pushTag('v0.1.0');
    const clone = await repo.clone({ ref: 'refs/tags/v0.1.0' });
    await repo.commit('Later');
    await repo.git('tag', '--force', 'v0.1.0');
    await repo.direct('push', '--quiet', '--force', 'origin', 'refs/tags/v0.1.0');
    const said = await refusal(parseTag, clone, pushOf('v0.1.0', before));
    expect(said).toContain('Tag v0.1.0 was moved: it is at');
    expect(await refusal(parseTag, clone, { inputs: { tag: 'v0.1.0' } })).toMatch(
      /it is at \w{12} on origin, but at \w{12} in this checkout\./,
    );
  });

  it('a shallow checkout without tags gets what it needs, and keeps what it has', async () => {
    await using repo = await scratchRepository({}, { server: {} });
    await repo.pushTag('v0.0.9');
    await repo.commit('Release');
    await repo.push();
    await repo.pushTag('v0.1.0', { annotated: 'Version 0.1.0\n' });
    const clone = await repo.clone({ ref: await repo.head() });
    const refs = () => clone.git('for-each-ref');
    const before = await refs();
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const found = await succeed(parseTag, clone, { inputs: { tag: 'v0.1.0', branch: 'main' }, env });
    expect(found).toMatchObject({
      annotated: 'true',
      subject: 'Version 0.1.0',
      'previous-tag': 'v0.0.9',
      sha: await repo.head(),
    });
    expect(await refs()).toBe(before);
    expect(await clone.git('rev-parse', '--is-shallow-repository')).toBe('true');
  });

  it('a tag that is in the checkout only is taken as planned', async () => {
    await using repo = await scratchRepository();
    await repo.tag('v0.1.0', { annotated: 'Planned\n' });
    const { outputs, log } = await perform(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(outputs).toMatchObject({ exists: 'true', subject: 'Planned', 'tags-at-commit': 'v0.1.0' });
    expect(log).toContain('it is not pushed yet');
  });

  it('without a remote the tags of the checkout have to do', async () => {
    await using repo = await scratchRepository();
    await repo.tag('v0.1.0');
    await repo.git('remote', 'remove', 'origin');
    const { outputs, log } = await perform(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(outputs['exists']).toBe('true');
    expect(log).toContain('no remote named origin');
  });

  it('a tag that was deleted since the event is refused', async () => {
    await using repo = await scratchRepository();
    await repo.tag('v0.1.0');
    expect(await refusal(parseTag, repo, pushOf('v0.1.0'))).toContain(
      'Tag v0.1.0 triggered this run, but it no longer exists on origin.',
    );
  });

  it.each([
    ['nothing', { status: 204, body: '' }],
    ['an empty page', { status: 200, body: '' }],
    ['a login page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>\n' }],
  ])('a server that answers %s has not said that there are no tags', async (_, answer) => {
    await using repo = await scratchRepository({}, { server: { fault: () => answer } });
    const { outcome } = await perform(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(String(outcome.failure)).toMatch(/origin (listed no refs|did not answer)|no repository at origin/);
  });

  it('a tag that was made anew at the same commit is refused', async () => {
    await using repo = await scratchRepository();
    await repo.tag('v0.1.0', { annotated: 'Mine\n' });
    const other = await repo.clone();
    await other.pushTag('v0.1.0', { annotated: 'Theirs\n' });
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0' } })).toContain(
      'Tag v0.1.0 was recreated at the same commit',
    );
  });

  it('a commit that git shows with its signature has a time all the same', async () => {
    await using repo = await scratchRepository();
    await using key = await gpgKey();
    await repo.git('config', 'log.showSignature', 'true');
    await key.sign(repo, 'v0.1.0', 'Signed\n');
    expect(await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' } })).toMatchObject({ epoch: '1767268860' });
  });

  it('a remote that does not answer is a clear end', async () => {
    await using repo = await scratchRepository({}, { server: { fault: () => ({ status: 503, body: 'unavailable' }) } });
    const { outcome } = await perform(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(String(outcome.failure)).toContain('origin did not answer');
    expect(repo.server.requests).toHaveLength(4);
  });

  it('a folder without a repository is a clear end', async () => {
    await using repo = await scratchRepository();
    expect(await refusal(parseTag, { folder: '/' }, { inputs: { tag: 'v0.1.0' } })).toContain(
      '/ is not a git checkout.\nPut actions/checkout before this step, or run the command in a folder of the repository.',
    );
    expect(repo.folder).toBeTruthy();
  });
});

describe('branch', () => {
  it.each([0, 1])('a commit of main is accepted, and one beside it refused (fetch-depth %i)', async (depth) => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    await repo.git('checkout', '--quiet', '-b', 'beside');
    await repo.commit('Beside');
    await repo.pushTag('v0.2.0');
    await repo.git('checkout', '--quiet', 'main');
    await repo.commit('Later');
    await repo.push();
    const on = await repo.clone({ ref: 'refs/tags/v0.1.0', depth });
    expect(await succeed(parseTag, on, { inputs: { tag: 'v0.1.0', branch: 'main' } })).toMatchObject({ tag: 'v0.1.0' });
    const beside = await repo.clone({ ref: 'refs/tags/v0.2.0', depth });
    expect(await refusal(parseTag, beside, { inputs: { tag: 'v0.2.0', branch: 'main' } })).toContain(
      'is not on the branch main',
    );
  });

  it('a branch that is not there is told together with a tag of the past', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    const at = (await repo.head()).slice(0, 12);
    const head = (await repo.commit('Later')).slice(0, 12);
    await repo.push();
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0', branch: 'mian' } })).toBe(
      `Tag v0.1.0 is at ${at}, not at ${head}.\nCheck out the tag: git checkout v0.1.0\n` +
        'There is no branch mian on origin.\nCorrect the input branch.',
    );
  });

  it('a branch that is not there is refused', async () => {
    await using repo = await scratchRepository();
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0', branch: 'mian' } })).toContain(
      'There is no branch mian on origin.',
    );
  });
});

describe('what kind of tag', () => {
  it('an annotated one says who, when and what', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0', { annotated: 'Version\n0.1.0\n\n# not a comment\n' });
    expect(await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0', require: 'annotated' } })).toMatchObject({
      annotated: 'true',
      signed: 'false',
      tagger: 'C O Mitter <committer@example.com>',
      subject: 'Version 0.1.0',
      message: 'Version\n0.1.0\n\n# not a comment',
      date: '2026-01-01T12:01:00Z',
      sha: await repo.head(),
    });
  });

  it('a lightweight one has no message, and is refused where more is required', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    const outputs = await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
    expect(outputs).toMatchObject({ annotated: 'false', signed: 'false' });
    expect(outputs).not.toHaveProperty('message');
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0', require: 'annotated' } })).toContain(
      'is lightweight',
    );
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0', require: 'signed' } })).toContain('is lightweight');
  });

  it.each([
    ['ssh', sshKey],
    ['gpg', gpgKey],
  ] as const)('a signature by %s stays out of the message', async (_, newKey) => {
    await using repo = await scratchRepository();
    await using key = await newKey();
    await key.sign(repo, 'v0.1.0', 'Version 0.1.0\n');
    await repo.push('refs/tags/v0.1.0');
    const outputs = await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0', require: 'signed' } });
    expect(outputs).toMatchObject({ signed: 'true', annotated: 'true', message: 'Version 0.1.0' });
  });

  it('an annotated tag without a signature is refused where one is required', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0', { annotated: 'Version\n' });
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0', require: 'signed' } })).toContain('is not signed');
  });

  it('a tag of a tag leads to the commit', async () => {
    await using repo = await scratchRepository();
    await repo.tag('inner', { annotated: 'Inner\n' });
    await repo.pushTag('v0.1.0', { annotated: 'Outer\n', at: 'inner' });
    const clone = await repo.clone({ ref: 'refs/tags/v0.1.0' });
    expect(await succeed(parseTag, clone, { inputs: { tag: 'v0.1.0' } })).toMatchObject({
      sha: await repo.head(),
      message: 'Outer',
      annotated: 'true',
    });
  });

  it('a tag that leads to no commit is refused', async () => {
    await using repo = await scratchRepository({ 'a.txt': 'a' });
    await repo.pushTag('v0.1.0', { at: 'HEAD:a.txt' });
    expect(await refusal(parseTag, repo, { inputs: { tag: 'v0.1.0' } })).toContain(
      'Check out the tag: git checkout v0.1.0',
    );
  });
});

describe('versions', () => {
  it.each([
    [
      { tag: 'v1.2.0+build.5' },
      { version: '1.2.0+build.5', build: 'build.5' },
      ['image-tag', 'pep440'],
      'the output image-tag is unset',
    ],
    [
      { tag: '2.0.7.1', streams: 'driver: {pep440}' },
      { pep440: '2.0.7.1', major: '2', minor: '0', patch: '7' },
      ['version'],
      'the output version is unset',
    ],
    [{ tag: 'v3.4.4', revision: '1' }, { 'image-tag': 'v3.4.4-1' }, [], 'stream image'],
    [
      { tag: 'v3.3.0-beta.1', revision: '3' },
      { 'image-tag': 'v3.3.0-beta.1-3', 'is-prerelease': 'true' },
      ['next-version', 'next-pep440'],
      'stream',
    ],
  ])('%j', async (inputs, wanted, unset, note) => {
    await using repo = await scratchRepository();
    const { outputs, log, outcome } = await perform(parseTag, repo, { inputs });
    expect(outcome.failure).toBeUndefined();
    expect(outputs).toMatchObject(wanted);
    for (const name of unset) expect(outputs).not.toHaveProperty(name);
    expect(log).toContain(note);
  });

  it('a backport is not the latest, and has no next version', async () => {
    await using repo = await scratchRepository();
    for (const tag of ['v0.9.0', 'v1.0.0', 'v1.1.0-rc.1']) await repo.pushTag(tag);
    const outputs = await succeed(parseTag, repo, { inputs: { tag: 'v0.9.1' } });
    expect(outputs).toMatchObject({ 'is-latest': 'false', 'previous-tag': 'v0.9.0' });
    expect(outputs).not.toHaveProperty('next-version');
  });

  it('labels say where an image comes from', async () => {
    await using repo = await scratchRepository();
    const env = { GITHUB_REPOSITORY: 'org/project', GITHUB_SERVER_URL: 'https://github.example' };
    const { labels } = await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' }, env });
    expect(labels?.split('\n')).toEqual([
      'org.opencontainers.image.created=2026-01-01T12:01:00Z',
      `org.opencontainers.image.revision=${await repo.head()}`,
      'org.opencontainers.image.version=v0.1.0',
      'org.opencontainers.image.source=https://github.example/org/project',
    ]);
  });
});
