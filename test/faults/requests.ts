import { type Fault, faultsOn } from './fault.ts';
import type { Ending, Forward, GatewayAnswer, GatewayRequest } from './gateway.ts';
import type { RequestMode } from './modes.ts';
import { requestFaults, type FaultContext } from './request-faults.ts';
import { isOfRegistry, keyOf, type Operation, type Step, StepCounter, withoutRandomParts } from './steps.ts';

/** The answers of a run, by the keys of their steps. */
export type Answers = ReadonlyMap<string, GatewayAnswer>;

type RequestsOptions = {
  readonly faults: readonly Fault[];
  readonly earlier: Answers | undefined;
  readonly end: FaultContext['end'];
};

/** Counts the requests of one run as they arrive, and lets those of the faults go wrong. */
export class Requests {
  readonly counter = new StepCounter();
  readonly answers = new Map<string, GatewayAnswer>();
  readonly hits: Fault[] = [];
  readonly #options: RequestsOptions;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  async guard(request: GatewayRequest, forward: Forward): Promise<Ending> {
    const step = this.counter.add(operationOf(request));
    const key = keyOf(step);
    const mode = this.#modeAt(step);
    const recorded = async () => {
      const answer = await forward();
      this.answers.set(key, answer);
      return answer;
    };
    if (mode === undefined) return recorded();
    const earlier = this.#options.earlier?.get(key);
    const challenge = isOfRegistry(step) ? () => forward('authorization') : undefined;
    return requestFaults[mode]({ forward: recorded, earlier, challenge, end: this.#options.end });
  }

  #modeAt(step: Step): RequestMode | undefined {
    // A token of GitHub stays expired. For a registry, the client gets another one.
    const isExpired = ({ mode, step: at }: Fault) =>
      mode === 'expired-token' && !isOfRegistry(at) && this.hits.length > 0;
    const fault = faultsOn(this.#options.faults, 'request').find(
      (one) => isExpired(one) || keyOf(one.step) === keyOf(step),
    );
    if (fault !== undefined) this.hits.push(fault);
    return fault?.mode;
  }
}

function operationOf({ method, path, body }: GatewayRequest): Operation {
  const name = `${method} ${withoutRandomParts(path)}`;
  const isLook = /^(?:GET|HEAD)$/.test(method) || path.endsWith('/git-upload-pack') || path === '/token';
  const isQuery = path.endsWith('/graphql') && !/"query":\s*"\s*mutation\b/.test(body.toString('utf8'));
  return { kind: 'request', name, isWrite: !isLook && !isQuery };
}
