import type { ImageRepository } from '../images/reference.ts';

/** The project whose images are staged in a folder: `example` for `gcr.io/k8s-staging-example` and for `…/images/example`. */
export const projectOf = ({ repository }: ImageRepository): string =>
  (repository.split('/').at(-1) ?? '').replace(/^k8s-staging-(?=.)/, '');
