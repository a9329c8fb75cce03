/** A typed value in, text out. A plain string in a contract is the description of a text. */
export type Output<Value> = { readonly description: string; readonly render: (value: Value) => string };
export type Outputs = Readonly<Record<string, string | Output<never>>>;

/** Every declared output must be named; `undefined` leaves it unset. */
export type OutputValues<O extends Outputs> = {
  readonly [K in keyof O]: (O[K] extends Output<infer Value> ? Value : string) | undefined;
};

export const number = (description: string): Output<number> => ({ description, render: String });
export const boolean = (description: string): Output<boolean> => ({ description, render: String });
export const list = (description: string): Output<readonly string[]> => ({
  description: `${description} One per line.`,
  render: (items) => items.join('\n'),
});
