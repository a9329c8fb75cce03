/** The name of a value to remember, and the type of that value. */
export type Fact<Value> = { readonly name: string; readonly value?: Value };

/**
 * What this run has done so far, including its earlier plans. A later plan asks the ledger what it cannot see itself:
 * whether this run made a push whose answer was lost.
 */
export class Ledger {
  readonly #begun = new Map<string, number>();
  readonly #facts = new Map<string, unknown>();

  /** Notes that a change with these keys is about to be applied. */
  begin(keys: readonly string[]): void {
    for (const key of keys) this.#begun.set(key, this.#times(key) + 1);
  }

  /** Takes back the last beginning: the server has said that it made nothing. Earlier ones, without an answer, still count. */
  retract(keys: readonly string[]): void {
    for (const key of keys) this.#begun.set(key, this.#times(key) - 1);
  }

  /** Whether this run began to apply a change with this key, with whatever result. */
  isBegun(key: string): boolean {
    return this.#begun.has(key);
  }

  /** Whether this run has made what the key stands for, as far as is known: an answer may have got lost. */
  isMade(key: string): boolean {
    return this.#times(key) > 0;
  }

  remember<Value>({ name }: Fact<Value>, value: Value): void {
    this.#facts.set(name, value);
  }

  recall<Value>({ name }: Fact<Value>): Value | undefined {
    return this.#facts.get(name) as Value | undefined; // as it was remembered under the same Fact
  }

  #times(key: string): number {
    return this.#begun.get(key) ?? 0;
  }
}
