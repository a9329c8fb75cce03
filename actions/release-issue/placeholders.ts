import { sectionOf, withSection } from '../../src/domain/changelogs/changelog.ts';
import { asksFor } from '../../src/domain/issue-templates/placeholders.ts';
import type { Placeholders } from '../../src/domain/issue-templates/placeholders.ts';
import { listed } from '../../src/domain/text.ts';
import { lookAtRelease, tagAmong, tagsFor } from '../../src/plans/changelogs/release.ts';
import { lookAtWork } from '../../src/plans/changelogs/work.ts';
import type { World } from '../../src/world/world.ts';
import type { IssueInputs } from './contract.ts';

type Asked = Pick<IssueInputs, 'previousTag' | 'streams'> & {
  readonly tags: readonly string[];
  readonly commit: string;
};

/** Refuses a tag of no stream, if a text asks for its version. */
export async function refuseUnknownVersion(
  text: string,
  { tags, streams }: Pick<Asked, 'tags' | 'streams'>,
): Promise<void> {
  if (asksFor(text, ofVersion)) await tagsFor(tags[0] ?? '', streams);
}

const ofVersion = ['version', 'previous-tag', 'changelog'];

/** The values of the placeholders that a text has. Only what it asks for is looked up. */
export async function placeholdersFor(
  text: string,
  { tags, commit, streams, previousTag }: Asked,
  world: World,
): Promise<{ readonly values: Placeholders; readonly notes: readonly string[] }> {
  const [tag = ''] = tags;
  const values = { tag, tags: listed(tags), commit };
  if (!asksFor(text, ofVersion)) return { values, notes: [] };
  const possible = await tagsFor(tag, streams);
  const { version: parsed } = tagAmong(possible, []).tag;
  const version = parsed[parsed.scheme] ?? tag;
  if (!asksFor(text, ['previous-tag', 'changelog'])) return { values: { ...values, version }, notes: [] };
  const release = await lookAtRelease({ possible, given: previousTag }, world, commit);
  const { previous = 'none', notes } = release;
  const known = { ...values, version, 'previous-tag': previous };
  if (!asksFor(text, ['changelog'])) return { values: known, notes };
  const work = await lookAtWork(release, world);
  const section = { version: release.tag, date: '2000-01-01', items: work.items, ...release }; // its heading, with the date, is left out
  const changelog = sectionOf(withSection('', 'keep-a-changelog', section), release.tag);
  const nothing = `Nothing was merged since ${previous}.`;
  return {
    values: { ...known, changelog: changelog === '' ? nothing : changelog },
    notes: [...notes, ...work.notes],
  };
}
