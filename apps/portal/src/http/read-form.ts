/** Fields of a posted form as text, or why it cannot be read. Files are not taken. */
export type PostedForm =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly reason: 'too_large' | 'not_a_form' };

/** Reads a posted form. Of a name sent twice the last value counts. */
export async function readForm(request: Request): Promise<PostedForm> {
  try {
    const data = await request.formData();
    const texts = [...data].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return { ok: true, fields: Object.fromEntries(texts) };
  } catch (error) {
    return { ok: false, reason: isTooLarge(error) ? 'too_large' : 'not_a_form' };
  }
}

/** The adapter ends an over-long body with an error that reaches us wrapped by the parser. */
function isTooLarge(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause.message.startsWith('Body size limit exceeded')) return true;
  return false;
}
