import type { TypedValues } from '../form-answer.ts';

/** No form nests deeper; a name that goes on is not one of ours. */
const DEEPEST = 8;

type Nested = { [name: string]: Nested | string | string[] | Nested[] };

/**
 * A form as the plain object that use cases parse. `measures.0.text` nests; `roles[]` is a list however often it is ticked;
 * other names sent twice keep the last. Files are left out. Names with a part that starts with `__` are not taken, nor those
 * that nest deeper than any form.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const input: Nested = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const path = name.split('.', DEEPEST + 1);
    if (path.length > DEEPEST || path.some((part) => part.startsWith('__'))) continue;
    if (name.endsWith('[]')) append(input, name.slice(0, -2), value);
    else nest(input, path, value);
  }
  return arrays(input) as Record<string, unknown>;
}

/** What was typed, to be shown again; passwords are left out. */
export function typedValues(form: FormData): TypedValues {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    if (name.endsWith('[]')) append(values, name, value);
    else values[name] = value;
  }
  return values;
}

/** In place: a list copied for each of its values would hold the process up for minutes. */
function append(into: Nested, name: string, value: string): void {
  const list = into[name];
  if (Array.isArray(list)) (list as string[]).push(value);
  else into[name] = [value];
}

function nest(into: Nested, [first = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner = into[first];
  const next: Nested = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  into[first] = next;
  nest(next, rest, value);
}

/** `{0: a, 1: b}` is a list; gaps close. */
function arrays(value: Nested | string | string[] | Nested[]): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arrays(value[key] ?? ''));
  return Object.fromEntries(keys.map((key) => [key, arrays(value[key] ?? '')]));
}
