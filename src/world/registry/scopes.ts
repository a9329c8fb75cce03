import type { ImageRepository } from '../../domain/images/reference.ts';

// https://distribution.github.io/distribution/spec/auth/scope/

export const pulls = ({ repository }: ImageRepository): string => `repository:${repository}:pull`;

export const pushes = ({ repository }: ImageRepository): string => `repository:${repository}:pull,push`;
