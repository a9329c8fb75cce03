import { type GitHub, type GitHubOptions, startGitHub, type Token } from '../../src/embedded/github/server.ts';
import { validation } from './openapi.ts';
import { type Files, type FirstTag, remotesOf, scratchFolder, ScratchRepository } from './repository.ts';

export type ScratchGitHubOptions = Partial<Omit<GitHubOptions, 'root' | 'searchPath'>> & {
  /** `owner/name` of origin. */
  readonly name?: string;
  readonly tag?: FirstTag;
};

const validate = await validation();

/** The token of a job with all permissions that a workflow can give, for the repository of the job. */
export const jobToken: Token = {
  token: 'job-token',
  login: 'github-actions[bot]',
  kind: 'job',
  permissions: { contents: 'write', 'pull-requests': 'write', issues: 'write', actions: 'write' },
  repositories: ['org/project'],
};

/** The classic token of a person who is an admin. */
export const personalToken: Token = {
  token: 'personal-token',
  login: 'mona',
  kind: 'classic',
  scopes: ['repo', 'workflow'],
};

/**
 * A scratch repository whose origin is on an embedded GitHub. Every exchange is checked against GitHub's description.
 * The first one that does not fit makes the test fail.
 */
export async function scratchGitHub(files: Files = {}, options: ScratchGitHubOptions = {}): Promise<ScratchGitHub> {
  const { name, tag, ...given } = options;
  const scratch = await scratchFolder(name);
  const defaults = { root: remotesOf(scratch), searchPath: process.env['PATH'] ?? '', observe: validate };
  const github = await startGitHub({ ...defaults, tokens: [jobToken, personalToken], ...given });
  const remote = `${github.git.url}/${scratch.name}`;
  const repository = new ScratchGitHub({ ...scratch, remote, variables: variablesOf(github, scratch.name) }, github);
  await repository.begin(files, tag);
  return repository;
}

export class ScratchGitHub extends ScratchRepository {
  readonly github: GitHub;

  constructor(scratch: ConstructorParameters<typeof ScratchRepository>[0], github: GitHub) {
    super(scratch, github.git);
    this.github = github;
  }

  /** Sends one request to the API. `…` in the path stands for `/repos/` and the name of this repository. */
  async ask(request: string, { token = jobToken.token, ...options }: AskOptions = {}): Promise<Reply> {
    const [method = '', path = ''] = request.split(' ');
    const headers = {
      'user-agent': 'test',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...options.headers,
    };
    const body = options.body === undefined ? {} : { body: JSON.stringify(options.body) };
    const url = `${this.github.url}${path.replace('…', `/repos/${this.scratch.name}`)}`;
    const response = await fetch(url, { method, headers, ...body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.github[Symbol.asyncDispose]();
    } finally {
      await super[Symbol.asyncDispose]();
    }
  }
}

type AskOptions = {
  /** An empty text sends no token. */
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

type Reply = { readonly status: number; readonly headers: Headers; readonly body: ReturnType<typeof JSON.parse> };

function variablesOf({ url, git }: GitHub, name: string): Record<string, string> {
  return {
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: git.url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_REPOSITORY: name,
  };
}
