import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import promoteImage from '../../actions/promote-image/action.ts';
import { matchesPattern } from '../../src/rehearsal/triggers/filter-pattern.ts';
import { drawnBy } from '../support/drawn.ts';
import type { StepOutcome, WorkflowOutcome } from '../support/engine.ts';
import { refusal } from '../support/perform.ts';
import { addImage } from '../support/registry.ts';
import { chaptersOf, cloudBuild, list, promoTools } from './promo-tools.ts';
import { type EndedRun, Stage } from './stage.ts';
import { type State, stateOf } from './state.ts';
import { bot, permissionsIn } from './tokens.ts';

const patience = 240_000;
const tag = 'v4.5.2';
const image = `${tag}-0`;
const staged = 'gcr.io/k8s-staging-artifact-promoter/kpromo';
const produced = 'us-west1-docker.pkg.dev/k8s-artifacts-prod/images/artifact-promoter/kpromo';
const merge = `Merge pull request #2 from kubernetes-sigs/release/${tag}`;

/** The lines that a diff adds. */
const added = (diff = '') => [...diff.matchAll(/^\+(?!\+\+ )\s*(.*)$/gm)].map(([, line]) => line);

/** A release that nothing disturbed, for all tests that compare with it. */
let undisturbed: State | undefined;

describe('a release of promo-tools', () => {
  it(
    'goes from the tracking issue to its end, line by line of the written process',
    async () => {
      const ended: Record<string, WorkflowOutcome> = {};
      const onRunEnd = ({ workflow, outcome }: EndedRun) => {
        ended[workflow] = outcome;
      };
      await using stage = await Stage.open(promoTools, { onRunEnd });
      const [preparing, tagging, promoting, publishing, rollingOut, finishing] = chaptersOf(tag);

      // 1 to 9. The tracking issue, and the version in all files by one signed-off commit.
      await preparing?.perform(stage);
      const first = await stateOf(stage);
      expect(first.issues).toEqual([
        'Release k-sigs/promo-tools@v4.5.2, open, by github-actions[bot]',
        ...['Release Prep', 'Release', 'Image promotion', 'Rollout'].map((box) =>
          expect.stringMatching(`^\\[ \\] ${box}:`),
        ),
      ]);
      expect(first.pulls).toEqual([`Release prep for ${tag}, by release-app[bot], merged`]);
      expect(added(first.files[merge])).toEqual(
        expect.arrayContaining(['4.5.2', `_IMG_VERSION: '${image}'`, `p_ IMG_VERSION ${image}`, `version: ${image}`]),
      );
      const message = await stage.origin('log', '-1', '--format=%an <%ae>%n%(trailers:key=Signed-off-by)', 'main^2');
      const [author, signedOff] = message.split('\n');
      expect(signedOff).toBe(`Signed-off-by: ${author}`);

      // 10. The signed tag.
      await tagging?.perform(stage);
      const second = await stateOf(stage);
      expect(second.tags).toEqual({ 'v4.5.1': 'The last release', [tag]: merge });
      expect(await stage.signingKey?.verify(stage.project.scratch.origin, tag)).toContain('Good "git" signature');
      expect(second.issues[1]).toMatch(/^\[x\] Release Prep: .*\/kubernetes-sigs\/promo-tools\/pull\/2\)$/);

      // 12 to 18. The draft, and the promotion from the fork.
      await promoting?.perform(stage);
      const third = await stateOf(stage);
      expect(third.releases).toEqual([`${tag}, a draft, by release-app[bot]`]);
      const drafts = (await stage.ask('GET …/releases')) as readonly { body: string }[];
      expect(drafts[0]?.body).toContain(`Release prep for ${tag}`);
      const { tags } = stage.registry.repository(staged);
      expect(ended['promote.yml']?.log).toContain(`Waiting: image ${stage.registry.host}/${staged}:${image}`);
      const promotion = third.others['kubernetes/k8s.io'];
      expect(promotion?.pulls).toEqual([`Image promotion for artifact-promoter ${image}, by release-bot, merged`]);
      expect(added(promotion?.files)).toEqual([`"${tags[image]}": ["${image}"]`]);
      expect(promotion?.files).toContain(`+++ ${list}`);
      const proposed = (await stage.ask('GET /repos/kubernetes/k8s.io/pulls/1')) as {
        body: string;
        head: { label: string };
      };
      expect(proposed.head.label).toBe(`release-bot:artifact-promoter-${image}-image-promotion`);
      expect(proposed.body).toMatch(/^\/hold$/m);

      // 19. What somebody else has signed is not released.
      const signature = `${tags[image]?.replace(':', '-')}.sig`;
      const own = stage.registry.repository(produced).tags[signature] ?? '';
      const foreign = JSON.stringify({
        signed: tags[image],
        identity: 'mallory@example.org',
        issuer: 'https://example.org',
      });
      await addImage(stage.registry, produced, { tag: signature, layers: [foreign] });
      await expect(publishing?.perform(stage)).rejects.toThrow(/cosign accepts no signature of .*mallory@example\.org/);
      expect((await stateOf(stage)).releases).toEqual(third.releases);
      await retag(stage, signature, own);

      // 19 and 20. Production has the image, and the release is published.
      await publishing?.perform(stage);
      const fourth = await stateOf(stage);
      expect(fourth.images.filter((name) => name.endsWith(`/artifact-promoter/kpromo:${image}, signed`))).toHaveLength(
        22,
      );
      expect(stage.registry.repository(produced).tags[image]).toBe(tags[image]);
      expect(fourth.releases).toEqual([`${tag}, the latest, by release-app[bot]`]);

      // 21. The rollout.
      await rollingOut?.perform(stage);
      const rollout = (await stateOf(stage)).others['kubernetes/test-infra'];
      expect(rollout?.pulls).toEqual([`releng: use kpromo ${image}, by release-bot, merged`]);
      const reference = `- image: registry.k8s.io/artifact-promoter/kpromo:${image}`;
      expect(added(rollout?.files)).toEqual(Array.from({ length: 6 }, () => reference));

      // 22 and 23. The announcement, and the end of the tracking issue.
      await finishing?.perform(stage);
      const finish = ended['finish.yml'] ?? { steps: {} };
      const drawn = drawnBy(finish);
      expect(drawn).toContain(`tag0("Tag ${tag}<br>released")`);
      expect(drawn).toContain(`kpromo:${image}<br>${tags[image]?.slice(0, 'sha256:'.length + 12)}"]`);
      expect(drawn).toContain('Pull request #35;1 of kubernetes/test-infra<br>merged');
      const toBePasted = Object.values(finish.steps).map(({ summary }) => summary);
      expect(toBePasted.join('\n')).toMatch(/```[^`]*promo-tools v4\.5\.2 is released, and the Prow jobs use it/);
      undisturbed = await stateOf(stage);
      expect(await stage.unprovenIn(tag)).toEqual([
        '– notes of the release (promote.yml:77): not verified, because GitHub generated them, and would generate others today',
        '– release-issue (finish.yml:51, finish.yml:73, prepare.yml:43, publish.yml:91, release.yml:58): left out, because people go on with the issue after a release',
        '– announce (finish.yml:60): left out, because it tells people, and changes nothing of the release',
        '– set-values (prepare.yml:54, rollout.yml:57): left out, because it prepares a commit that need not be the one of the tag',
        '– commit-changes (prepare.yml:73, rollout.yml:71): left out, because branches move on after a release',
      ]);
      expect(undisturbed.comments).toEqual([
        expect.stringContaining(`promo-tools ${tag} is released, and the Prow jobs use it`),
        expect.stringContaining('Released:'),
      ]);
      expect(undisturbed.issues).toEqual([
        'Release k-sigs/promo-tools@v4.5.2, closed, by github-actions[bot]',
        expect.stringMatching(/^\[x\] Release Prep: .*\/kubernetes-sigs\/promo-tools\/pull\/2\)$/),
        expect.stringMatching(/^\[x\] Release: .*\/kubernetes-sigs\/promo-tools\/releases\/tag\/v4\.5\.2\)$/),
        expect.stringMatching(/^\[x\] Image promotion: .*\/kubernetes\/k8s\.io\/pull\/1\)$/),
        expect.stringMatching(/^\[x\] Rollout: .*\/kubernetes\/test-infra\/pull\/1\)$/),
      ]);
    },
    patience,
  );

  it(
    'needs nothing but its workflows to be run again, whenever a runner is killed',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      await using stage = await Stage.open(promoTools, { killedAt: [[2], [1], [3], [1], [1], [2]] });
      for (const { perform } of chaptersOf(tag)) await perform(stage);
      expect(undisturbed).toBeDefined();
      expect(await stateOf(stage)).toEqual(undisturbed);
    },
  );

  it(
    'leaves nothing on any server when it is rehearsed with mode: local',
    { timeout: patience, tags: 'exhaustive' },
    async () => {
      const told: string[] = [];
      const onStep = ({ log }: StepOutcome) => told.push(...log.flatMap((line) => /would: (.*)/.exec(line)?.[1] ?? []));
      await using stage = await Stage.open(promoTools, { isRehearsal: true, onStep });
      const before = await stateOf(stage);
      for (const { perform } of chaptersOf(tag)) await perform(stage);
      expect(told).toEqual([
        'Open an issue in kubernetes-sigs/promo-tools',
        `Push release/${tag} to kubernetes-sigs/promo-tools`,
        'Open a pull request to main of kubernetes-sigs/promo-tools',
        `Push tag ${tag} to origin`,
        `Push artifact-promoter-${image}-image-promotion to release-bot/k8s.io`,
        'Open a pull request to main of kubernetes/k8s.io',
        `Draft release ${tag} of kubernetes-sigs/promo-tools`,
        `Publish release ${tag} of kubernetes-sigs/promo-tools`,
        `Push kpromo-${image} to release-bot/test-infra`,
        'Open a pull request to master of kubernetes/test-infra',
      ]);
      expect(stage.writes).toEqual([]);
      await stage.endRehearsal();
      expect(await stateOf(stage)).toEqual(before);
    },
  );

  it(
    'stops before anything leaves if the tag disagrees with the files, or has no signature',
    async () => {
      await using stage = await Stage.open(promoTools);
      await expect(stage.dispatch('release.yml', { tag })).rejects.toThrow('VERSION:1');
      await stage.project.pushTag('v4.6.0', { annotated: 'v4.6.0' });
      await expect(stage.pushed('promote.yml', 'v4.6.0')).rejects.toThrow(/v4\.6\.0 .*sign/);
      await stage.signingKey?.sign(stage.project, tag, tag);
      await stage.project.pushTag(tag);
      await expect(stage.pushed('promote.yml', tag)).rejects.toThrow(/VERSION:1 [^]*cloudbuild\.yaml/);
      expect([(await stateOf(stage)).releases, stage.writes]).toEqual([[], []]);

      // 16. The fork, and the token.
      await cloudBuild(stage, 'v4.5.1');
      const from = `${stage.registry.host}/${staged.replace('/kpromo', '')}`;
      const inputs = { via: 'pull-request', from, images: 'kpromo', tag: 'v4.5.1-0', fork: 'release-bot/k8s.io' };
      const refusedWith = (more: Record<string, string>) =>
        refusal(promoteImage, stage.project, { inputs: { ...inputs, ...more } });
      expect(await refusedWith({ fork: 'release-bot/k8s', token: bot.token })).toContain(
        'GitHub finds no repository release-bot/k8s',
      );
      expect(await refusedWith({ token: 'job.contents-read' })).toContain(
        'Missing: permission to open pull requests in kubernetes/k8s.io.',
      );
    },
    patience,
  );
});

/** Moves a tag back to a manifest that the repository has. */
async function retag({ registry }: Stage, name: string, digest: string): Promise<void> {
  const accept = 'application/vnd.oci.image.manifest.v1+json';
  const answer = await fetch(`${registry.url}/v2/${produced}/manifests/${digest}`, { headers: { accept } });
  registry.addManifest(produced, Buffer.from(await answer.arrayBuffer()), { mediaType: accept, tag: name });
}

it(
  'the guard of a pull request names the file whose version differs',
  async () => {
    await using stage = await Stage.open(promoTools);
    await stage.project.git('switch', '--quiet', '--create', 'proposal');
    await stage.project.commit('A proposal', { VERSION: '4.5.2\n' });
    await stage.project.push('proposal');
    const body = { title: 'A proposal', head: 'proposal', base: 'main' };
    const { number } = (await stage.ask('POST …/pulls', { body })) as { number: number };
    await expect(stage.check('guard.yml', number)).rejects.toThrow('VERSION:1');
  },
  patience,
);

it.each([
  ['prepare.yml', { contents: 'read', issues: 'write' }, ['contents-write pull-requests-write']],
  ['release.yml', { contents: 'read', issues: 'write', 'pull-requests': 'read' }, ['contents-write']],
  ['promote.yml', { contents: 'read' }, ['contents-write']],
  ['publish.yml', { contents: 'read', issues: 'write' }, ['contents-write']],
  ['rollout.yml', { contents: 'read' }, []],
  ['finish.yml', { contents: 'read', issues: 'write' }, []],
  ['guard.yml', { contents: 'read' }, []],
])('the workflow asks for no more than it needs: %s', async (workflow, permissions, tokens) => {
  const text = await readFile(join(promoTools.folder, '.github/workflows', workflow), 'utf8');
  expect(permissionsIn(text)).toEqual({ permissions, tokens });
});

it.each([
  ['v4.5.2', true],
  ['v10.20.30', true],
  ['v4.6.0-beta.0', true],
  ['v4.5', false],
  ['4.5.2', false],
  ['pkg/v4.5.2', false],
])('a pushed tag %s starts the promotion: %s', async (name, starts) => {
  const text = await readFile(join(promoTools.folder, '.github/workflows/promote.yml'), 'utf8');
  const { on } = parse(text) as { on: { push: { tags: readonly string[] } } };
  expect(on.push.tags.some((filter) => matchesPattern(name, filter))).toBe(starts);
});
