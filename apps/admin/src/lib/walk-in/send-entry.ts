import { deserialize, type ActionResult } from '$app/forms';
import type { FormAnswer } from '#lib/form-answer.ts';
import type { Typed } from './device-store.ts';

export type Sent =
  | { readonly kind: 'filed'; readonly href: string }
  | { readonly kind: 'sign_in' }
  | { readonly kind: 'refused'; readonly answer: FormAnswer }
  | { readonly kind: 'unreachable' };

/** Sends an entry to the page's own action. The once-only token in it makes a second sending harmless. */
export async function sendEntry(typed: Typed): Promise<Sent> {
  const body = new FormData();
  for (const [name, value] of typed) body.append(name, value);
  try {
    const response = await fetch('/walk-in', {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      cache: 'no-store',
    });
    return asSent(deserialize(await response.text()));
  } catch {
    return { kind: 'unreachable' };
  }
}

function asSent(result: ActionResult): Sent {
  if (result.type === 'redirect')
    return result.location.startsWith('/sign-in')
      ? { kind: 'sign_in' }
      : { kind: 'filed', href: result.location };
  if (result.type !== 'failure') return { kind: 'unreachable' };
  const answer = result.data as FormAnswer;
  return answer.isSessionEnded ? { kind: 'sign_in' } : { kind: 'refused', answer };
}
