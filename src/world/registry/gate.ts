/** Lets so many through at a time: fewer when a registry complains, and more again when it does not. */
export class Gate {
  readonly #most: number;
  #limit: number;
  #inside = 0;
  readonly #waiting: (() => void)[] = [];
  constructor(most: number) {
    this.#most = most;
    this.#limit = most;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= Math.floor(this.#limit)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#inside += 1;
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** A registry has complained about too many requests. */
  narrow(): void {
    this.#limit = Math.max(Math.floor(this.#limit / 2), 1);
  }

  /** A registry has answered. It takes many answers until one more is let through: each complaint costs a request a try. */
  widen(): void {
    this.#limit = Math.min(this.#limit + 1 / this.#most, this.#most);
  }

  /** Whoever leaves gives the place to the next, unless there are too many. */
  #leave(): void {
    this.#inside -= 1;
    while (this.#inside < Math.floor(this.#limit)) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#inside += 1;
      next();
    }
  }
}
