import type { TypedValues } from '../form-answer.ts';

type Nested = { [name: string]: Nested | string | string[] | Nested[] };

/**
 * A form as the plain object that use cases parse. `measures.0.text` nests; `roles[]` is a list however often it is ticked;
 * other names sent twice keep the last. Files are left out. Names starting with `__` are not taken.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const input: Nested = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('__')) continue;
    if (name.endsWith('[]')) {
      const key = name.slice(0, -2);
      const list = Array.isArray(input[key]) ? (input[key] as string[]) : [];
      input[key] = [...list, value];
    } else nest(input, name.split('.'), value);
  }
  return arrays(input) as Record<string, unknown>;
}

/** What was typed, to be shown again; passwords are left out. */
export function typedValues(form: FormData): TypedValues {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    if (name.endsWith('[]')) values[name] = [...((values[name] as string[] | undefined) ?? []), value];
    else values[name] = value;
  }
  return values;
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
