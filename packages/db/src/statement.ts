/** One SQL statement of a transaction; `name` makes PostgreSQL keep its plan per connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };
