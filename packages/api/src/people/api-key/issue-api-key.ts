import { insertApiKey, NEW_HEAD, saveChange } from '@bihuan/db';
import { API_KEY_SCOPES, evolveApiKey, hasRole, type Actor, type ApiKeyEvent } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';

const schema = z.object({
  /** As it stands beside what the client filed: `api:park-app`. */
  client: typedText(2, 32).refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'malformed'),
  note: typedText(0, 200).default(''),
  scopes: z.array(choice(API_KEY_SCOPES), 'required').min(1, 'required'),
  perHour: typedNumber(1, 100_000),
});

const HINT = 8;

/** Issues a key to a client. Its secret is in the answer and nowhere else. For system admins. */
export async function issueApiKey(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string; readonly client: string; readonly secret: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const scopes = API_KEY_SCOPES.filter((scope) => parsed.value.scopes.includes(scope));
  const { client, note, perHour } = parsed.value;
  const id = house.newId();
  const secret = `bh_${Buffer.from(house.randomBytes(24)).toString('base64url')}`;
  const event: ApiKeyEvent = { type: 'ApiKeyIssued', at: house.now(), id, client, note, scopes, perHour };
  const hash = house.keyring.keyedHash('api_key', secret);
  const statements = insertApiKey(evolveApiKey(null, event), [event], NEW_HEAD, eventActor(actor), {
    hash,
    hint: secret.slice(0, HINT),
  });
  const saved = await saveChange(house.db, { statements });
  if (!saved.ok) throw new Error(`issuing a key was refused by ${saved.conflict}`);
  return done({ id, client, secret });
}
