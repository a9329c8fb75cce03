/** The secrets of a job. What is printed shows `***` instead. */
export class Masks {
  readonly #values = new Set<string>();

  /** Each line of a secret is hidden by itself. */
  add(secret: string): void {
    for (const line of [secret, ...secret.split(/\r?\n/)].map((one) => one.trim()))
      if (line !== '') this.#values.add(line);
  }

  hide(text: string): string {
    return [...this.#values]
      .toSorted((one, other) => other.length - one.length)
      .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  }

  isIn(text: string): boolean {
    return [...this.#values].some((secret) => text.includes(secret));
  }
}
