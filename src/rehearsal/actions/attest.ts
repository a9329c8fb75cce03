import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';

/** actions/attest and its kind: nothing is signed, but the permissions that it needs are looked at. */
export async function attest({ room, speech, output }: StandInCall): Promise<void> {
  const missing = ['id-token', 'attestations'].filter((scope) => room.permissions[scope] !== 'write');
  if (missing.length > 0)
    throw new ReleaseError(
      `The job may not attest: it lacks ${missing.map((scope) => `${scope}: write`).join(' and ')}.`,
      {
        fix: `Add ${missing.map((scope) => `${scope}: write`).join(' and ')} to the permissions of the job.`,
      },
    );
  speech.say('A rehearsal signs nothing.');
  output('attestation-id', '1');
  output('attestation-url', '');
  output('bundle-path', '');
}
