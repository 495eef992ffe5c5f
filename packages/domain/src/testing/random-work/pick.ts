/** The value that a number falls on. */
export function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length] as Value;
}

/** The value that a number falls on, each as often as its weight. */
export function among<Value>(number: number, weighted: readonly (readonly [number, Value])[]): Value {
  return pick(
    weighted.flatMap(([weight, value]) => Array.from({ length: weight }, () => value)),
    number,
  );
}
