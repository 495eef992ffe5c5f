import type { RequestEvent } from '@sveltejs/kit';

/**
 * The network address of whoever asks, as the proxy tells it. Those who come past the proxy, such as an operator on the machine
 * itself, count as one.
 */
export function clientAddress({ getClientAddress }: Pick<RequestEvent, 'getClientAddress'>): string {
  try {
    return getClientAddress();
  } catch {
    return '';
  }
}
