import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replacementOf } from '../../src/domain/repositories/git-settings.ts';

type Documented = {
  readonly key: string;
  /** Whether the text about it speaks of programs. */
  readonly program: boolean;
  /** Whether the text about it speaks of servers, certificates and the like. */
  readonly connection: boolean;
};

/** Every key that git's documentation lists: .github/scripts/git-settings.ts has read it. */
export const documented: readonly Documented[] = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/git-settings.json'), 'utf8')) as {
    settings: readonly Documented[];
  }
).settings;

/** A key of the documentation as it is in a file: `filter.<driver>.clean` becomes `filter.x.clean`. */
export const concrete = (key: string): string => {
  const [section = '', ...rest] = key.replaceAll(/<[^>]+>|\*/g, 'x').split('.');
  return [section.toLowerCase(), ...rest.slice(0, -1), rest.at(-1)?.toLowerCase()].join('.');
};

/** git ends if one of these is neither a number nor a boolean, so that nothing can be seen of the others. Tried with git 2.39 and 2.54. */
const typed: ReadonlySet<string> = new Set(
  `
add.ignore-errors add.ignoreerrors core.bare core.bigfilethreshold core.commitgraph core.compression
core.deltabasecachelimit core.filemode core.filesreflocktimeout core.fsyncobjectfiles core.ignorecase
core.ignorestat core.lockfilepid core.loosecompression core.maxtreedepth core.multipackindex core.packedgitlimit
core.packedgitwindowsize core.precomposeunicode core.prefersymlinkrefs core.preloadindex core.protecthfs
core.protectntfs core.quotepath core.repositoryformatversion core.sparsecheckout core.sparsecheckoutcone
core.symlinks core.trustctime core.usereplacerefs core.warnambiguousrefs diff.autorefreshindex diff.context
diff.indentheuristic diff.interhunkcontext diff.mnemonicprefix diff.noprefix diff.relative diff.renamelimit
diff.statgraphwidth diff.statnamewidth diff.suppressblankempty diff.trustexitcode diff.x.binary diff.x.cachetextconv
diff.x.trustexitcode fetch.all fetch.fsckobjects fetch.parallel fetch.prune fetch.prunetags fetch.showforcedupdates
fetch.unpacklimit fetch.writecommitgraph filter.x.required gitweb.remote_heads http.emptyauth http.followredirects http.savecookies http.ssltry
http.sslverify merge.renamelimit merge.verbosity promisor.advertise remote.x.promisor remote.x.prune
remote.x.prunetags remote.x.skipdefaultupdate remote.x.skipfetchall submodule.fetchjobs submodule.recurse
transfer.advertiseobjectinfo transfer.advertisesid transfer.fsckobjects transfer.unpacklimit`
    .trim()
    .split(/\s+/),
);

/** Every key of git's documentation that does not count if a checkout sets it, and is not refused. */
export const programsOfConfiguration: readonly string[] = documented
  .map(({ key }) => concrete(key))
  .filter((key) => !typed.has(key))
  .filter((key) => replacementOf([{ scope: 'local', origin: '', key, value: 'program' }]).given.length > 0);

/** The lines of a git configuration that give a key a value. */
export const settingLine = (value: string) => (key: string) => {
  const [section, name] = [key.split('.')[0], key.split('.').at(-1)];
  const middle = key.slice((section ?? '').length + 1, -(name ?? '').length - 1);
  return `[${section}${middle === '' ? '' : ` "${middle}"`}]\n\t${name} = ${value}\n`;
};
