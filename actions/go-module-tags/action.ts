import { moduleVersion } from '../../src/domain/gomod/module-version.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { refuseCostlyGlob } from '../../src/domain/globs.ts';
import { parseIdentity } from '../../src/domain/repositories/identity.ts';
import { parseRemote } from '../../src/domain/repositories/remote.ts';
import { tagMessage } from '../../src/domain/tags/tag-message.ts';
import { quoted } from '../../src/domain/text.ts';
import { parseSemver } from '../../src/domain/versions/version.ts';
import { parseWorkspacePath } from '../../src/domain/workspace-path.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, duration, input, secret, text, verbatim } from '../../src/runtime/input.ts';
import { boolean, json, list } from '../../src/runtime/output.ts';
import { tagOn } from '../../src/world/git/git.ts';
import { signingKeyOf } from '../../src/world/git/git.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { defaultTagger } from '../../src/plans/tagger.ts';
import { lookAtModules } from './look.ts';
import type { ModulesState, TagRequest } from './look.ts';
import { moduleNotes } from './notes.ts';
import { refuse } from './refuse.ts';

export default defineAction({
  name: 'Go module tags',
  description:
    'Tag every Go module of the repository for a release: all modules or none. An existing tag is never moved.',
  example: '--version v0.8.0 --exclude test/e2e',
  inputs: {
    version: input(
      'The version to tag, such as v0.8.0 or v0.8.0-alpha.1. Required, unless versions-file is given.',
      (value) => moduleVersion(parseSemver(value.trim().replace(/^v/, ''))),
    ).optional(),
    versionsFile: input(
      'A versions file of OpenTelemetry, such as versions.yaml. Its module-sets say which modules get which versions, and its excluded-modules are not released. It is read from the commit.',
      parseWorkspacePath,
    ).optional(),
    moduleSet: text(
      'The sets of versions-file to release, one per line. Default: all, except those that were released before.',
    )
      .list()
      .or(''),
    commit: text('The commit to tag: a SHA, a branch, or anything else that git resolves to a commit.').or('HEAD'),
    remote: input('The remote to push to: its name, or the address of a repository.', parseRemote).or('origin'),
    modules: input(
      'Only these modules are released: directories, globs of directories, or module paths. One per line. Default: all modules.',
      parseGlob,
    )
      .list()
      .or(''),
    include: input(
      'Directories, globs of directories, or module paths that are released whatever else speaks against it: placeholders, testdata, and modules that never had such a version. One per line.',
      parseGlob,
    )
      .list()
      .or(''),
    exclude: input('Directories, globs of directories, or module paths that are not released. One per line.', parseGlob)
      .list()
      .or(''),
    message: verbatim(
      'The tag message, kept verbatim. Default: the tags are lightweight; with signing-key, the message is the version.',
    ).optional(),
    signingKey: secret('An SSH or GPG private key to sign the tags with. Default: the tags are not signed.'),
    signingPassphrase: secret('The passphrase of signing-key.'),
    tagger: input(
      'The tagger of annotated tags, as Name <address>. Default: the identity in the git configuration, else the name in the GPG key, else github-actions[bot] in a job.',
      parseIdentity,
    ).optional(),
    replacePolicy: choice(
      'What to do if a module requires a version that exists only by a replace in this repository: go get of the tag would fail.',
      ['warn', 'refuse'],
    ).or('warn'),
    batch: input(
      'How many tags to push at once. GitHub starts no workflows for more than 3 tags in one push. Default: all tags in one push.',
      parseBatch,
    ).optional(),
    proxy: input(
      'A Go module proxy to wait for, such as https://proxy.golang.org. Default: the run does not wait.',
      parseProxy,
    ).optional(),
    proxyWait: duration('How long to wait for the proxy, such as 10m.').or('10m'),
  },
  outputs: {
    tags: list('The tags of this release.'),
    created: list('The tags that this run pushed, or would push.'),
    modules: json<readonly ModuleOutput[]>('The path, directory, tag and commit of every module.'),
    starts: boolean(
      "Whether the pushes start workflows. false with the job's own token, and with more than 3 tags in one push. Unset if nothing has to be pushed, or if it is unknown.",
    ),
  },
  permissions: { 'contents: write': 'to push the tags' },
  starts: true,
  async plan(
    { signingKey, signingPassphrase, batch, proxy, proxyWait, tagger, ...wanted },
    { event, git, ledger, moduleProxy },
  ) {
    refuseVersions(wanted);
    const { remote } = wanted;
    const key = await signingKeyOf(signingKey, signingPassphrase);
    const given = wanted.message === undefined ? undefined : tagMessage(wanted.message, 'The input message');
    const asked = { ...wanted, message: given, isSigned: key !== undefined };
    const seen = await lookAtModules(asked, { event, git });
    const { commit, modules, sets, missing, here, there } = seen;
    const versions = [...new Set(sets.map(({ version }) => version))].join(', ');
    const message = given ?? (key === undefined ? undefined : tagMessage(versions, 'The version'));
    const request = { ...asked, message };
    refuse(seen, request);

    const unmade = missing.filter((tag) => !here.has(tag));
    const signer = unmade.length > 0 && key !== undefined ? await (await git.signing()).signer(key) : undefined;
    const annotation =
      message === undefined
        ? undefined
        : { message, signer, tagger: tagger ?? (await defaultTagger(signer, { event, git })) };
    const made = { names: unmade, commit: commit.sha, annotation };
    const tagSets = await git.tagSets();
    const objects = tagSets.objects(made, here);
    const pushes = inBatches(missing, batch ?? missing.length).map((some) => {
      return { remote, tags: some, commit: commit.sha, objects, remoteTagCount: there.size };
    });
    for (const push of pushes.slice(0, 1)) await tagSets.refuseWithoutTransactions(push);
    const expected = modules.map(({ path, goMod, version }) => ({ path, goMod, version, commit }));
    const unserved = async (url: string) =>
      missing.length > 0 ? expected : (await moduleProxy()).unserved(url, expected, proxyWait);

    const tags = modules.map(({ tag }) => tag);
    const isTried = (tag: string) => ledger.isBegun(tagOn(remote, tag)); // by an earlier plan, whose answer was lost
    const created = tags.filter((tag) => !there.has(tag) || ledger.isMade(tagOn(remote, tag)));
    const starts = seen.starts === true ? Math.min(batch ?? created.length, created.length) <= 3 : seen.starts;
    const changes = pushes.map((push) => tagSets.push(push));
    const pages = await pagesOf({ remote, direction: 'push' }, { event, git });
    return {
      notes: moduleNotes(seen, request, { created, starts }),
      changes: [
        await tagSets.matchRemote(remote, tagsToMatch(seen, isTried)),
        ...changes,
        // After the push, which would be slow otherwise: git compares each ref that it pushes with all refs of the checkout.
        unmade.length > 0 && tagSets.create(made, objects),
        proxy !== undefined && (await moduleProxy()).serve(proxy, await unserved(proxy), proxyWait),
      ],
      facts: ({ isMade }) => {
        const isThere = missing.length === 0 || changes.every((push) => isMade(push));
        return [
          { name: 'Version', value: versions },
          pages.commit(commit.sha, isThere),
          ...(tags.length === 1 ? tags.map((tag) => pages.tag('Tag', tag, isThere)) : []),
          tags.length > 1 && { name: 'Tags', value: `${tags.length}, of which ${created.length} are new` },
        ];
      },
      outputs: {
        tags,
        created,
        modules: modules.map(({ path, directory, tag }) => ({ path, directory, tag, commit: commit.sha })),
        starts: created.length > 0 ? starts : undefined,
      },
    };
  },
});

function refuseVersions({
  version,
  versionsFile,
  moduleSet,
}: Pick<TagRequest, 'version' | 'versionsFile' | 'moduleSet'>): void {
  if ((version === undefined) === (versionsFile === undefined)) {
    const [is, fix] =
      version === undefined
        ? [
            'Neither version nor versions-file is given.',
            'Give the version to tag, such as v0.8.0, or a versions file.',
          ]
        : [
            'Both version and versions-file are given.',
            'Remove one of them: a versions file has the versions of its sets.',
          ];
    throw new ReleaseError(is, { fix });
  }
  if (versionsFile === undefined && moduleSet.length > 0) {
    throw new ReleaseError('The input module-set is given, but versions-file is not.', {
      fix: 'Give the file that has the sets, such as versions.yaml.',
    });
  }
}

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

/** Tags that are another object on the remote, as after a lost race, or that this run pushed without getting an answer. */
const tagsToMatch = ({ modules, here, there }: ModulesState, isTried: (tag: string) => boolean) =>
  modules.flatMap(({ tag: name }) => {
    const [own, its] = [here.get(name), there.get(name)];
    const isOther = own === undefined ? isTried(name) : own.object !== its?.object;
    return its !== undefined && isOther ? [{ name, here: own, there: its }] : [];
  });

function parseGlob(value: string): string {
  refuseCostlyGlob(value);
  return value;
}

function parseBatch(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value.trim())) return Number(value);
  throw new ReleaseError(`is ${quoted(value)}, not a number of tags.`, {
    fix: 'Give a whole number from 1 to 99999, such as 3.',
  });
}

function parseProxy(value: string): string {
  const address = parseRemote(value);
  if (URL.canParse(address) && /^https?:\/\/[^,|]+$/.test(address)) return address.replace(/\/+$/, '');
  throw new ReleaseError(`is ${quoted(value)}, not the address of one proxy.`, {
    fix: 'Give the address of one proxy, such as https://proxy.golang.org.',
  });
}
