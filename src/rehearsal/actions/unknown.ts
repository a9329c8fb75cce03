import type { StandIn } from '../steps/found-action.ts';

/** Why nobody can stand in for these actions. */
const reasons: Readonly<Record<string, string>> = {
  'anchore/sbom-action': 'the SBOM is made of what is built, and nothing is built here',
  'aws-actions/amazon-ecr-login': 'AWS would have to give a password',
  'aws-actions/configure-aws-credentials': 'AWS would have to accept the token or the key',
  'azure/login': 'Azure would have to accept the token or the key',
  'changesets/action': 'it depends on the changesets whether it opens a pull request or publishes',
  'codecov/codecov-action': 'it would have sent the coverage to Codecov',
  'crazy-max/ghaction-import-gpg': 'no key is imported on this machine',
  'docker/bake-action': 'what the bake file builds is not known here',
  'google-github-actions/auth': 'Google Cloud would have to accept the token or the key',
  'googleapis/release-please-action':
    'it depends on the commits since the last release whether it opens a pull request or makes a release',
  'helm/kind-action': 'it starts a cluster in containers, which a rehearsal does not',
  'JamesIves/github-pages-deploy-action': 'nothing is pushed to the branch of the pages',
  'mathieudutour/github-tag-action': 'it depends on the commits since the last release which tag it makes',
  'peaceiris/actions-gh-pages': 'nothing is pushed to the branch of the pages',
  'peter-evans/repository-dispatch': 'the event repository_dispatch is not performed',
  'sigstore/gh-action-sigstore-python': 'a rehearsal signs nothing',
  'slackapi/slack-github-action': 'it would have sent a message to Slack',
};

/** What is said instead of performing them, by their names. */
export const unknownActions: Readonly<Record<string, StandIn>> = Object.fromEntries(
  Object.entries(reasons).map(([name, reason]) => [
    name,
    async ({ speech }) => {
      speech.notPerformed = reason;
    },
  ]),
);
