import { hidePrivateData } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { banOf } from '../../people/address-ban/ban-of.ts';
import { done, refusal, type Result } from '../../result.ts';
import { retrying, Work } from '../../work.ts';
import { objectionLimit } from './objection-limit.ts';

const schema = z.object({
  number: typedText(1, 40),
  /** Made by the form, so that one sent twice counts once. */
  once: z.uuid('required'),
  text: typedText(10, 1000),
});

const ANYBODY = { kind: 'complainant', complaintId: '' } as const;

/**
 * Anybody says that a matter whose strike-off is shown is not resolved. Who they are is not asked, and what could tell it is
 * struck out of the text before it is kept. `address`: the network address, never kept as it is.
 */
export async function objectToNotice(house: House, address: string, raw: unknown): Promise<Result<null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { number, once: objectionId, text } = parsed.value;
  const row = await house.db.prisma.supervisionItem.findUnique({ where: { number }, select: { id: true } });
  if (row === null) return refusal('no_notice_running');
  const addressHash = house.keyring.keyedHash('address', address);
  const ban = await banOf(house, addressHash);
  if (ban !== null) return refusal('address_banned', ban);
  return retrying(async () => {
    const work = new Work(house, ANYBODY);
    const item = await work.item(row.id);
    if (!item.ok) return refusal('no_notice_running');
    if (item.value.notice?.objections.some(({ id }) => id === objectionId) === true) return done(null);
    const command = { type: 'object_to_notice', objectionId, text: hidePrivateData(text) } as const;
    const changed = await work.commandItem(row.id, command);
    if (!changed.ok) return changed.kind === 'refusal' ? refusal('no_notice_running') : changed;
    const minutes = await objectionLimit(house, addressHash);
    if (minutes > 0) return refusal('too_many_tries', { minutes });
    const saved = await work.save();
    return saved.ok ? done(null) : saved;
  });
}
