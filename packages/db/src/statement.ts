/** One SQL statement of a transaction; `name` makes PostgreSQL keep its plan per connection. */
export type Statement = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** It changes rows that no other statement of its transaction reads or writes, so that their order does not matter. */
  readonly isApart?: true;
};
