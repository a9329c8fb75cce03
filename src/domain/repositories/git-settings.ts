/** A setting as git lists it: `local` and `worktree` are the scopes of the checkout. */
export type GitSetting = {
  readonly scope: string;
  readonly origin: string;
  /** Section and name are in lower case, the part between them is as it was written. */
  readonly key: string;
  readonly value: string;
};

/** A setting that git gets in its environment, where it counts more than every file. */
export type GivenSetting = readonly [key: string, value: string];

/** What takes the place of the settings of a checkout that must not count. */
export type Replacement = {
  /** Their keys with other values. */
  readonly given: readonly GivenSetting[];
  /** Those that git would have followed. */
  readonly ignored: readonly GitSetting[];
  /** Those that have no other value. git must not connect to a server while they are there. */
  readonly stubborn: readonly GitSetting[];
};

/** Reads what `git config --list --show-scope --show-origin --null` prints. */
export function parseSettings(text: string): readonly GitSetting[] {
  const fields = text.split('\0');
  return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) => {
    const [scope = '', origin = '', entry = ''] = fields.slice(3 * index);
    const end = entry.indexOf('\n');
    const [key, value] = end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)]; // `[core] bare` means true
    return { scope, origin, key, value };
  });
}

/** Whether the checkout says so, and not the user or the system. */
export const isOfCheckout = ({ scope }: GitSetting): boolean => scope === 'local' || scope === 'worktree';

// Why: docs/decisions.md D42
/**
 * Replaces each setting of the checkout that may start a program or move a connection by what the user or the system says
 * about the same key, else by a value without effect. Only what is known to be harmless counts as the checkout says.
 */
export function replacementOf(settings: readonly GitSetting[]): Replacement {
  const others = Map.groupBy(
    settings.filter((one) => !isOfCheckout(one)),
    ({ key }) => key,
  );
  const disobeyed = new Map(
    settings.filter((one) => isOfCheckout(one) && !isHarmless(one)).map((one) => [one.key, one] as const),
  );
  const [given, stubborn]: [GivenSetting[], GitSetting[]] = [[], []];
  for (const [key, setting] of disobeyed) {
    const wanted = (others.get(key) ?? []).map(({ value }) => [key, value] as const);
    const neutral = neutralOf(key);
    if (neutral.length === 0 && wanted.length === 0) stubborn.push(setting);
    given.push(...neutral, ...wanted);
  }
  return {
    given: [
      ...given,
      ...otherHelpers(settings, disobeyed),
      ...requiredFilters(settings, disobeyed),
      ...withoutHooks(settings),
    ],
    ignored: [...disobeyed.values()].filter(({ key }) => telling.test(key)),
    stubborn,
  };
}

// An empty helper removes all those before it, also those of the user.
function otherHelpers(
  settings: readonly GitSetting[],
  disobeyed: ReadonlyMap<string, unknown>,
): readonly GivenSetting[] {
  const helper = /^credential\.(?:.+\.)?helper$/s;
  if (![...disobeyed.keys()].some((key) => helper.test(key))) return [];
  return settings.filter((one) => !isOfCheckout(one) && helper.test(one.key)).map(({ key, value }) => [key, value]);
}

// Without its filter, a file would be committed as it is, such as a secret that the filter encrypts.
function requiredFilters(
  settings: readonly GitSetting[],
  disobeyed: ReadonlyMap<string, unknown>,
): readonly GivenSetting[] {
  const names = new Set([...disobeyed.keys()].flatMap((key) => filterKey.exec(key)?.[1] ?? []));
  const isSetElsewhere = (name: string) =>
    settings.some((one) => !isOfCheckout(one) && filterKey.exec(one.key)?.[1] === name);
  return [...names].filter((name) => !isSetElsewhere(name)).map((name) => [`filter.${name}.required`, 'true']);
}

/** Hooks can be settings, too, since git 2.54. No hook runs, whoever has set it. */
function withoutHooks(settings: readonly GitSetting[]): readonly GivenSetting[] {
  const names = new Set(settings.flatMap(({ key }) => /^hook\.(.+)\.[^.]+$/s.exec(key)?.[1] ?? []));
  return [...names].flatMap((name) => [
    [`hook.${name}.event`, ''] as const,
    [`hook.${name}.enabled`, 'false'] as const,
  ]);
}

const filterKey = /^filter\.(.+)\.(?:clean|smudge|process)$/s;

/** The settings that take the effect from a key; none if only a value that nobody here can know would do so. */
function neutralOf(key: string): readonly GivenSetting[] {
  // `always` for all protocols includes ext, whose addresses are programs.
  if (key === 'protocol.allow')
    return [
      [key, 'user'],
      ['protocol.ext.allow', 'never'],
    ];
  if (/^http\.(?:.+\.)?(?:pinnedpubkey|proxyssl.*|schannel.*|ssl(?:backend|ca.*|cert.*|key.*))$/s.test(key)) return [];
  return [[key, neutralValues.find(([pattern]) => pattern.test(key))?.[1] ?? '']];
}

const neutralValues: readonly (readonly [key: RegExp, value: string])[] = [
  [/^core\.sshcommand$/, 'ssh'],
  [/^credential\.(?:.+\.)?(?:protectprotocol|sanitizeprompt)$/s, 'true'],
  [/^http\.(?:.+\.)?(?:sslverify)$/s, 'true'],
  [/^http\.(?:.+\.)?(?:delegation|proactiveauth)$/s, 'none'],
  [/^http\.(?:.+\.)?emptyauth$/s, 'auto'],
  [/^http\.(?:.+\.)?proxyauthmethod$/s, 'anyauth'],
  [/^merge\..+\.driver$/s, 'git merge-file -q %A %O %B'], // what git does without a driver
  [/^promisor\.acceptfromserver$/, 'none'],
  [/^protocol\.(?:https?|git|ssh)\.allow$/, 'always'],
  [/^protocol\.ext\.allow$/, 'never'],
  [/^protocol\..+\.allow$/s, 'user'],
  [/^ssh\.variant$/, 'auto'],
];

/** Those that a person may miss. */
const telling =
  /^(?:core\.(?:askpass|gitproxy|sshcommand)|(?:credential|filter|http|lfs|protocol)\.|merge\..+\.driver$|ssh\.)/s;

function isHarmless({ key, value }: GitSetting): boolean {
  if (isLfs.some(([name, command]) => name === key && command.test(value))) return true;
  if (/^http\.(?:.+\.)?extraheader$/s.test(key)) return /^authorization: (?:basic|bearer) [\w+/=.~-]+$/i.test(value);
  if (harmless.some((pattern) => pattern.test(key))) return true;
  return isPlain.test(value) && !programs.test(key) && !/^(?:http|protocol)\.|^transfer\.bundleuri$/.test(key);
}

const isPlain = /^(?:true|false|yes|no|on|off|-?\d+[kmg]?)?$/i;

/** What a value is run, or may be in a git that is newer than this list. */
const programs =
  /(?:askpass|browser|clean|cmd|command|driver|editor|external|filter|helper|hook|httpd|pager|process|program|prompt|protocol|proxy|smudge|textconv|tool|tunnel|viewer)$|^(?:alias|pager)\./;

/** The commands that git-lfs itself writes: https://github.com/git-lfs/git-lfs/blob/main/lfs/attribute.go */
const isLfs: readonly (readonly [key: string, command: RegExp])[] = [
  ['filter.lfs.clean', /^git-lfs clean -- %f$/],
  ['filter.lfs.smudge', /^git-lfs smudge (?:--skip )?-- %f$/],
  ['filter.lfs.process', /^git-lfs filter-process(?: --skip)?$/],
];

/** What starts no program and moves no connection. Of some keys, git reads only those of the user and the system. */
const harmless: readonly RegExp[] = [
  /^(?:advice|am|apply|author|blame|branch|checkout|clean|clone|color|column|commit|commitgraph|committer|extensions)\./,
  /^(?:fastimport|feature|format|fsck|grep|i18n|include|includeif|index|log|lsrefs|mailinfo|mailmap|maintenance)\./,
  /^(?:notes|pack|pretty|pull|push|rebase|receive|reftable|remotes|repack|replay|rerere|revert|safe|showbranch)\./,
  /^(?:sparse|splitindex|stash|status|tag|trace2|uploadarchive|uploadpack|uploadpackfilter|user|versionsort|worktree)\./,
  /^core\.(?:abbrev|alternaterefsprefixes|attributesfile|autocrlf|checkroundtripencoding|checkstat|commentchar)$/,
  /^core\.(?:commentstring|createobject|eol|excludesfile|fsmonitor|fsync|fsyncmethod|hidedotfiles|hookspath)$/, // fsmonitor and hookspath are always set
  /^core\.(?:logallrefupdates|notesref|safecrlf|sharedrepository|untrackedcache|whitespace|worktree)$/,
  /^credential\.(?:.+\.)?(?:interactive|usehttppath|username)$/s,
  /^diff\.(?:algorithm|colormoved|colormovedws|dirstat|dstprefix|ignoresubmodules|orderfile|renames|srcprefix)$/,
  /^diff\.(?:submodule|wordregex|wserrorhighlight|.+\.(?:algorithm|funcname|xfuncname|wordregex))$/s,
  /^fetch\.(?:fsck\..+|negotiationalgorithm|output|recursesubmodules)$/,
  /^gc\.(?!recentobjectshook$|repackfilter)/,
  /^gpg\.(?:format|mintrustlevel|ssh\..*file)$/,
  /^http\.(?:.+\.)?(?:keepalive.*|lowspeed.*|max.*|minsessions|noepsv|postbuffer|retryafter|useragent|version)$/s,
  /^hook\./, // switched off altogether
  /^init\.default/,
  /^merge\.(?:conflictstyle|directoryrenames|ff|log|renames|stat|suppressdest|.+\.(?:name|recursive))$/s,
  /^protocol\.version$/,
  /^remote\.(?:pushdefault|.+\.(?:fetch|followremotehead|mirror|partialclonefilter|push|pushurl|serveroption|tagopt|url))$/s,
  /^remote\..+\.(?:receivepack|uploadpack|vcs)$/s, // refused when git connects to a server
  /^submodule\.(?:active|alternate.*|.+\.(?:active|branch|fetchrecursesubmodules|gitdir|ignore|url))$/s,
  /^tar\.umask$/,
  /^trailer\.(?:ifexists|ifmissing|separators|where|.+\.(?:ifexists|ifmissing|key|where))$/s,
  /^transfer\.(?:credentialsinurl|hiderefs)$/,
  /^url\./, // an empty value would match every address
];
