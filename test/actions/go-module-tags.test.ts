import { join } from 'node:path';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import { goProject } from '../support/go.ts';
import { gpgKey, sshKey } from '../support/keys.ts';
import { startModuleProxy } from '../support/module-proxy.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { type ScratchOptions, type ScratchRepository, scratchRepository } from '../support/repository.ts';

const root = 'github.com/Org/project';
const inputs = { version: 'v0.8.0' };
const tags = ['v0.8.0', 'src/cloud/v0.8.0', 'src/webhook/v0.8.0'];
const files = {
  'go.mod': `module ${root}\n\ngo 1.21\n`,
  'project.go': 'package project\n',
  'src/cloud/go.mod': `module ${root}/src/cloud\n\ngo 1.21\n`,
  'src/cloud/cloud.go': 'package cloud\n\nconst Name = "cloud"\n',
  'src/webhook/go.mod': `module ${root}/src/webhook\n\ngo 1.21\n\nrequire ${root}/src/cloud v0.8.0\n\nreplace ${root}/src/cloud => ../cloud\n`,
  'src/webhook/webhook.go': `package webhook\n\nimport "${root}/src/cloud"\n\nconst Name = cloud.Name + "!"\n`,
  'src/webhook/fence/go.mod': `module ${root}/src/webhook/fence\n`,
};

const project = (options: ScratchOptions = {}) => scratchRepository(files, options);

/** The tags of origin, and the commits that they lead to. */
async function remoteTags(repo: Pick<ScratchRepository, 'remoteRefs'>): Promise<Record<string, string>> {
  const refs = [...(await repo.remoteRefs())].filter(([ref]) => ref.startsWith('refs/tags/'));
  return Object.fromEntries(refs.map(([ref, sha]) => [ref.replace('refs/tags/', '').replace('^{}', ''), sha]));
}

const all = (commit: string) => Object.fromEntries(tags.map((tag) => [tag, commit]));

const pushesOf = (repo: ScratchRepository) =>
  repo.server.requests.flatMap(({ updates }) => (updates.length > 0 ? [updates.length] : []));

describe('the modes', () => {
  it('apply tags every module here and there in one push, once', async () => {
    await using repo = await project({ server: {} });
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { outputs, log } = await perform(goModuleTags, repo, { inputs, env });
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    expect((await repo.git('tag', '--list')).split('\n').toSorted()).toEqual(tags.toSorted());
    expect(outputs).toMatchObject({ tags: tags.join('\n'), created: tags.join('\n'), starts: 'true' });
    expect(JSON.parse(outputs['modules'] ?? '')[1]).toEqual({
      path: `${root}/src/cloud`,
      directory: 'src/cloud',
      tag: 'src/cloud/v0.8.0',
      commit: await repo.head(),
    });
    expect(log).toContain('Skipped src/webhook/fence: its go.mod requires nothing, and it has no Go file.');
    expect(pushesOf(repo)).toEqual([3]);
    const again = await succeed(goModuleTags, await repo.clone(), { inputs: { ...inputs, mode: 'check' } });
    expect(again).toMatchObject({ tags: tags.join('\n'), created: '', changed: 'false' });
    expect(again).not.toHaveProperty('starts');
  });

  it('local tags here, and the tags that were rehearsed are pushed in earnest', async () => {
    await using repo = await project();
    const more = { ...inputs, message: '# Modules\n' };
    const { log } = await perform(goModuleTags, repo, { inputs: { ...more, mode: 'local' } });
    expect(log).toContain('would: Push 3 tags (v0.8.0 … src/webhook/v0.8.0) to origin');
    expect(await remoteTags(repo)).toEqual({});
    const object = await repo.git('rev-parse', 'refs/tags/v0.8.0');
    await succeed(goModuleTags, repo, { inputs: more });
    expect((await repo.remoteRefs()).get('refs/tags/v0.8.0')).toBe(object);
  });

  it('dry-run and check write nothing anywhere', async () => {
    await using repo = await project();
    const before = [await repo.git('for-each-ref'), await repo.remoteRefs()];
    await succeed(goModuleTags, repo, { inputs: { ...inputs, mode: 'dry-run' } });
    expect(await refusal(goModuleTags, repo, { inputs: { ...inputs, mode: 'check' } })).toMatch(
      /^origin has no tags v0\.8\.0, .* and src\/webhook\/v0\.8\.0; it should be at [0-9a-f]{12}\.\n/,
    );
    expect([await repo.git('for-each-ref'), await repo.remoteRefs()]).toEqual(before);
  });

  it('a dry run on cloud-api-adaptor lists the tags that were made of v0.22.0, and names podvm', async () => {
    const cwd = join(import.meta.dirname, '../fixtures/confidential-containers__cloud-api-adaptor/v0.22.0');
    const paths = await Array.fromAsync(glob('**/go.mod', { cwd }));
    const tree = await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path))] as const));
    await using repo = await scratchRepository(Object.fromEntries(tree));
    const { outputs, log } = await perform(goModuleTags, repo, { inputs: { version: '0.22.0', mode: 'dry-run' } });
    const names = ['cloud-api-adaptor', 'cloud-providers', 'peerpod-ctrl', 'webhook'];
    expect(outputs['tags']).toBe(names.map((name) => `src/${name}/v0.22.0`).join('\n'));
    expect(log).toContain('Skipped src/cloud-api-adaptor/podvm:');
    expect(log).toContain(
      'go.mod:71 requires github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers v0.0.0-00010101000000-000000000000, replaced by ../cloud-providers in this repository only; users of the tag do not get the replacement. There is no such version: go get fails.',
    );
    expect(log).toContain(
      'tag in this order, with a commit in between: src/cloud-providers, then src/peerpod-ctrl, then src/cloud-api-adaptor.',
    );
    const strict = { version: '0.22.0', mode: 'dry-run', 'replace-policy': 'refuse' };
    const line = (place: string, module: string) =>
      `src/${place.split('/')[0]}/v0.22.0: src/${place} requires github.com/confidential-containers/cloud-api-adaptor/src/${module} v0.0.0-00010101000000-000000000000, replaced by ../${module} in this repository only; users of the tag do not get the replacement. There is no such version: go get fails.\nTag the required module first, and require that version. Or set replace-policy: warn.`;
    expect(await refusal(goModuleTags, repo, { inputs: strict })).toBe(
      [
        line('cloud-api-adaptor/go.mod:71', 'cloud-providers'),
        line('cloud-api-adaptor/go.mod:72', 'peerpod-ctrl'),
        line('peerpod-ctrl/go.mod:6', 'cloud-providers'),
      ].join('\n'),
    );
  });
});

describe('which commit', () => {
  it('decides which modules there are, whatever is checked out', async () => {
    await using repo = await project();
    const before = await repo.head();
    await repo.commit('One more', { 'new/go.mod': `module ${root}/new\nrequire a.b/c v1.0.0\n` });
    await repo.write('uncommitted/go.mod', `module ${root}/uncommitted\nrequire a.b/c v1.0.0\n`);
    await succeed(goModuleTags, repo, { inputs: { ...inputs, commit: before } });
    expect(await remoteTags(repo)).toEqual(all(before));
  });

  it('of a submodule is its own business', async () => {
    await using repo = await project();
    await repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.scratch.origin, 'nested');
    await repo.commit('Nest');
    expect(await succeed(goModuleTags, repo, { inputs })).toMatchObject({ tags: tags.join('\n') });
  });
});

describe('a tag is never moved', () => {
  it('one elsewhere refuses all, with a version that is free for every module', async () => {
    await using repo = await project();
    await repo.pushTag('src/cloud/v0.8.0');
    await repo.pushTag('src/webhook/v0.8.1');
    const refs = await repo.remoteRefs();
    await repo.commit('Later');
    const said = await refusal(goModuleTags, repo, { inputs });
    const [now, then] = (await repo.git('log', '-2', '--format=%H')).split('\n').map((sha) => sha.slice(0, 12));
    expect(said).toBe(
      `Tag src/cloud/v0.8.0 already exists on origin, but at ${then}, not at ${now}.\nRelease v0.8.2 instead, which is free for every module. The Go module proxy never forgets a tag: whoever gets another commit for it sees a checksum mismatch (SECURITY ERROR).`,
    );
    expect([await repo.remoteRefs(), await repo.git('tag', '--list', 'v*')]).toEqual([refs, '']);
  });

  it('those that are right are left alone, annotated ones too, and the rest is pushed', async () => {
    await using repo = await project({ server: {} });
    const object = await repo.pushTag('src/cloud/v0.8.0', { annotated: 'By hand\n' });
    const outputs = await succeed(goModuleTags, await repo.clone(), { inputs });
    expect(outputs['created']).toBe('v0.8.0\nsrc/webhook/v0.8.0');
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    expect((await repo.remoteRefs()).get('refs/tags/src/cloud/v0.8.0')).toBe(object);
  });

  it.each([
    ['at another commit', { at: 'HEAD~1' }, {}, /is at [0-9a-f]{12}, not at [0-9a-f]{12}/],
    ['lightweight', {}, { message: 'Modules' }, /is lightweight/],
    [
      'with another message',
      { annotated: 'Other\n' },
      { message: 'Modules' },
      /has the message "Other", not the requested one/,
    ],
  ])('one that only this checkout has, %s, is refused', async (_, options, more, reason) => {
    await using repo = await project();
    await repo.commit('Second');
    await repo.tag('src/cloud/v0.8.0', options);
    const said = await refusal(goModuleTags, repo, { inputs: { ...inputs, ...more } });
    expect(said).toMatch(
      new RegExp(
        `^The tag src/cloud/v0\\.8\\.0 of this checkout is not pushed yet, and ${reason.source}\\.\nDelete it, and run again: git tag -d src/cloud/v0\\.8\\.0$`,
      ),
    );
    expect(await remoteTags(repo)).toEqual({});
  });

  it('a tag that is called like a folder is in the way', async () => {
    await using repo = await project();
    await repo.pushTag('src/cloud');
    const said = await refusal(goModuleTags, repo, { inputs });
    expect(said).toBe(
      'Tag src/cloud is in the way of src/cloud/v0.8.0: git cannot keep both.\nIf nobody needs the tag src/cloud, delete it here (git tag -d src/cloud) and on the remote. Or leave the module out with the input exclude.',
    );
  });
});

describe('annotated tags', () => {
  it('keep the message byte for byte, and name who made them', async () => {
    await using repo = await project();
    await succeed(goModuleTags, repo, {
      inputs: { ...inputs, message: '# 0.8.0\n\n#1 fixed\n', tagger: 'Ann Lee <ann@example.com>' },
    });
    const format = '--format=%(objecttype) %(taggername) %(taggeremail)%0a%(contents)';
    const [first] = (await repo.git('for-each-ref', format, 'refs/tags/src/cloud')).split('\n\n\n');
    expect(first).toBe('tag Ann Lee <ann@example.com>\n# 0.8.0\n\n#1 fixed');
    await repo.git('fsck', '--strict');
  });

  it.each([
    ['ssh', () => sshKey('pass'), 'pass'],
    ['gpg', () => gpgKey(), ''],
  ])('signed by %s are good to git itself, all of them', async (_, newKey, passphrase) => {
    await using repo = await project();
    await using key = await newKey();
    await succeed(goModuleTags, repo, {
      inputs: { ...inputs, 'signing-key': key.secret, 'signing-passphrase': passphrase },
    });
    for (const tag of tags)
      expect(await key.verify(repo.folder, tag)).toMatch(/Good "git" signature|Good signature from "C O Releaser/);
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
  });
});

describe('two runs at once', () => {
  it.each([{}, { message: 'Modules' }])('end with one set of tags, both green (%j)', async (more) => {
    await using repo = await project({ server: {} });
    const places = [await repo.clone(), await repo.clone()] as const;
    const ends = await Promise.all(
      places.map((place) => perform(goModuleTags, place, { inputs: { ...inputs, ...more } })),
    );
    expect(ends.map(({ outcome }) => outcome.failure)).toEqual([undefined, undefined]);
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    const refs = await repo.remoteRefs();
    for (const place of places)
      for (const tag of tags)
        expect(await place.git('rev-parse', `refs/tags/${tag}`)).toBe(refs.get(`refs/tags/${tag}`));
  });

  it('one that finds others of the tags pushed meanwhile takes them, and adds its own', async () => {
    await using repo = await project({ server: {} });
    const other = await repo.clone();
    repo.server.fault = async ({ service, method }) => {
      if (service !== 'git-receive-pack' || method !== 'POST') return undefined;
      repo.server.fault = undefined;
      await other.pushTag('src/cloud/v0.8.0', { annotated: 'Faster\n' });
      return undefined;
    };
    await succeed(goModuleTags, repo, { inputs: { ...inputs, message: 'Modules' } });
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    expect(await repo.git('cat-file', 'tag', 'refs/tags/src/cloud/v0.8.0')).toContain('Faster');
  });
});

describe('a push', () => {
  it.each(['reset-before', 'reset-after', { status: 502, body: 'bad gateway' }] as const)(
    'that meets %j once ends with all tags, which this run made',
    async (fault) => {
      await using repo = await project({ server: {} });
      repo.server.fault = ({ service, method }) => {
        if (service !== 'git-receive-pack' || method !== 'POST') return undefined;
        repo.server.fault = undefined;
        return fault;
      };
      const env = { GITHUB_SERVER_URL: repo.server.url };
      const outputs = await succeed(goModuleTags, repo, { inputs, env });
      expect(outputs).toMatchObject({ created: tags.join('\n'), starts: 'true' });
      expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    },
  );

  it('of which one tag is protected leaves none behind, and says why', async () => {
    await using repo = await project({ server: { protectedTags: ['src/webhook/*'] } });
    const said = await refusal(goModuleTags, repo, { inputs });
    expect(said).toContain('A rule of origin protects this name.');
    expect(await remoteTags(repo)).toEqual({});
  });

  it.each([undefined, {}])('to a remote without transactions is refused before anything is written', async (server) => {
    await using repo = await project(server === undefined ? {} : { server });
    await repo.git('--git-dir', repo.scratch.origin, 'config', 'receive.advertiseAtomic', 'false');
    const said = await refusal(goModuleTags, repo, { inputs });
    expect(said).toMatch(/^origin does not support atomic pushes: .*does not support --atomic.*$/m);
    expect(said).toContain(
      "Set batch: 1 to push one tag after the other. Or push to a remote with atomic pushes, such as GitHub or git's own server.",
    );
    expect(await repo.git('tag', '--list')).toBe('');
    await succeed(goModuleTags, repo, { inputs: { ...inputs, batch: '1' } });
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
  });

  it('in batches has that many tags, and starts workflows', async () => {
    const more = Object.fromEntries(
      ['d', 'e', 'f', 'g'].map((name) => [`${name}/go.mod`, `module ${root}/${name}\nrequire a.b/c v1.0.0\n`]),
    );
    await using repo = await scratchRepository({ ...files, ...more }, { server: {} });
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { outputs, log } = await perform(goModuleTags, repo, { inputs: { ...inputs, mode: 'dry-run' }, env });
    expect(outputs['starts']).toBe('false');
    expect(log).toContain('GitHub starts none for more than 3 tags in one push');
    const batched = { inputs: { ...inputs, batch: '3' }, env };
    expect(await succeed(goModuleTags, repo, batched)).toMatchObject({ starts: 'true' });
    expect(pushesOf(repo)).toEqual([3, 3, 1]);
  });

  it('goes to an address as it does to a name, and takes nothing else along', async () => {
    await using repo = await project();
    await using fork = await scratchRepository({ 'fork.txt': '' });
    await repo.tag('v0.1.0', { annotated: 'Old' });
    await repo.git('config', 'push.followTags', 'true');
    await repo.git('config', 'remote.origin.push', 'refs/heads/*:refs/heads/*');
    await succeed(goModuleTags, repo, { inputs: { ...inputs, remote: fork.remote } });
    expect(await remoteTags(fork)).toEqual(all(await repo.head()));
    expect([...(await fork.remoteRefs()).keys()].filter((ref) => ref.startsWith('refs/heads/'))).toEqual([
      'refs/heads/main',
    ]);
    expect(await remoteTags(repo)).toEqual({});
  });

  it('is exact among 60,000 tags', { timeout: 60_000 }, async () => {
    await using repo = await project();
    const head = await repo.head();
    const names = Array.from({ length: 60_000 }, (_, index) => `src/cloud/v0.0.${index}`).toSorted();
    const lines = [...names, 'src/webhook/v0.8.0'].map((name) => `${head} refs/tags/${name}`);
    const header = '# pack-refs with: peeled fully-peeled sorted \n';
    await writeFile(join(repo.scratch.origin, 'packed-refs'), `${header}${lines.join('\n')}\n`);
    const more = { ...inputs, include: '.' }; // which never had a tag
    expect(await succeed(goModuleTags, repo, { inputs: more })).toMatchObject({ created: 'v0.8.0\nsrc/cloud/v0.8.0' });
    const each = (format: string, ...refs: string[]) =>
      repo.git('--git-dir', repo.scratch.origin, 'for-each-ref', `--format=${format}`, ...refs);
    expect((await each('.', 'refs/tags')).split('\n')).toHaveLength(60_003);
    const [first] = new Set((await each('%(objectname)', ...tags.map((tag) => `refs/tags/${tag}`))).split('\n'));
    expect(first).toBe(head);
  });
});

describe('go itself', () => {
  it('gets every tag from the repository', async () => {
    await using repo = await project({ server: {} });
    await succeed(goModuleTags, repo, { inputs });
    await using user = await goProject({ address: root, server: repo.remote });
    for (const path of [root, `${root}/src/cloud`, `${root}/src/webhook`]) await user.go('get', `${path}@v0.8.0`);
    expect((await user.go('list', '-m', 'all')).split('\n').slice(1).toSorted()).toEqual(
      ['', '/src/cloud', '/src/webhook'].map((path) => `${root}${path} v0.8.0`),
    );
  });

  it('finds v2 in a folder and on a branch, alphas as well', async () => {
    await using repo = await scratchRepository(
      {
        'go.mod': `module ${root}/v2\n\ngo 1.21\n`,
        'project.go': 'package project\n',
        'src/cloud/v2/go.mod': `module ${root}/src/cloud/v2\n\ngo 1.21\n`,
        'src/cloud/v2/cloud.go': 'package cloud\n',
      },
      { server: {} },
    );
    await succeed(goModuleTags, repo, { inputs: { version: 'v2.0.0-alpha.1' } });
    expect(Object.keys(await remoteTags(repo)).toSorted()).toEqual(['src/cloud/v2.0.0-alpha.1', 'v2.0.0-alpha.1']);
    await using user = await goProject({ address: root, server: repo.remote });
    for (const path of [`${root}/v2`, `${root}/src/cloud/v2`]) await user.go('get', `${path}@v2.0.0-alpha.1`);
  });

  it('fails where the notes say that it will', async () => {
    const fenced = { 'src/webhook/go.mod': files['src/webhook/go.mod'].replace('cloud v0.8.0', 'cloud v0.0.0') };
    await using repo = await scratchRepository({ ...files, ...fenced }, { server: {} });
    const { log } = await perform(goModuleTags, repo, { inputs });
    expect(log).toContain('There is no such version: go get fails');
    await using user = await goProject({ address: root, server: repo.remote });
    await expect(user.go('get', `${root}/src/webhook@v0.8.0`)).rejects.toThrow('unknown revision src/cloud/v0.0.0');
  });

  it('reports the mismatch that the refusal of a moved tag predicts', async () => {
    await using repo = await project({ server: {} });
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    await succeed(goModuleTags, repo, { inputs: { ...inputs, proxy: proxy.url } });
    const module = `${root}/src/cloud@v0.8.0`;
    await using user = await goProject({ proxy: proxy.url });
    await user.go('get', module);

    await repo.commit('Other', { 'src/cloud/cloud.go': 'package cloud\n\nconst Name = "other"\n' });
    await repo.push('main', '+HEAD:refs/tags/src/cloud/v0.8.0');
    const check = { ...inputs, mode: 'check', commit: 'HEAD~1', proxy: proxy.url };
    expect(await refusal(goModuleTags, repo, { inputs: check })).toContain('checksum mismatch (SECURITY ERROR)');

    await using direct = await goProject({ address: root, server: repo.remote });
    await direct.go('mod', 'edit', `-require=${module}`);
    await direct.take(await user.sum());
    await expect(direct.go('mod', 'download', module)).rejects.toThrow(/checksum mismatch[^]*SECURITY ERROR/);
  });
});

describe('a Go proxy', () => {
  it('is waited for, and is not asked before the tags are there', async () => {
    await using repo = await project({ server: {} });
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    const more = { ...inputs, proxy: `${proxy.url}/` };
    await perform(goModuleTags, repo, { inputs: { ...more, mode: 'dry-run' } });
    expect(proxy.requests).toEqual([]);
    let refused = 0;
    proxy.fault = (path) =>
      path.endsWith('.info') && refused++ < 4 ? { status: refused % 2 === 0 ? 404 : 503 } : undefined;
    await succeed(goModuleTags, repo, { inputs: more });
    expect(new Set(proxy.requests)).toContain('/github.com/!org/project/src/cloud/@v/v0.8.0.mod');
    await using user = await goProject({ proxy: proxy.url });
    await user.go('get', `${root}/src/cloud@v0.8.0`);
    expect(await succeed(goModuleTags, repo, { inputs: { ...more, mode: 'check' } })).toMatchObject({
      changed: 'false',
    });
  });

  it('that serves nothing for too long is an error, and the next run waits on', async () => {
    await using repo = await project();
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    proxy.fault = (path) => (path.includes('cloud') ? { status: 404 } : undefined);
    const more = { ...inputs, proxy: proxy.url, 'proxy-wait': '0s' };
    expect(await refusal(goModuleTags, repo, { inputs: more })).toContain(
      `does not serve ${root}/src/cloud@v0.8.0 after 0 seconds`,
    );
    expect(await remoteTags(repo)).toEqual(all(await repo.head()));
    const said = await refusal(goModuleTags, repo, { inputs: { ...more, mode: 'check' } });
    expect(said).toContain(`Not done: Wait until ${proxy.url} serves ${root}/src/cloud@v0.8.0.`);
    proxy.fault = undefined;
    expect(await succeed(goModuleTags, repo, { inputs: more })).toMatchObject({ created: '' });
  });

  it.each([
    [
      'another go.mod',
      '.mod',
      `module ${root}/src/cloud\n`,
      /with another go.mod: its sum is h1:.*, that of the tag h1:/,
    ],
    [
      'another commit',
      '.info',
      '{"Version":"v0.8.0","Origin":{"Hash":"0123456789abcdef"}}',
      /from 0123456789ab, not from/,
    ],
    [
      'another time',
      '.info',
      '{"Version":"v0.8.0","Time":"2020-01-01T00:00:00Z"}',
      /as a commit of 2020-01-01T00:00:00Z/,
    ],
    ['another version', '.info', '{"Version":"v0.7.0"}', /as "v0.7.0"/],
  ])('that keeps %s is refused', async (_, kind, body, reason) => {
    await using repo = await project();
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    proxy.fault = (path) => (path.endsWith(`cloud/@v/v0.8.0${kind}`) ? { status: 200, body } : undefined);
    const said = await refusal(goModuleTags, repo, { inputs: { ...inputs, proxy: proxy.url } });
    expect(said).toMatch(reason);
    expect(said).toContain(
      'Release the next version. The proxy has seen this tag at another commit, and keeps that commit for ever.',
    );
  });

  it.each([
    [
      { status: 403, body: 'no' },
      /answered 403: "no"\nCheck the input proxy. It takes the address of a proxy that this job can reach, such as https:\/\/proxy.golang.org.$/,
    ],
    [{ status: 200, body: '<html>' }, /not the answer of a Go module proxy.*tried 4 times/],
    [{ status: 500 }, /answered 500 \(tried 4 times\)/],
  ])('that answers %j is told', async (answer, reason) => {
    await using repo = await project();
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    proxy.fault = () => answer;
    expect(await refusal(goModuleTags, repo, { inputs: { ...inputs, proxy: proxy.url } })).toMatch(reason);
  });

  it('that hangs is left alone when the run is cancelled', async () => {
    await using repo = await project();
    await using proxy = await startModuleProxy({ repository: repo.scratch.origin, root });
    const cancel = new AbortController();
    proxy.fault = () => {
      cancel.abort();
      return { status: 503 };
    };
    const asked = { inputs: { ...inputs, proxy: proxy.url }, signal: cancel.signal, pace: 1 };
    const { outcome } = await perform(goModuleTags, repo, asked);
    expect(String(outcome.failure)).toContain('The run was cancelled during "Wait until');
  });
});

const family = 'example.com/otel';
const familyFiles = {
  'versions.yaml': `module-sets:
  stable-v1:
    version: v1.45.0
    modules:
      - ${family}
      - ${family}/sdk
  logs:
    version: v0.21.0
    modules:
      - ${family}/log
      - ${family}/log/testdata
excluded-modules:
  - ${family}/internal/tools
modules:
  ${family}/sdk:
    version-refs: [./version.go]
`,
  'go.mod': `module ${family}\nrequire a.b/c v1.0.0\n`,
  'sdk/go.mod': `module ${family}/sdk\nrequire (\n\t${family} v1.45.0\n\t${family}/log v0.21.0\n)\n`,
  'log/go.mod': `module ${family}/log\nrequire ${family} v1.45.0\n`,
  'log/testdata/go.mod': `module ${family}/log/testdata\n`,
  'internal/tools/go.mod': `module ${family}/internal/tools\nrequire ${family}/sdk v1.45.0\n`,
};
const familyProject = (options: ScratchOptions = {}, more: Readonly<Record<string, string>> = {}) =>
  scratchRepository({ ...familyFiles, ...more }, options);
const earlier = ['v1.44.0', 'sdk/v1.44.0', 'log/v0.20.0'];
const inSets = { 'versions-file': 'versions.yaml' };

describe('a versions file', () => {
  const names = ['v1.45.0', 'sdk/v1.45.0', 'log/v0.21.0', 'log/testdata/v0.21.0'];

  it('gives each set its version, and all sets go in one push', async () => {
    await using repo = await familyProject({ server: {} });
    for (const tag of earlier) await repo.pushTag(tag);
    await repo.commit('The release');
    const { outputs, log } = await perform(goModuleTags, repo, { inputs: inSets });
    expect(outputs).toMatchObject({ tags: names.join('\n'), created: names.join('\n') });
    expect(pushesOf(repo).at(-1)).toBe(4);
    const head = await repo.head();
    expect(await remoteTags(repo)).toMatchObject(Object.fromEntries(names.map((name) => [name, head])));
    expect(log).toContain('2 modules of the set stable-v1 for v1.45.0: . and sdk.');
    expect(log).toContain('2 modules of the set logs for v0.21.0: log and log/testdata.');
    expect(log).toContain('Skipped internal/tools: versions.yaml excludes it.');
    expect(log).not.toMatch(/does not exist|older than/);
    expect(await succeed(goModuleTags, repo, { inputs: { ...inSets, mode: 'check' } })).toMatchObject({ created: '' });
  });

  it('may be taken for one set alone, and says what the others would have to be', async () => {
    await using repo = await familyProject();
    const { outputs, log } = await perform(goModuleTags, repo, { inputs: { ...inSets, 'module-set': 'stable-v1' } });
    expect(outputs['created']).toBe('v1.45.0\nsdk/v1.45.0');
    expect(log).toContain(
      `sdk/v1.45.0: sdk/go.mod:4 requires ${family}/log v0.21.0. This tag does not exist: go get fails.`,
    );
  });

  it('leaves out sets that were released before, unless they are asked for', async () => {
    await using repo = await familyProject();
    for (const tag of names.slice(2)) await repo.pushTag(tag);
    await repo.commit('Later');
    const { outputs, log } = await perform(goModuleTags, repo, { inputs: inSets });
    expect(outputs['tags']).toBe('v1.45.0\nsdk/v1.45.0');
    expect(log).toContain('The set logs is not in this release: its 2 tags of v0.21.0 are at another commit.');
    const said = await refusal(goModuleTags, repo, { inputs: { ...inSets, 'module-set': 'logs' } });
    expect(said).toMatch(/^Tag log\/v0\.21\.0 already exists on origin, but at [0-9a-f]{12}, not at [0-9a-f]{12}/);
    expect(said).toContain(
      'Release v0.21.1 instead for the set logs in versions.yaml, which is free for every module.',
    );
  });

  it('is signed with its versions as the message', async () => {
    await using repo = await familyProject();
    await using key = await sshKey('');
    await succeed(goModuleTags, repo, { inputs: { ...inSets, 'signing-key': key.secret } });
    expect(await repo.git('cat-file', 'tag', 'refs/tags/log/v0.21.0')).toContain('\n\nv1.45.0, v0.21.0\n');
  });

  it.each<
    [what: string, inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>, said: string]
  >([
    [
      'a set that it does not have',
      { ...inSets, 'module-set': 'beta\nlogs' },
      {},
      'versions.yaml has no module set "beta".\nCorrect the input module-set. The sets are stable-v1 and logs.',
    ],
    [
      'a file that is not there',
      { 'versions-file': 'versions.yml' },
      {},
      'The commit has no file "versions.yml".\nCorrect the input versions-file. The file is read from the commit, and its path begins at the root of the repository.',
    ],
    [
      'a module that it does not know',
      inSets,
      { 'new/go.mod': `module ${family}/new\nrequire a.b/c v1.0.0\n` },
      `new/go.mod has the module ${family}/new, which is in no set of versions.yaml.\nAdd it to a set, or to excluded-modules. Or add its folder to the input exclude.`,
    ],
    [
      'a module that is not there',
      inSets,
      { 'log/go.mod': `module ${family}/logs\n` },
      `versions.yaml:10 lists ${family}/log, but no go.mod of the commit has this path.\nCorrect the path, or remove it from the set.`,
    ],
    [
      'a version beside it',
      { ...inSets, version: 'v1.45.0' },
      {},
      'Both version and versions-file are given.\nRemove one of them: a versions file has the versions of its sets.',
    ],
    [
      'neither of them',
      {},
      {},
      'Neither version nor versions-file is given.\nGive the version to tag, such as v0.8.0, or a versions file.',
    ],
    [
      'a set without it',
      { version: 'v1.45.0', 'module-set': 'logs' },
      {},
      'The input module-set is given, but versions-file is not.\nGive the file that has the sets, such as versions.yaml.',
    ],
  ])('is refused with %s', async (_, given, more, said) => {
    await using repo = await familyProject({}, more);
    expect(await refusal(goModuleTags, repo, { inputs: given })).toBe(said);
    expect(await remoteTags(repo)).toEqual({});
  });
});

describe('a module that never had such a version', () => {
  it('is refused by name, and nothing is pushed, until somebody decides about it', async () => {
    await using repo = await familyProject();
    for (const tag of earlier) await repo.pushTag(tag);
    await repo.commit('The release');
    const before = await remoteTags(repo);
    const given = { version: 'v1.45.0' };
    expect(await refusal(goModuleTags, repo, { inputs: given })).toBe(
      '2 of 4 modules never had a release in this line of versions: internal/tools (no tag yet, now v1.45.0) and log (newest version v0.20.0, now v1.45.0).\nName the modules of this release in the input modules, or leave these out with the input exclude. Those that do get this version now have to be named in the input include: internal/tools and log. For sets of modules with versions of their own, use the input versions-file.',
    );
    expect(await remoteTags(repo)).toEqual(before);
    const plan = async (more: Readonly<Record<string, string>>) =>
      (await succeed(goModuleTags, repo, { inputs: { ...given, mode: 'dry-run', ...more } }))['tags'];
    expect(await plan({ exclude: 'internal/tools\nlog' })).toBe('v1.45.0\nsdk/v1.45.0');
    expect(await plan({ modules: `.\n${family}/sdk` })).toBe('v1.45.0\nsdk/v1.45.0');
    expect(await plan({ modules: 'log' })).toBe('log/v1.45.0');
    expect(await plan({ include: 'log', exclude: '**/tools' })).toBe('v1.45.0\nlog/v1.45.0\nsdk/v1.45.0');
  });

  it('but was tagged by an earlier run is no surprise', async () => {
    await using repo = await project();
    await repo.pushTag('src/cloud/v0.7.0');
    await repo.commit('The release');
    await succeed(goModuleTags, repo, { inputs: { ...inputs, include: '.\nsrc/webhook' } });
    expect(await succeed(goModuleTags, repo, { inputs: { ...inputs, mode: 'check' } })).toMatchObject({ created: '' });
  });
});

it('many problems of one kind are three notes and a count, and so are skipped folders', async () => {
  const many = Array.from({ length: 6 }, (_, index) => `m${index}`);
  const more = many.map((name) => [`${name}/go.mod`, `module ${root}/${name}\nrequire ${root} v0.7.0\n`]);
  const fences = many.map((name) => [`${name}/fence/go.mod`, `module ${root}/${name}/fence\n`]);
  await using repo = await scratchRepository({
    'go.mod': files['go.mod'],
    'project.go': 'package project\n',
    ...Object.fromEntries([...more, ...fences]),
  });
  const { log } = await perform(goModuleTags, repo, { inputs: { ...inputs, mode: 'dry-run' } });
  expect(log.match(/^m\d\/v0\.8\.0: .*This tag does not exist: go get fails\.$/gm)).toHaveLength(3);
  expect(log).toContain('3 more requirements name tags that do not exist: go get fails.');
  expect(log).toContain(
    'Skipped m0/fence, m1/fence, m2/fence and 3 more: its go.mod requires nothing, and it has no Go file.',
  );
});

describe('inputs that mean nothing', () => {
  it.each([
    [{ version: 'v0.8' }, 'it needs three numbers'],
    [{ version: 'v0.8.0+1' }, 'has build metadata'],
    [{ batch: '0' }, 'Give a whole number from 1 to 99999'],
    [{ proxy: 'https://proxy.golang.org,direct' }, 'Give the address of one proxy'],
    [{ proxy: 'direct' }, 'Give the address of one proxy'],
    [{ proxy: 'https://me:secret@proxy.example' }, 'contains a user or a token'],
    [{ 'replace-policy': 'ignore' }, 'Use warn or refuse'],
    [{ include: 'src/nothing' }, 'there is no go.mod file in "src/nothing"'],
    [{ include: '{1..9999999}' }, 'Input include: The glob "{1..9999999}" stands for 9999999 globs'],
    [
      { exclude: '*a*a*a*a*b' },
      'Input exclude: The glob "*a*a*a*a*b" has 5 stars between two slashes. The limit is 3.',
    ],
    [{ modules: `${root}/nothing` }, `there is no go.mod file in "${root}/nothing"`],
    [{ exclude: '**\n.' }, 'has no Go module to release'],
    [{ message: 'a\n-----BEGIN PGP SIGNATURE-----' }, 'the beginning of a signature'],
    [{ 'signing-passphrase': 'x' }, 'but no signing-key'],
    [{ remote: 'upstream' }, 'There is no remote "upstream"'],
    [{ commit: 'absent' }, 'There is no commit "absent"'],
  ])('%j is refused', async (bad, reason) => {
    await using repo = await project();
    expect(await refusal(goModuleTags, repo, { inputs: { ...inputs, ...bad } })).toContain(reason);
    expect(await remoteTags(repo)).toEqual({});
  });
});
