/** A form as lines that fit in hidden fields: the JSON of name and value each. Files cannot be kept. */
export function keptForm(form: FormData): readonly string[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [JSON.stringify([name, value])] : [],
  );
}
