import type { Project } from './facts.ts';

type Place = Pick<Project, 'server' | 'repository'>;

/** The pages of GitHub's settings. */
export const pages = {
  actions: (of: Place): string => settings(of, 'actions'),
  branches: (of: Place): string => settings(of, 'branches'),
  environments: (of: Place): string => settings(of, 'environments'),
  releases: ({ server, repository }: Place): string => `${server}/${repository}/settings`,
  rules: (of: Place): string => settings(of, 'rules'),
  secrets: (of: Place): string => settings(of, 'secrets/actions'),
  tokens: ({ server }: Pick<Place, 'server'>): string => `${server}/settings/tokens`,
  variables: (of: Place): string => settings(of, 'variables/actions'),
};

const settings = ({ server, repository }: Place, page: string) => `${server}/${repository}/settings/${page}`;
