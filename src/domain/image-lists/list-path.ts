import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** A folder with the folders `images` and `manifests`, and the name that a list and its manifest have in them. */
export type ListPath = { readonly root: string; readonly folder: string };

/** Where the lists of Kubernetes are. */
export const usualRoot = 'registry.k8s.io/';

/** Reads the path of a list. */
export function parseListPath(text: string): ListPath {
  const [, root, folder] = /^((?:[\w.-]+\/)*)images\/([\w.-]+)\/images\.yaml$/.exec(text.trim()) ?? [];
  const isPlain = ![...(root ?? '').split('/'), folder].some((part) => part === '.' || part === '..');
  if (root !== undefined && folder !== undefined && isPlain) return { root, folder };
  throw new ReleaseError(`is ${quoted(text)}, not the path of an image list.`, {
    fix: 'Write a path such as registry.k8s.io/images/k8s-staging-example/images.yaml.',
  });
}

export const listPath = ({ root, folder }: ListPath): string => `${root}images/${folder}/images.yaml`;
export const manifestPath = ({ root, folder }: ListPath): string => `${root}manifests/${folder}/promoter-manifest.yaml`;
