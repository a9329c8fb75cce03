import { ReleaseError } from '../error.ts';
import type { ImageRepository } from '../images/reference.ts';
import { quoted } from '../text.ts';

/** The project whose images are staged in a folder: `example` for `gcr.io/k8s-staging-example` and for `…/images/example`. */
export const projectOf = ({ repository }: ImageRepository): string =>
  (repository.split('/').at(-1) ?? '').replace(/^k8s-staging-(?=.)/, '');

/** Reads the name of a project, which becomes a part of branches and of titles. */
export function parseProject(text: string): string {
  const name = text.trim();
  if (/^\w+(?:[.-]\w+)*$/.test(name) && name.length <= 100) return name;
  throw new ReleaseError(`is ${quoted(text)}, not the name of a project.`, {
    fix: 'Use at most 100 letters, digits, hyphens, underscores and single dots, such as dra-example-driver.',
  });
}

/** Reads an account that is asked to look at a pull request: a user, or a team with its organization. */
export function parseReviewer(text: string): string {
  const [, name] = /^@?([A-Za-z\d](?:[A-Za-z\d-]*)(?:\/[\w.-]+)?)$/.exec(text.trim()) ?? [];
  if (name !== undefined) return name;
  throw new ReleaseError(`has ${quoted(text)}, which is no account.`, {
    fix: 'Write a user such as mona, or a team such as kubernetes/release-managers.',
  });
}
