import { describe, expect, it } from 'vitest';
import { parseSettings, replacementOf } from '../../src/domain/repositories/git-settings.ts';
import { concrete, documented } from '../support/git-settings.ts';

const program = '/tmp/intruder';
const ofCheckout = (key: string, value = program) => ({ scope: 'local', origin: 'file:.git/config', key, value });
const ofUser = (key: string, value: string) => ({ scope: 'global', origin: 'file:~/.gitconfig', key, value });

/** Whether the checkout's value of a key reaches git. */
const counts = (key: string, value = program): boolean => {
  const { given, stubborn } = replacementOf([ofCheckout(key, value)]);
  return given.length === 0 && stubborn.length === 0;
};

// Somebody has read the text about each of these keys: it speaks of programs, but the value names none that git would run
// here. Of core.fsmonitor, core.hooksPath and push.pushOption, every git gets a value of its own. Of remote.*.receivepack,
// uploadpack and vcs, see the refusals below. git takes safe.* and uploadpack.packObjectsHook from no checkout.
const reviewed = `
advice.* am.keepcr am.threeWay blame.ignoreRevsFile checkout.defaultRemote checkout.workers clone.defaultRemoteName
clone.rejectShallow color.diff color.interactive.<slot> color.pager color.ui column.ui commit.status
commitGraph.changedPaths core.commentChar core.commentString core.fsmonitor core.fsync core.hooksPath core.safecrlf
core.worktree credential.interactive diff.<name>.algorithm diff.dirstat diff.ignoreSubmodules diff.renames
diff.wsErrorHighlight feature.manyFiles format.coverLetter format.filenameMaxLength format.pretty fsck.<msg-id>
fsck.skipList gc.auto gc.maxCruftSize grep.fallbackToNoIndex http.minSessions http.noEPSV i18n.commitEncoding
index.skipHash init.defaultObjectFormat init.defaultRefFormat log.date log.decorate log.excludeDecoration
mailinfo.scissors maintenance.<task>.schedule maintenance.auto maintenance.autoDetach maintenance.commit-graph.auto
maintenance.geometric-repack.auto maintenance.incremental-repack.auto maintenance.loose-objects.auto
maintenance.reflog-expire.auto maintenance.rerere-gc.auto maintenance.worktree-prune.auto merge.ff notes.displayRef
notes.rewrite.<command> notes.rewriteMode notes.rewriteRef pack.depth pack.window pack.windowMemory pull.autoStash
pull.ff push.default push.gpgSign push.pushOption push.useForceIfIncludes rebase.abbreviateCommands
rebase.missingCommitsCheck rebase.rebaseMerges rebase.rescheduleFailedExec receive.certNonceSlop
receive.denyCurrentBranch receive.procReceiveRefs remote.<name>.mirror remote.<name>.receivepack
remote.<name>.serverOption remote.<name>.uploadpack remote.<name>.vcs repack.cruftDepth repack.cruftThreads
repack.cruftWindow repack.cruftWindowMemory repack.midxMustContainCruft replay.refAction safe.bareRepository
safe.directory stash.index stash.showIncludeUntracked stash.showPatch stash.showStat status.showUntrackedFiles
status.submoduleSummary submodule.<name>.active submodule.<name>.fetchRecurseSubmodules submodule.<name>.ignore
submodule.<name>.url submodule.active tag.forceSignAnnotated tag.gpgSign trailer.<key-alias>.key trailer.separators
transfer.credentialsInUrl transfer.hideRefs uploadpack.allowRefInWant uploadpack.packObjectsHook url.<base>.insteadOf`
  .trim()
  .split(/\s+/);

describe('each key of git’s documentation', () => {
  it('that speaks of programs does not count if a checkout says it, or was read by somebody', () => {
    const counting = documented.filter(({ key, program: isAboutPrograms }) => isAboutPrograms && counts(concrete(key)));
    expect(counting.map(({ key }) => key)).toEqual(reviewed);
  });

  it('counts if a checkout says a number or a boolean, unless that is about connections, protocols or programs', () => {
    const ignored = documented.map(({ key }) => concrete(key)).filter((key) => !counts(key, 'true'));
    expect(ignored.filter((key) => !/^(?:alias|http|pager|protocol)\./.test(key))).toEqual([
      'browser.x.cmd',
      'core.alternaterefscommand',
      'core.askpass',
      'core.editor',
      'core.gitproxy',
      'core.pager',
      'core.sshcommand',
      'credential.helper',
      'credential.protectprotocol',
      'credential.sanitizeprompt',
      'diff.x.cachetextconv',
      'diff.x.command',
      'diff.x.textconv',
      'diff.x.command',
      'diff.external',
      'diff.guitool',
      'diff.tool',
      'difftool.x.cmd',
      'difftool.prompt',
      'filter.x.clean',
      'filter.x.process',
      'filter.x.smudge',
      'gc.recentobjectshook',
      'gc.repackfilter',
      'gitcvs.dbdriver',
      'gpg.x.program',
      'gpg.program',
      'gpg.ssh.defaultkeycommand',
      'guitool.x.argprompt',
      'guitool.x.cmd',
      'guitool.x.prompt',
      'guitool.x.revprompt',
      'help.browser',
      'hook.x.command',
      'hook.x.enabled',
      'hook.x.event',
      'imap.tunnel',
      'instaweb.browser',
      'instaweb.httpd',
      'interactive.difffilter',
      'man.x.cmd',
      'man.viewer',
      'merge.x.driver',
      'merge.guitool',
      'merge.tool',
      'mergetool.x.cmd',
      'mergetool.prompt',
      'remote.x.proxy',
      'sendemail.cccmd',
      'sendemail.headercmd',
      'sendemail.tocmd',
      'sequence.editor',
      'tar.x.command',
      'trailer.x.cmd',
      'trailer.x.command',
      'transfer.bundleuri',
      'web.browser',
    ]);
  });
});

describe('a setting of the checkout', () => {
  it.each([
    ['core.sshcommand', program, [['core.sshcommand', 'ssh']]],
    ['core.askpass', program, [['core.askpass', '']]],
    ['http.sslverify', 'false', [['http.sslverify', 'true']]],
    ['http.https://github.com/.proxy', 'http://evil', [['http.https://github.com/.proxy', '']]],
    ['http.https://github.com/.extraheader', 'Cookie: a=b', [['http.https://github.com/.extraheader', '']]],
    ['http.https://github.com/.extraheader', 'AUTHORIZATION: basic eDp5', []],
    ['merge.x.driver', program, [['merge.x.driver', 'git merge-file -q %A %O %B']]],
    ['protocol.ext.allow', 'always', [['protocol.ext.allow', 'never']]],
    [
      'protocol.allow',
      'always',
      [
        ['protocol.allow', 'user'],
        ['protocol.ext.allow', 'never'],
      ],
    ],
    [
      'filter.x.process',
      program,
      [
        ['filter.x.process', ''],
        ['filter.x.required', 'true'],
      ],
    ],
    [
      'hook.x.command',
      program,
      [
        ['hook.x.event', ''],
        ['hook.x.enabled', 'false'],
      ],
    ],
    ['lfs.extension.x.clean', program, [['lfs.extension.x.clean', '']]],
    ['unheard.of', program, [['unheard.of', '']]],
    ['core.bare', 'false', []],
    ['user.name', 'Ann', []],
    ['url.http://evil/.insteadof', 'https://github.com/', []],
    ['remote.origin.url', 'https://github.com/org/project', []],
  ] as const)('%s = %s', (key, value, given) => {
    expect(replacementOf([ofCheckout(key, value)]).given).toEqual(given);
  });

  it.each([
    ['clean', 'git-lfs clean -- %f', true],
    ['smudge', 'git-lfs smudge -- %f', true],
    ['smudge', 'git-lfs smudge --skip -- %f', true],
    ['process', 'git-lfs filter-process', true],
    ['process', 'git-lfs filter-process --skip', true],
    ['process', './git-lfs filter-process', false],
    ['clean', 'git-lfs clean -- %f; evil', false],
    ['clean', 'git-lfs clean -- %f\nevil', false],
  ])('filter.lfs.%s = %j is what git-lfs writes: %s', (name, value, isOwn) => {
    expect(counts(`filter.lfs.${name}`, value)).toBe(isOwn);
  });

  it('gives way to what the user and the system say about the same key', () => {
    const settings = [
      ofUser('http.proxy', 'http://corporate'),
      ofUser('credential.https://example.com.helper', 'store'),
      ofCheckout('http.proxy', 'http://evil'),
      ofCheckout('credential.helper'),
      ofUser('filter.x.clean', 'own'),
      ofCheckout('filter.x.clean'),
    ];
    expect(replacementOf(settings).given).toEqual([
      ['http.proxy', ''],
      ['http.proxy', 'http://corporate'],
      ['credential.helper', ''],
      ['filter.x.clean', ''],
      ['filter.x.clean', 'own'],
      ['credential.https://example.com.helper', 'store'],
    ]);
  });

  it('that has no value without effect keeps git from connecting, unless the user has one', () => {
    const evil = ofCheckout('http.sslcainfo');
    expect(replacementOf([evil])).toMatchObject({ given: [], stubborn: [evil] });
    expect(replacementOf([ofUser('http.sslcainfo', '/etc/ca.pem'), evil])).toMatchObject({
      given: [['http.sslcainfo', '/etc/ca.pem']],
      stubborn: [],
    });
  });
});

it('a list of settings is read with values of several lines and without values', () => {
  expect(parseSettings('local\0file:.git/config\0a.B\nc.d\n1\n2\0global\0file:x\0core.bare\0')).toEqual([
    { scope: 'local', origin: 'file:.git/config', key: 'a.B\nc.d'.split('\n')[0], value: 'c.d\n1\n2' },
    { scope: 'global', origin: 'file:x', key: 'core.bare', value: 'true' },
  ]);
});
