/** A request that the embedded GitHub refused to the token of a job or of an App. */
export type RefusedRequest = {
  /** `POST /repos/org/project/releases`, `git push refs/tags/v1` */
  readonly request: string;
  readonly status: number;
  /** GitHub's words. */
  readonly message: string;
  /** The permissions that would be enough, as in a workflow: `contents: write`. */
  readonly accepted: readonly string[];
  readonly token: string;
};

/** The permissions of GitHub's header: `contents=write,workflows=write; contents=write`. */
export function acceptedBy(header: string | undefined): readonly string[] {
  if (header === undefined || header === '') return [];
  return header.split(';').map((set) => set.trim().split(',').map(named).join(' and '));
}

const named = (pair: string) => pair.replace('=', ': ').replaceAll('_', '-');
