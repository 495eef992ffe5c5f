import { listRequests as list } from '@bihuan/db';
import { addDays, localDateOf, parseTrackingNumber, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { admitClient, holds, type Asking, type Client } from './admit-client.ts';
import { requestOf, statesOf, type Request } from './request.ts';

/** The specification's limits: so many requests, so many days. */
export const MOST_REQUESTS = 1000;
export const MOST_DAYS = 90;

const DAY_MS = 86_400_000;

const listed = <Schema extends z.ZodType>(one: Schema) =>
  z.preprocess(
    (text) =>
      typeof text === 'string' && text !== ''
        ? text
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean)
        : undefined,
    z.array(one).max(MOST_REQUESTS, 'too_long').optional(),
  );

const moment = z.preprocess(
  (text) => (text === '' ? undefined : text),
  z.iso
    .datetime({ offset: true, error: 'not_a_date' })
    .transform((text) => new Date(text).toISOString())
    .optional(),
);

const askedSchema = z.object({
  service_request_id: listed(typedText(1, 100)),
  service_code: listed(typedText(1, 100)),
  status: listed(choice(['open', 'closed'])),
  start_date: moment,
  end_date: moment,
  /** Our addition: how many, and which one was the last of the page before. */
  limit: z.preprocess(
    (text) => (text === '' || text === undefined ? MOST_REQUESTS : text),
    typedNumber(1, MOST_REQUESTS),
  ),
  after: typedText(0, 100).default(''),
});

type Asked = z.output<typeof askedSchema>;

/**
 * The requests that a client may read, the latest first: those of complainants who chose to be open, without what they say,
 * and whole those it filed itself. By numbers, or of at most 90 days; 1000 at most. `next` is the last one where there are more.
 */
export async function listRequests(
  house: House,
  asking: Asking,
  raw: unknown,
): Promise<Result<{ readonly requests: readonly Request[]; readonly next: string | null }>> {
  const admitted = await admitClient(house, asking);
  if (!admitted.ok) return admitted;
  const client = admitted.value;
  const reach = reachOf(client);
  if (!reach.isPublic && reach.source === null)
    return refusal('api_key_without_scope', { scope: 'read_public' });
  const parsed = parseInput(askedSchema, raw);
  if (!parsed.ok) return parsed;
  const asked = parsed.value;
  const span = asked.service_request_id === undefined ? spanOf(house.now(), asked) : {};
  if (span === null) return badInput({ end_date: 'out_of_range' });
  const rows = await list(house.db, {
    ...reach,
    ...(asked.service_request_id === undefined ? narrowed(asked) : numbered(house, asked.service_request_id)),
    ...span,
    ...(asked.after === '' ? {} : { after: asked.after }),
    most: asked.limit + 1,
  });
  const page = rows.slice(0, asked.limit);
  const requests = page.map((row) =>
    requestOf(row, reach.source !== null && row.externalSource === reach.source),
  );
  return done({ requests, next: rows.length > asked.limit ? (page.at(-1)?.trackingNumber ?? null) : null });
}

function reachOf(client: Client | null) {
  return {
    isPublic: holds(client, 'read_public'),
    source: client !== null && holds(client, 'read_own') ? client.source : null,
  };
}

/** Numbers overrule every other filter, as the specification says. */
function numbered({ numberPrefix }: House, typed: readonly string[]) {
  const numbers = typed.map((text) => parseTrackingNumber(text, numberPrefix));
  return { trackingNumbers: numbers.flatMap((one) => (one.ok ? [one.number] : [])) };
}

function narrowed({ service_code: categories, status }: Asked) {
  return {
    ...(categories === undefined ? {} : { categories }),
    ...(status === undefined ? {} : { statuses: statesOf(status) }),
  };
}

/** The days asked for: the latest 90 where none are given, 90 from or to the one given; null where they are more. */
function spanOf(
  now: Instant,
  { start_date: from, end_date: to }: Asked,
): { from: string; to: string } | null {
  const shifted = (instant: Instant, days: number) =>
    new Date(Date.parse(instant) + days * DAY_MS).toISOString();
  if (from === undefined && to === undefined)
    return { from: `${addDays(localDateOf(now), -MOST_DAYS)}T00:00:00+08:00`, to: now };
  if (to === undefined) return from === undefined ? null : { from, to: shifted(from, MOST_DAYS) };
  if (from === undefined) return { from: shifted(to, -MOST_DAYS), to };
  return Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS || from > to ? null : { from, to };
}
