import { placed } from '../../domain/place.ts';
import type { Finding, Level } from './finding.ts';

const headings: Readonly<Record<Level, string>> = {
  stops: 'These would stop the release',
  risk: 'These could go wrong',
  unseen: 'These could not be seen',
  advice: 'These would be better',
  good: 'These are as they should be',
};

export type Examined = { readonly repository: string; readonly commit: string; readonly findings: readonly Finding[] };

/** A group for each level, a line for each finding, and below it the fix and the page. */
export function report({ repository, commit, findings }: Examined): string {
  const groups = Object.entries(headings).flatMap(([level, heading]) => {
    const own = findings.filter((one) => one.level === level);
    return own.length === 0 ? [] : ['', `${heading}:`, ...own.flatMap(linesOf)];
  });
  const count = (level: Level) => findings.filter((one) => one.level === level).length;
  const verdict =
    count('stops') > 0
      ? `The release would stop: ${counted(count('stops'), 'finding')}, and ${counted(count('risk'), 'risk')}.`
      : `Nothing that was seen would stop a release. ${counted(count('risk'), 'risk')}, ${count('unseen')} not seen.`;
  return [`${repository} at ${commit.slice(0, 12)}`, ...groups, '', verdict].join('\n');
}

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

const linesOf = ({ what, at, fix, page }: Finding): readonly string[] => [
  `  ${placed(what, at)}`,
  ...[fix, page].flatMap((line) => (line === undefined ? [] : [`    ${line}`])),
];

/** For other programs. */
export function json({ repository, commit, findings }: Examined): string {
  const rows = findings.map(({ level, what, at, fix, page }) => ({
    level,
    what,
    file: at?.file,
    line: at?.line,
    fix,
    page,
  }));
  return JSON.stringify({ repository, commit, findings: rows }, undefined, 2);
}
