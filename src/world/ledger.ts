/** The name of a value to remember, and the type of that value. */
export type Fact<Value> = { readonly name: string; readonly value?: Value };

/**
 * What this run has done so far, including its earlier plans. A later plan asks the ledger what it cannot see itself:
 * whether this run made a push whose answer was lost.
 */
export class Ledger {
  readonly #begun = new Set<string>();
  readonly #facts = new Map<string, unknown>();

  /** Notes that a change with these keys is about to be applied. */
  begin(keys: readonly string[]): void {
    for (const key of keys) this.#begun.add(key);
  }

  /** Whether this run began to apply a change with this key, with whatever result. */
  isBegun(key: string): boolean {
    return this.#begun.has(key);
  }

  remember<Value>({ name }: Fact<Value>, value: Value): void {
    this.#facts.set(name, value);
  }

  recall<Value>({ name }: Fact<Value>): Value | undefined {
    return this.#facts.get(name) as Value | undefined; // as it was remembered under the same Fact
  }
}
