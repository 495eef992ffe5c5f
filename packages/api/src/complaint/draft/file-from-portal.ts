import { deleteDraft, insertFilingOrigin } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { banOf, type OwnBan } from '../../people/address-ban/ban-of.ts';
import { refusal, type Result } from '../../result.ts';
import { joinedBy } from '../join/joinable-case.ts';
import { submitComplaint, type Beside, type Receipt } from '../submit-complaint.ts';
import { draftRef } from './draft.ts';
import { fileThem, findShownFiles, shownFiles } from './files/filed-files.ts';
import { filingLimit } from './filing-limit.ts';
import { isProved } from './proof-of-work.ts';
import { afterOthers } from './under-way.ts';

const sent = shownFiles.extend({
  once: z.string().max(100).default(''),
  proof: z.string().default(''),
  /** The token of the running case that it joins. */
  joins: z.string().max(100).default(''),
});

type Filed = Result<Receipt & { readonly isNew: boolean }>;

/**
 * Files what stood on the page of answers, and removes the draft it was written in by the same transaction. The page carries
 * everything it showed, so that what is filed is what was checked, whatever another tab has done to the draft meanwhile. Too
 * many complaints from one address are `too_many_filings`, sooner where the browser did not work for it; one sent many times
 * is one, and counts once. From an address that is banned nothing is taken: `address_banned`. The files that
 * were shown are filed with it; where one is gone, it is to be checked again: `files_changed`. One that joins a running
 * case follows it from the start; where that may not be joined any more, nothing is filed: `cannot_be_joined`. `address`: the network address that files, never kept as it is.
 */
export async function fileFromPortal(
  house: House,
  actor: Actor,
  address: string,
  raw: unknown,
): Promise<Filed> {
  const parsed = parseInput(sent, raw);
  if (!parsed.ok) return parsed;
  const { once, proof, joins } = parsed.value;
  const file = async (): Promise<Filed> => {
    const addressHash = house.keyring.keyedHash('address', address);
    const ref = parseInput(draftRef, raw);
    const draftId = ref.ok ? ref.value.draftId : null;
    const limit = filingLimit(house, addressHash, (await isProved(house, once, proof)) ? 'proved' : 'plain');
    const [ban, files, joined, minutes] = await Promise.all([
      banOf(house, addressHash),
      findShownFiles(house, draftId, parsed.value),
      joins === '' ? null : joinedBy(house, joins),
      limit.take(),
    ]);
    // Filed is filed: a count that could not be put right is no reason to tell the person otherwise.
    const giveBack = () => (minutes === 0 ? limit.giveBack().catch(() => undefined) : undefined);
    const refused = refusalOf({
      ban,
      isChanged: files === null,
      isLost: joins !== '' && joined === null,
      minutes,
    });
    if (refused !== null && !(await isFiled(house, once))) {
      await giveBack();
      return refused;
    }
    const matter = { ...(raw as object), channel: 'portal' };
    const beside: Beside = (now) => [
      insertFilingOrigin(now.complaintId, addressHash, now.submittedAt),
      ...fileThem(house, actor, files ?? [], parsed.value, now),
      ...(draftId === null ? [] : [deleteDraft(draftId)]),
    ];
    const filed = await submitComplaint(house, actor, matter, null, beside, joined);
    if (!(filed.ok && filed.value.isNew)) await giveBack();
    return filed;
  };
  return once === '' ? file() : afterOthers(house, once, file);
}

type Doubts = {
  readonly ban: OwnBan | null;
  /** A file that was shown is gone. */
  readonly isChanged: boolean;
  /** The case it was to join may not be joined. */
  readonly isLost: boolean;
  /** Until the address may file again. */
  readonly minutes: number;
};

/** Why a form that was not filed before is not taken; the gravest reason where there are several. */
function refusalOf({ ban, isChanged, isLost, minutes }: Doubts) {
  if (ban !== null) return refusal('address_banned', ban);
  if (isChanged) return refusal('files_changed');
  if (isLost) return refusal('cannot_be_joined');
  return minutes > 0 ? refusal('too_many_filings', { minutes }) : null;
}

/** Whether this very form was filed before: whoever sends it again is shown the receipt, however many have been filed since. */
async function isFiled(house: House, once: string): Promise<boolean> {
  if (once === '') return false;
  const onceHash = new Uint8Array(house.keyring.keyedHash('once', once));
  return (await house.db.prisma.complaint.count({ where: { onceHash } })) > 0;
}
