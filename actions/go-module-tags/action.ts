import { moduleVersion } from '../../src/domain/gomod/module-version.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseRemote } from '../../src/domain/repositories/remote.ts';
import { tagMessage } from '../../src/domain/tags/tag-message.ts';
import { quoted } from '../../src/domain/text.ts';
import { parseSemver } from '../../src/domain/versions/version.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, duration, input, secret, text, verbatim } from '../../src/runtime/input.ts';
import { boolean, json, list } from '../../src/runtime/output.ts';
import { tagOn } from '../../src/world/git/git.ts';
import { signingKeyOf } from '../../src/world/git/git.ts';
import { look } from './look.ts';
import type { ModulesState } from './look.ts';
import { notesOn } from './notes.ts';
import { refuse } from './refuse.ts';

export default defineAction({
  name: 'Go module tags',
  description: 'Tag every Go module of the repository for a release: all of them or none, once, and never move one.',
  inputs: {
    version: input('The version to tag, such as v0.8.0 or v0.8.0-alpha.1.', (value) =>
      moduleVersion(parseSemver(value.trim().replace(/^v/, ''))),
    ),
    commit: text('The commit to tag, by any name that git understands.').or('HEAD'),
    remote: input('Where to push: the name of a remote, or an address.', parseRemote).or('origin'),
    include: text(
      'Directories, or globs of them, whose go.mod makes a module though it looks like a mere fence. One a line.',
    )
      .list()
      .or(''),
    exclude: text('Directories, or globs of them, whose modules are not released. One a line.').list().or(''),
    message: verbatim(
      'The message, kept verbatim. Without it and without a signing key the tags are lightweight.',
    ).optional(),
    signingKey: secret('An ssh or gpg private key to sign with.'),
    signingPassphrase: secret('The passphrase of that key.'),
    tagger: input(
      'Who makes annotated tags, as Name <address>. Without it: what git is set up with, the name in a gpg key, or github-actions[bot].',
      parseIdentity,
    ).optional(),
    replacePolicy: choice(
      'What to do about a require that only a replace makes work, so that go get of the tag fails.',
      ['warn', 'refuse'],
    ).or('warn'),
    batch: input(
      'How many tags a push has, such as 3 where each is to start a workflow. Without it, all are in one.',
      count,
    ).optional(),
    proxy: input('The address of a Go proxy to wait for, such as https://proxy.golang.org.', proxyAddress).optional(),
    proxyWait: duration('How long to wait for that proxy, such as 10m.').or('10m'),
  },
  outputs: {
    tags: list('The tags of this release.'),
    created: list('Those that this run put there, or would.'),
    modules: json<readonly ModuleOutput[]>('What is tagged: path, directory, tag and commit of every module.'),
    starts: boolean(
      'Whether the pushes start workflows: not with the token of the job, nor with more than three tags in one. Unset when nothing has to be pushed, or nobody can tell.',
    ),
  },
  permissions: { 'contents: write': 'to push the tags' },
  starts: true,
  async plan(
    { signingKey, signingPassphrase, batch, proxy, proxyWait, tagger, ...wanted },
    { event, git, ledger, moduleProxy },
  ) {
    const { version, remote } = wanted;
    const key = signingKeyOf(signingKey, signingPassphrase);
    const given = wanted.message ?? (key === undefined ? undefined : version);
    const message = given === undefined ? undefined : tagMessage(given, 'The input message');
    const asked = { ...wanted, message, isSigned: key !== undefined };
    const seen = await look(asked, { event, git });
    refuse(seen, asked);

    const { commit, modules, missing, here, there } = seen;
    const unmade = missing.filter((tag) => !here.has(tag));
    const signer = unmade.length > 0 && key !== undefined ? await git.signing.signer(key) : undefined;
    const annotation =
      message === undefined ? undefined : { message, signer, tagger: tagger ?? (await git.signing.tagger(signer)) };
    const made = { names: unmade, commit: commit.sha, annotation };
    const objects = git.tagSets.objects(made, here);
    const pushes = inBatches(missing, batch ?? missing.length).map((some) => {
      return { remote, tags: some, commit: commit.sha, objects, among: there.size };
    });
    for (const push of pushes.slice(0, 1)) await git.tagSets.refuseWithoutTransactions(push);
    const expected = modules.map(({ path, goMod }) => ({ path, goMod, version, commit }));
    const unserved = async (url: string) => (missing.length > 0 ? expected : await moduleProxy.unserved(url, expected));

    const tags = modules.map(({ tag }) => tag);
    const isTried = (tag: string) => ledger.isBegun(tagOn(remote, tag)); // by an earlier plan, whose answer got lost
    const created = tags.filter((tag) => !there.has(tag) || isTried(tag));
    const starts = seen.starts === true ? Math.min(batch ?? created.length, created.length) <= 3 : seen.starts;
    return {
      notes: notesOn(seen, asked, { created, starts }),
      changes: [
        await git.tagSets.matchRemote(remote, othersOf(seen, isTried)),
        ...pushes.map((push) => git.tagSets.push(push)),
        // Afterwards: git compares each ref that it pushes with every one of the checkout.
        unmade.length > 0 && git.tagSets.create(made, objects),
        proxy !== undefined && moduleProxy.serve(proxy, await unserved(proxy), proxyWait),
      ],
      outputs: {
        tags,
        created,
        modules: modules.map(({ path, directory, tag }) => ({ path, directory, tag, commit: commit.sha })),
        starts: created.length > 0 ? starts : undefined,
      },
    };
  },
});

type ModuleOutput = {
  readonly path: string;
  readonly directory: string;
  readonly tag: string;
  readonly commit: string;
};

const inBatches = (tags: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(tags.length / size) || 0 }, (_, index) =>
    tags.slice(index * size, (index + 1) * size),
  );

/** Tags that the remote has as other objects, as after a lost race, or that this run has pushed without hearing of it. */
const othersOf = ({ modules, here, there }: ModulesState, isTried: (tag: string) => boolean) =>
  modules.flatMap(({ tag: name }) => {
    const [own, its] = [here.get(name), there.get(name)];
    const isOther = own === undefined ? isTried(name) : own.object !== its?.object;
    return its !== undefined && isOther ? [{ name, here: own, there: its }] : [];
  });

function count(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value.trim())) return Number(value);
  throw new ReleaseError(`is ${quoted(value)}.`, { fix: 'Give a whole number from 1 on, such as 3.' });
}

function proxyAddress(value: string): string {
  const address = parseRemote(value);
  if (URL.canParse(address) && /^https?:\/\/[^,|]+$/.test(address)) return address.replace(/\/+$/, '');
  throw new ReleaseError(`is ${quoted(value)}.`, {
    fix: 'Give the one address of a proxy, such as https://proxy.golang.org.',
  });
}
