import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admit, type GitToken } from './access.ts';
import { backendAnswer, type GitAnswer } from './backend.ts';
import { GitProcesses } from './processes.ts';
import { receivePush, type Rulesets, type TagLock } from './receive.ts';
import { type GitRequest, type ParsedRequest, parsedRequest } from './request.ts';

export type { GitRequest, GitToken };

/**
 * What goes wrong with a request.
 * - `reset-before`: the connection is reset, and git does not run.
 * - `reset-after`: git runs to its end. Then the connection is reset, and no answer is sent.
 * - `hang`: no answer is sent until the server closes.
 * - An answer: it is sent, and git does not run.
 */
type GitFault = 'reset-before' | 'reset-after' | 'hang' | GitAnswer;

/** Chooses the fault of each request before it is served. It may wait, and may change repositories meanwhile. */
export type GitFaults = (request: GitRequest) => GitFault | undefined | Promise<GitFault | undefined>;

export type GitServerOptions = {
  /** The folder that holds `<owner>/<name>.git`. */
  readonly root: string;
  /** If there is no list of tokens, everybody may do everything. */
  readonly tokens?: readonly GitToken[];
  /** Runs before each request, after its fault was chosen. */
  readonly prepare?: (request: GitRequest) => Promise<void>;
  /** Runs after each request, before its answer is sent. */
  readonly conclude?: (request: GitRequest) => Promise<void>;
  /** Patterns of tag names, such as `v*`. Nobody may create, move or delete these tags, as with a ruleset. */
  readonly protectedTags?: readonly string[];
  /** Patterns of branch names that only pull requests may change. */
  readonly protectedBranches?: readonly string[];
  readonly isLocked?: TagLock;
  readonly violations?: Rulesets;
  readonly fault?: GitFaults;
  /** The PATH in which git is looked for. */
  readonly searchPath?: string;
};

/** Serves the bare repositories of a folder over HTTP. Real git does the work; refusals are those of GitHub. */
export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const http = createServer();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return new GitServer(http, options);
}

export class GitServer implements AsyncDisposable {
  readonly url: string;
  readonly requests: readonly GitRequest[];
  /** Can be replaced at any time. */
  fault: GitFaults | undefined;
  readonly #http: Server;
  readonly #options: GitServerOptions;
  readonly #git: GitProcesses;
  readonly #recorded: { -readonly [Key in keyof GitRequest]: GitRequest[Key] }[] = [];

  constructor(http: Server, options: GitServerOptions) {
    this.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
    this.requests = this.#recorded;
    this.fault = options.fault;
    this.#http = http;
    this.#options = options;
    this.#git = new GitProcesses(options.searchPath ?? '/usr/local/bin:/usr/bin:/bin');
    http.on('request', (message, response) => {
      this.#serve(message, response).catch((error) => send(response, { status: 500, body: String(error) }));
    });
  }

  /** Closes every connection, and ends every git that still runs. */
  async close(): Promise<void> {
    this.#http.close();
    this.#http.closeAllConnections();
    await this.#git.end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await parsedRequest(message, this.#options.root);
    const record = { ...request.record };
    this.#recorded.push(record);
    const fault = await this.fault?.(record);
    if (fault === 'hang') return;
    if (fault === 'reset-before') return reset(message);
    await this.#options.prepare?.(record);
    const answer = typeof fault === 'object' ? fault : await this.#answer(request);
    if (fault === 'reset-after') return reset(message);
    record.status = answer.status;
    await this.#options.conclude?.(record);
    send(response, answer);
  }

  async #answer({ record, repository, push, forBackend }: ParsedRequest): Promise<GitAnswer> {
    const { root, tokens, protectedTags = [], protectedBranches = [], isLocked = () => false } = this.#options;
    const { violations = async () => [] } = this.#options;
    const isPush = record.service === 'git-receive-pack';
    const admission = admit({ authorization: record.authorization, repository, isPush }, tokens);
    if (admission.kind === 'refused') return admission.answer;
    if (push === undefined) return backendAnswer(this.#git, root, forBackend);
    return receivePush(push, forBackend, {
      git: this.#git,
      root,
      repository: admission.repository,
      page: `${this.url}/${admission.repository}`,
      protectedTags,
      protectedBranches,
      isLocked,
      violations,
      token: admission.token,
    });
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: GitAnswer): void {
  response.writeHead(status, headers).end(body);
}

function reset(message: IncomingMessage): void {
  message.socket.resetAndDestroy();
}
