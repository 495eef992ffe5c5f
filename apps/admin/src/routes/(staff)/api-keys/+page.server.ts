import { issueApiKey, listApiKeys, revokeApiKey } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { keepIssuedKey, takeIssuedKey } from '#lib/server/issued-key-cookie.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const keys = valueOf(await listApiKeys(event.locals.house, actorOf(event)));
  return { title: m.interface_keys(), keys, issued: takeIssuedKey(event.cookies) };
};

export const actions: Actions = {
  issue: (event) =>
    submitForm(
      event,
      async (house, actor, raw) => {
        const issued = await issueApiKey(house, actor, raw);
        if (issued.ok) keepIssuedKey(event.cookies, issued.value);
        return issued;
      },
      { then: '/api-keys' },
    ),
  revoke: (event) => submitForm(event, revokeApiKey, { then: '/api-keys', flash: 'api_key_revoked' }),
};
