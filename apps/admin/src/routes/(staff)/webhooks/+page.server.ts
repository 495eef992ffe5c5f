import {
  changeWebhook,
  createWebhook,
  listDeliveries,
  listWebhooks,
  replayDelivery,
  replaySpan,
  testWebhook,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { keepIssuedKey, takeIssuedKey } from '#lib/server/issued-key-cookie.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const webhooks = valueOf(await listWebhooks(house, actor));
  const shown = webhooks.find(({ id }) => id === event.url.searchParams.get('webhook')) ?? null;
  const status = event.url.searchParams.get('status') ?? '';
  const deliveries =
    shown === null ? [] : valueOf(await listDeliveries(house, actor, { webhookId: shown.id, status }));
  return {
    ...{ title: m.conf_webhooks(), webhooks, shown, deliveries, status },
    issued: takeIssuedKey(event.cookies, '/webhooks'),
  };
};

const pageOf = ({ id }: { readonly id: string }) => `/webhooks?webhook=${id}`;

function queues(useCase: UseCase<{ readonly id: string }>) {
  return (event: RequestEvent) => submitForm(event, useCase, { then: pageOf, flash: 'webhook_queued' });
}

export const actions: Actions = {
  create: (event) =>
    submitForm(
      event,
      async (house, actor, raw) => {
        const made = await createWebhook(house, actor, raw);
        if (made.ok) {
          const { name: client, secret } = made.value;
          keepIssuedKey(event.cookies, { client, secret }, '/webhooks');
        }
        return made;
      },
      { then: pageOf },
    ),
  change: (event) => submitForm(event, changeWebhook, { then: pageOf, flash: 'saved' }),
  test: queues(testWebhook),
  again: queues(replayDelivery),
  span: queues(replaySpan),
};
