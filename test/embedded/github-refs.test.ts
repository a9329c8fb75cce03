import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';

const absent = '0'.repeat(40);
type Update = {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
  readonly force?: boolean;
};

async function updateRefs(
  repo: ScratchGitHub,
  refUpdates: readonly Update[],
  { token = jobToken.token, of = '…' } = {},
) {
  const { node_id: repositoryId } = (await repo.ask(`GET ${of}`, { token })).body;
  const query = 'mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';
  const input = { repositoryId, refUpdates, clientMutationId: 'mine' };
  return (await repo.ask('POST /graphql', { token, body: { query, variables: { input } } })).body;
}

const done = { data: { updateRefs: { clientMutationId: 'mine' } } };
const refused = (message: string, type = 'UNPROCESSABLE') => ({
  data: { updateRefs: null },
  errors: [{ type, message }],
});

describe('updateRefs', () => {
  it('makes, moves and deletes refs of every kind', async () => {
    await using repo = await scratchGitHub();
    const first = await repo.head();
    const later = await repo.commit('Later');
    await repo.push('main');
    const made = [
      { name: 'refs/heads/topic', beforeOid: absent, afterOid: first },
      { name: 'refs/notes-of/topic', afterOid: first },
    ];
    expect(await updateRefs(repo, made)).toEqual(done);
    const moved = [
      { name: 'refs/heads/topic', beforeOid: first, afterOid: later },
      { name: 'refs/notes-of/topic', beforeOid: first, afterOid: absent },
    ];
    expect(await updateRefs(repo, moved)).toEqual(done);
    expect(await repo.remoteRefs()).toEqual(
      new Map([
        ['HEAD', later],
        ['refs/heads/main', later],
        ['refs/heads/topic', later],
      ]),
    );
  });

  it.each<[string, (first: string, later: string) => Update, (first: string, later: string) => string]>([
    [
      'is not where it should be',
      (_, later) => ({ name: 'refs/heads/main', beforeOid: absent, afterOid: later }),
      (_, later) => `refs/heads/main is at ${later}, not at ${absent}.`,
    ],
    [
      'is not there',
      (first) => ({ name: 'refs/heads/none', beforeOid: first, afterOid: first }),
      (first) => `refs/heads/none is at ${absent}, not at ${first}.`,
    ],
    [
      'would lose commits',
      (first, later) => ({ name: 'refs/heads/main', beforeOid: later, afterOid: first }),
      () => 'refs/heads/main cannot be updated: it is no fast-forward.',
    ],
    [
      'gets an object that is missing',
      () => ({ name: 'refs/heads/x', afterOid: 'a'.repeat(40) }),
      () => `Object ${'a'.repeat(40)} does not exist.`,
    ],
    ['has no full name', (first) => ({ name: 'x', afterOid: first }), () => 'x is not a valid ref name.'],
  ])('changes nothing if one of the refs %s', async (_, wrong, why) => {
    await using repo = await scratchGitHub();
    const first = await repo.head();
    const later = await repo.commit('Later');
    await repo.push('main');
    const before = await repo.remoteRefs();
    const good = { name: 'refs/heads/good', beforeOid: absent, afterOid: first };
    expect(await updateRefs(repo, [good, wrong(first, later)])).toMatchObject(refused(why(first, later)));
    expect(await repo.remoteRefs()).toEqual(before);
    const forced = { name: 'refs/heads/main', beforeOid: later, afterOid: first, force: true };
    expect(await updateRefs(repo, [good, forced])).toEqual(done);
  });

  it('needs to be allowed to write contents, and workflow files', async () => {
    const outsider: Token = {
      token: 'outsider',
      login: 'ann',
      kind: 'classic',
      scopes: ['public_repo'],
      repositories: [],
    };
    await using repo = await scratchGitHub({}, { tokens: [jobToken, personalToken, outsider] });
    await repo.ask('POST …/forks', { token: outsider.token, body: {} });
    const later = await repo.commit('Later', { '.github/workflows/ci.yml': 'on: push' });
    await repo.push('main');
    const topic = [{ name: 'refs/heads/topic', afterOid: later }];
    expect(await updateRefs(repo, topic, { token: 'outsider' })).toMatchObject(
      refused('Resource not accessible by integration', 'FORBIDDEN'),
    );
    const inFork = { token: 'outsider', of: '/repos/ann/project' };
    expect(await updateRefs(repo, topic, inFork)).toMatchObject(
      refused(
        'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/ci.yml` without `workflow` scope',
      ),
    );
  });

  it('takes a commit of the repository that a fork was made from', async () => {
    const person: Token = { ...personalToken, login: 'ann', token: 'ann' };
    await using repo = await scratchGitHub({}, { tokens: [jobToken, person] });
    await repo.ask('POST …/forks', { token: 'ann', body: {} });
    const later = await repo.commit('the fork is behind');
    await repo.push('main');
    const topic = [{ name: 'refs/heads/topic', afterOid: later }];
    expect(await updateRefs(repo, topic, { token: 'ann', of: '/repos/ann/project' })).toEqual(done);
  });
});
