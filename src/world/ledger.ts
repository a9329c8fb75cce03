/** A thing to remember, by its name; the type says what is remembered. */
export type Fact<Value> = { readonly name: string; readonly value?: Value };

/**
 * What this run has done so far, also by its earlier plans. A later plan asks it what it cannot see: whether a push
 * whose answer got lost was its own.
 */
export class Ledger {
  readonly #begun = new Set<string>();
  readonly #facts = new Map<string, unknown>();

  /** A change with these keys is about to be applied. */
  begin(keys: readonly string[]): void {
    for (const key of keys) this.#begun.add(key);
  }

  /** Whether this run began to bring something about, whatever became of it. */
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
