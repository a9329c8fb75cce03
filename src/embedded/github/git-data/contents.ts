import { isProtectedBranch } from '../../git/rules.ts';
import { type Answer, notFound, ok, Refused, unprocessable } from '../core/answer.ts';
import { requiredText, textOf } from '../core/fields.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { refuseWorkflows, ruleViolations } from '../rules/ref-changes.ts';
import { refuseViolations } from '../rules/violations.ts';
import { encoded, storeBlob } from './blobs.ts';
import { authorship, gitCommitView, storeCommit } from './commit-objects.ts';
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

type Entry = { readonly path: string; readonly mode: string; readonly sha: string; readonly size: number };

async function readContent({ world, parameters: { path = '' }, query }: Call, repository: Repository): Promise<Answer> {
  const ref = query.get('ref') ?? (await repository.bare.defaultBranch());
  const commit = await resolved(world, repository, ref);
  if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`);
  const place = path.replace(/\/$/, '');
  const [entry] = await listed(repository, [commit.sha, '--', place]);
  if (entry === undefined) throw notFound();
  if (entry.mode === '040000') {
    const entries = await listed(repository, [`${commit.sha}:${place}`]);
    return ok(
      entries.map((child) =>
        contentView(world, repository, { ref, entry: { ...child, path: `${place}/${child.path}` } }),
      ),
    );
  }
  const content = (await repository.bare.object(entry.sha))?.content ?? Buffer.alloc(0);
  return ok({ ...contentView(world, repository, { ref, entry }), content: encoded(content), encoding: 'base64' });
}

async function writeContent(call: Call, repository: Repository): Promise<Answer> {
  const { world, parameters, fields } = call;
  const path = parameters['path'] ?? '';
  const branch = textOf(fields, 'branch') ?? (await repository.bare.defaultBranch());
  const ref = `refs/heads/${branch}`;
  const tip = await resolved(world, repository, ref);
  if (tip === undefined) throw notFound(`Branch ${branch} not found`);
  if (isProtectedBranch(ref, world.site.protectedBranches)) {
    throw new Refused(409, 'Changes must be made through a pull request.');
  }
  const [known] = await listed(repository, [tip.sha, '--', path]);
  refuseOther({ path, known, given: textOf(fields, 'sha') });
  const blob = await storeBlob(repository, Buffer.from(requiredText(fields, 'content'), 'base64'));
  const entry = { path, mode: known?.mode ?? '100644', sha: blob };
  const tree = await editedTree(repository.bare, tip.tree, [entry]);
  const message = requiredText(fields, 'message');
  const commit = await storeCommit(world, repository, { message, tree, parents: [tip.sha], ...authorship(call) });
  await refuseWorkflows(call, repository, commit.sha);
  refuseViolations(await ruleViolations(call, repository, { ref, from: tip.sha, to: commit.sha }), 409);
  const isMoved = await repository.bare.move(ref, { from: tip.sha, to: commit.sha });
  if (!isMoved) throw new Refused(409, `${branch} is not at ${tip.sha} any more`);
  const [stored] = await listed(repository, [commit.sha, '--', path]);
  const content = stored === undefined ? null : contentView(world, repository, { ref: branch, entry: stored });
  return {
    status: known === undefined ? 201 : 200,
    body: { content, commit: gitCommitView(world, repository, commit) },
  };
}

type Wanted = { readonly path: string; readonly known: Entry | undefined; readonly given: string | undefined };

function refuseOther({ path, known, given }: Wanted): void {
  if (known !== undefined && given === undefined) throw unprocessable(`Invalid request.\n\n"sha" wasn't supplied.`);
  if (given !== undefined && given !== known?.sha) throw new Refused(409, `${path} does not match ${given}`);
}

async function listed({ bare }: Repository, args: readonly string[]): Promise<Entry[]> {
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

function contentView({ site }: World, { name }: Repository, { ref, entry }: { ref: string; entry: Entry }) {
  const { path, mode, sha, size } = entry;
  const type = types[mode] ?? 'file';
  const kind = type === 'dir' ? 'tree' : 'blob';
  const place = path.split('/').map(encodeURIComponent).join('/');
  const url = `${site.url}/repos/${name}/contents/${place}?ref=${ref}`;
  const [git, html] = [
    `${site.url}/repos/${name}/git/${kind}s/${sha}`,
    `${site.gitUrl}/${name}/${kind}/${ref}/${place}`,
  ];
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'dir' ? null : `${site.gitUrl}/${name}/raw/${ref}/${place}`,
    type,
    _links: { self: url, git, html },
  };
}
