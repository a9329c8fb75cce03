import { isProtectedBranch } from '../../git/rules.ts';
import { type Answer, notFound, ok, Refused, unprocessable } from '../core/answer.ts';
import { requiredText, textOf } from '../core/fields.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { refuseWorkflows, ruleViolations } from '../rules/forbidden-changes.ts';
import { refuseViolations } from '../rules/violations.ts';
import { encoded, storeBlob } from './blobs.ts';
import { authorship, commitObjectView, storeCommit } from './commit-objects.ts';
import { resolved } from './commits.ts';
import { editedTree } from './tree-edit.ts';

export const contentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/contents/{path}',
    docs: 'repos/contents#get-repository-content',
    needs: ['contents: read'],
    answer: readContent,
  },
  {
    method: 'PUT',
    path: '/repos/{owner}/{repo}/contents/{path}',
    docs: 'repos/contents#create-or-update-file-contents',
    needs: ['contents: write'],
    answer: writeContent,
  },
];

// https://docs.github.com/en/rest/repos/contents#get-repository-content
const largestContent = 1024 * 1024;
const leftOut = { content: '', encoding: 'none' };

type ListedFile = { readonly path: string; readonly mode: string; readonly sha: string; readonly size: number };

async function readContent({ world, parameters: { path = '' }, query }: Call, repository: Repository): Promise<Answer> {
  const ref = query.get('ref') ?? (await repository.bare.defaultBranch());
  const commit = await resolved(world, repository, ref);
  if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`);
  const place = path.replace(/\/$/, '');
  const [file] = await listFiles(repository, [commit.sha, '--', place]);
  if (file === undefined) throw notFound();
  if (file.mode === '040000') {
    const files = await listFiles(repository, [`${commit.sha}:${place}`]);
    return ok(
      files.map((child) => contentView(world, repository, { ref, file: { ...child, path: `${place}/${child.path}` } })),
    );
  }
  const content = (await repository.bare.object(file.sha))?.content ?? Buffer.alloc(0);
  const sent = content.length > largestContent ? leftOut : { content: encoded(content), encoding: 'base64' };
  return ok({ ...contentView(world, repository, { ref, file }), ...sent });
}

async function writeContent(call: Call, repository: Repository): Promise<Answer> {
  const { world, parameters, fields } = call;
  const path = parameters['path'] ?? '';
  const branch = textOf(fields, 'branch') ?? (await repository.bare.defaultBranch());
  const ref = `refs/heads/${branch}`;
  const tip = await resolved(world, repository, ref);
  if (tip === undefined) throw notFound(`Branch ${branch} not found`);
  if (isProtectedBranch(ref, world.instance.protectedBranches)) {
    throw new Refused(409, 'Changes must be made through a pull request.');
  }
  const [known] = await listFiles(repository, [tip.sha, '--', path]);
  refuseOtherVersion({ path, known, given: textOf(fields, 'sha') });
  const blob = await storeBlob(repository, Buffer.from(requiredText(fields, 'content'), 'base64'));
  const file = { path, mode: known?.mode ?? '100644', sha: blob };
  const tree = await editedTree(repository.bare, tip.tree, [file]);
  const message = requiredText(fields, 'message');
  const commit = await storeCommit(world, repository, { message, tree, parents: [tip.sha], ...authorship(call) });
  await refuseWorkflows(call, repository, commit.sha);
  refuseViolations(await ruleViolations(call, repository, { ref, from: tip.sha, to: commit.sha }), 409);
  const isMoved = await repository.bare.move(ref, { from: tip.sha, to: commit.sha });
  if (!isMoved) throw new Refused(409, `${branch} is not at ${tip.sha} any more`);
  const [stored] = await listFiles(repository, [commit.sha, '--', path]);
  const content = stored === undefined ? null : contentView(world, repository, { ref: branch, file: stored });
  return {
    status: known === undefined ? 201 : 200,
    body: { content, commit: commitObjectView(world, repository, commit) },
  };
}

type FileVersions = {
  readonly path: string;
  readonly known: ListedFile | undefined;
  readonly given: string | undefined;
};

function refuseOtherVersion({ path, known, given }: FileVersions): void {
  if (known !== undefined && given === undefined) throw unprocessable(`Invalid request.\n\n"sha" wasn't supplied.`);
  if (given !== undefined && given !== known?.sha) throw new Refused(409, `${path} does not match ${given}`);
}

async function listFiles({ bare }: Repository, args: readonly string[]): Promise<ListedFile[]> {
  const { stdout } = await bare.run(['ls-tree', '-z', '--long', '--full-tree', ...args]);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [mode = '', , sha = '', size = ''] = line.slice(0, line.indexOf('\t')).split(/ +/);
      return { path: line.slice(line.indexOf('\t') + 1), mode, sha, size: Number(size) || 0 };
    });
}

const types: Readonly<Record<string, string>> = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' };

function contentView({ instance }: World, { name }: Repository, { ref, file }: { ref: string; file: ListedFile }) {
  const { path, mode, sha, size } = file;
  const type = types[mode] ?? 'file';
  const kind = type === 'dir' ? 'tree' : 'blob';
  const place = path.split('/').map(encodeURIComponent).join('/');
  const url = `${instance.url}/repos/${name}/contents/${place}?ref=${ref}`;
  const [git, html] = [
    `${instance.url}/repos/${name}/git/${kind}s/${sha}`,
    `${instance.gitUrl}/${name}/${kind}/${ref}/${place}`,
  ];
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'dir' ? null : `${instance.gitUrl}/${name}/raw/${ref}/${place}`,
    type,
    _links: { self: url, git, html },
  };
}
