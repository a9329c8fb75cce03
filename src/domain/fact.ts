/** What people look for in the summary of a run, such as its tag. `url` is the address of its page. */
export type Fact = { readonly name: string; readonly value: string; readonly url?: string | undefined };
