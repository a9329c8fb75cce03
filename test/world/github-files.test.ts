import { describe, expect, it } from 'vitest';
import { Credentials } from '../../src/world/credentials.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import { World } from '../../src/world/world.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { hostOf } from '../support/host.ts';

const repository = 'org/project';
const manifests = { repository, folder: 'registry.k8s.io/manifests', name: 'promoter-manifest.yaml' };

async function openGitHub({ environment: env, folder: workspace }: ScratchGitHub): Promise<GitHub> {
  const credentials = Credentials.forGitHub(env, jobToken.token);
  return new World(hostOf({ env, workspace, credentials, isJobToken: true, pace: 0.001 })).github();
}

const pathsOf = ({ github }: ScratchGitHub) => github.requests.map(({ method, path }) => `${method} ${path}`);

describe('a file of a repository', () => {
  it('is read at a commit, with its own bytes', async () => {
    const text = '\uFEFF# ä\r\nwithout a final line feed';
    await using project = await scratchGitHub({ 'a/list.yaml': text });
    const before = await project.head();
    await project.commit('later', { 'a/list.yaml': 'new' });
    await project.push();
    const { files } = await openGitHub(project);
    expect(await files.text(repository, before, 'a/list.yaml')).toBe(text);
    expect(await files.text(repository, await project.head(), 'a/list.yaml')).toBe('new');
    expect(await files.text(repository, before, 'a/other.yaml')).toBeUndefined();
  });

  it('of more than 1 MB costs one more request', async () => {
    const text = '# a line\n'.repeat(150_000);
    await using project = await scratchGitHub({ 'list.yaml': text });
    const { files } = await openGitHub(project);
    expect(await files.text(repository, await project.head(), 'list.yaml')).toBe(text);
    expect(pathsOf(project).map((path) => path.replace(/[0-9a-f]{40}/, 'SHA'))).toEqual([
      'GET /repos/org/project/contents/list.yaml',
      'GET /repos/org/project/git/blobs/SHA',
    ]);
  });

  it('is refused if it is no text', async () => {
    await using project = await scratchGitHub({ 'list.yaml': Buffer.from([0x61, 0xff]) });
    const { files } = await openGitHub(project);
    await expect(files.text(repository, await project.head(), 'list.yaml')).rejects.toMatchObject({
      message: 'list.yaml is not UTF-8.',
    });
  });
});

describe('the files of subfolders', () => {
  it('come with the default branch, in one request', async () => {
    await using project = await scratchGitHub({
      'registry.k8s.io/manifests/a/promoter-manifest.yaml': 'one',
      'registry.k8s.io/manifests/b/promoter-manifest.yaml': 'two\n',
      'registry.k8s.io/manifests/b/README.md': 'text',
      'registry.k8s.io/manifests/README.md': 'text',
      'registry.k8s.io/images/a/images.yaml': 'text',
    });
    const { files } = await openGitHub(project);
    expect(await files.inSubfolders(manifests)).toEqual({
      base: { branch: 'main', sha: await project.head() },
      files: [
        { file: 'registry.k8s.io/manifests/a/promoter-manifest.yaml', text: 'one' },
        { file: 'registry.k8s.io/manifests/b/promoter-manifest.yaml', text: 'two\n' },
      ],
    });
    expect(pathsOf(project)).toEqual(['POST /graphql']);
    expect((await files.inSubfolders({ ...manifests, folder: 'elsewhere' }))?.files).toEqual([]);
    expect(await files.inSubfolders({ ...manifests, repository: 'org/other' })).toBeUndefined();
  });

  it('are refused if GitHub does not show one of them as a whole', async () => {
    await using project = await scratchGitHub({
      'registry.k8s.io/manifests/a/promoter-manifest.yaml': '# a line\n'.repeat(60_000),
    });
    const { files } = await openGitHub(project);
    await expect(files.inSubfolders(manifests)).rejects.toMatchObject({
      message: 'GitHub does not show registry.k8s.io/manifests/a/promoter-manifest.yaml as a whole text.',
      fix: 'Find out what is in it: such a file has some thousand characters.',
    });
  });
});
