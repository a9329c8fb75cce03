import { type Fault, faultOf } from './fault.ts';
import type { Answer, Ending, Forward, Request } from './gateway.ts';
import type { RequestMode } from './modes.ts';
import { requestFaults, type Situation } from './request-faults.ts';
import { Count, type Deed, keyOf, type Step, withoutChance } from './steps.ts';

/** The answers of a run, by the steps that got them. */
export type Answers = ReadonlyMap<string, Answer>;

type Asked = {
  readonly fault: Fault | undefined;
  readonly earlier: Answers | undefined;
  readonly end: Situation['end'];
};

/** The requests of one run, counted as they arrive; one of them may be disturbed. */
export class Requests {
  readonly count = new Count();
  readonly answers = new Map<string, Answer>();
  isHit = false;
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  async guard(request: Request, forward: Forward): Promise<Ending> {
    const step = this.count.add(deedOf(request));
    const key = keyOf(step);
    const mode = this.#modeAt(step);
    const recorded = async () => {
      const answer = await forward();
      this.answers.set(key, answer);
      return answer;
    };
    if (mode === undefined) return recorded();
    const earlier = this.#asked.earlier?.get(key);
    return requestFaults[mode]({ forward: recorded, earlier, end: this.#asked.end });
  }

  #modeAt(step: Step): RequestMode | undefined {
    const fault = faultOf(this.#asked.fault, 'request');
    if (fault === undefined) return undefined;
    const isExpired = fault.mode === 'expired-token' && this.isHit; // it does not become valid again
    if (!isExpired && keyOf(fault.step) !== keyOf(step)) return undefined;
    this.isHit = true;
    return fault.mode;
  }
}

function deedOf({ method, path, body }: Request): Deed {
  const name = `${method} ${withoutChance(path)}`;
  const isLook = /^(?:GET|HEAD)$/.test(method) || path.endsWith('/git-upload-pack');
  const isQuery = path.endsWith('/graphql') && !/"query":\s*"\s*mutation\b/.test(body.toString('utf8'));
  return { kind: 'request', name, isWrite: !isLook && !isQuery };
}
