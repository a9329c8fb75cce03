/** The answer of a route. Without a body, only the status is sent. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

type ValidationError = {
  readonly resource: string;
  readonly code: 'missing_field' | 'invalid' | 'already_exists' | 'custom' | 'unprocessable';
  readonly field?: string;
  readonly message?: string;
  readonly value?: string | number;
};

/** A refusal with the body that GitHub sends. The address of the documentation is added later. */
export class Refused extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, { headers = {}, ...details }: RefusalDetails = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.details = details;
  }
}

type RefusalDetails = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly (ValidationError | string)[];
  /** Only if it is not the documentation of the route. */
  readonly documentation_url?: string;
};

export function notFound(message = 'Not Found'): Refused {
  return new Refused(404, message);
}

export function unprocessable(message: string): Refused {
  return new Refused(422, message);
}

export function invalid(...errors: ValidationError[]): Refused {
  return new Refused(422, 'Validation Failed', { errors });
}

/** The same with errors that are plain texts, as the endpoints of rulesets send them. */
export function invalidBecause(...errors: string[]): Refused {
  return new Refused(422, 'Validation Failed', { errors });
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: Readonly<Record<string, unknown>> & { readonly url: string }): Answer => ({
  status: 201,
  headers: { location: body.url },
  body,
});
export const noContent: Answer = { status: 204 };
