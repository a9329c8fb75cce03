/** What a verification does with the step of an action. */
export type Treatment =
  /** Compares the world with its plan. `without` are inputs that do not count for a release that is out. */
  | { readonly kind: 'check'; readonly without?: readonly string[] }
  /** Changes the temporary checkout, so that later steps find what they found in the release. */
  | { readonly kind: 'local' }
  | { readonly kind: 'release' }
  /** Without a reason, it says nothing of the release. */
  | { readonly kind: 'left out'; readonly why?: string };

/** A step in its job. */
export type StepInJob = {
  /** The action. */
  readonly name: string;
  /** Its input `mode`. */
  readonly mode: string;
  /** The actions of the steps that follow. */
  readonly later: readonly string[];
};

const movesOn = 'branches move on after a release';

// Why: docs/decisions.md D80
/** Decides what can still be said of a step after the release. */
export function treatmentOf({ name, mode, later }: StepInJob): Treatment {
  switch (name) {
    case 'commit-changes':
      return { kind: 'left out', why: movesOn };
    case 'freeze-branch':
      return { kind: 'left out', why: 'a freeze ends after a release' };
    case 'announce':
      return { kind: 'left out', why: 'it tells people, and changes nothing of the release' };
    case 'release-issue':
      return { kind: 'left out', why: 'people go on with the issue after a release' };
    case 'release-summary':
      return { kind: 'left out' };
    case 'set-values':
    case 'bump-chart':
    case 'update-changelog':
      return editing(mode, later);
    case 'build-wheel':
      return { kind: 'local' };
    case 'gh-release':
      return { kind: 'release' };
    case 'push-tag':
    case 'go-module-tags':
      return { kind: 'check', without: ['start', 'proxy', 'proxy-wait', 'tagger'] };
    default:
      return { kind: 'check' };
  }
}

/** An edit belongs to the tagged tree if it is only compared there, or if the same job makes the tag afterwards. */
function editing(mode: string, later: readonly string[]): Treatment {
  if (mode === 'check' || later.includes('push-tag') || later.includes('go-module-tags')) return { kind: 'check' };
  if (later.includes('commit-changes'))
    return { kind: 'left out', why: 'it prepares a commit that need not be the one of the tag' };
  return { kind: 'local' };
}
