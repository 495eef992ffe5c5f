import type { Failure, Result } from '@bihuan/api';

/** A use case said no to a step of a story. */
export class RefusedStep extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === 'refusal' ? JSON.stringify(failure.refusal) : JSON.stringify(failure.fields));
    this.failure = failure;
  }
}

/** What the use case came to. Throws `RefusedStep` where it said no. */
export function taken<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new RefusedStep(result);
}
