import type { PublicFact } from '@bihuan/db';
import { WEBHOOK_EVENT_OF, type WebhookEvent } from '@bihuan/domain';

export type WebhookMessage = {
  readonly event: WebhookEvent;
  readonly occasion: string;
  readonly at: string;
  readonly body: string;
};

/** What is sent of a fact: number, state, department and dates, nothing that anybody wrote. */
export function webhookMessage(fact: PublicFact, portalUrl: string): WebhookMessage | null {
  const event = WEBHOOK_EVENT_OF[fact.type];
  if (event === undefined) return null;
  const { number, state, at, occasion } = fact;
  const department = fact.department && {
    code: fact.department.code,
    name: fact.department.name,
    name_en: fact.department.nameEn,
  };
  const data = event.startsWith('bulletin.')
    ? { number, month: fact.about, address: new URL(`/bulletins/${fact.about}`, portalUrl).href }
    : { number, state, department, due_on: fact.about };
  return { event, occasion, at, body: JSON.stringify({ type: event, timestamp: at, data }) };
}
