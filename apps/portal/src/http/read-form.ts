import { FORM_BYTES } from './is-too-large.ts';

/** Fields of a posted form as text, or why it cannot be read. Files are not taken. */
export type PostedForm =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly reason: 'too_large' | 'not_a_form' };

/** Reads a posted form. Of a name sent twice the last value counts. */
export async function readForm(request: Request): Promise<PostedForm> {
  try {
    const body = request.body?.pipeThrough(limited(FORM_BYTES)) ?? null;
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const data = await new Response(body, { headers }).formData();
    const texts = [...data].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return { ok: true, fields: Object.fromEntries(texts) };
  } catch (error) {
    return { ok: false, reason: isOfSize(error) ? 'too_large' : 'not_a_form' };
  }
}

class TooLong extends Error {}

/** For forms that do not say how long they are. */
function limited(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > most) controller.error(new TooLong());
      else controller.enqueue(chunk);
    },
  });
}

/** The error of an over-long body may reach us wrapped by the parser. */
function isOfSize(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof TooLong) return true;
  return false;
}
