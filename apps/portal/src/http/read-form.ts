import { FORM_BYTES } from './is-too-large.ts';

/** Fields of a posted form as text, or why it cannot be read. Files are not taken. */
export type PostedForm =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly reason: 'too_large' | 'not_a_form' };

const ENCODED = 'application/x-www-form-urlencoded';

/** Reads a posted form. Of a name sent twice the last value counts. */
export async function readForm(request: Request): Promise<PostedForm> {
  const type = request.headers.get('content-type') ?? '';
  try {
    const body = await readBody(request);
    if (body === null) return { ok: false, reason: 'too_large' };
    if (type.split(';', 1)[0]?.trim().toLowerCase() === ENCODED)
      return { ok: true, fields: Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
    const data = await new Response(body, { headers: { 'content-type': type } }).formData();
    const texts = [...data].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return { ok: true, fields: Object.fromEntries(texts) };
  } catch {
    return { ok: false, reason: 'not_a_form' };
  }
}

/** The body of a form; null where it is longer than any form, which it need not have said before. */
async function readBody(request: Request): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > FORM_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
