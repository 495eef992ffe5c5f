import {
  heldComplaints,
  readNames,
  removalDays,
  type EndedComplaint,
  type HeldComplaint,
  type RemovalDay,
} from '@bihuan/db';
import {
  addDays,
  hasRole,
  localDateOf,
  retentionOf,
  type Actor,
  type KeepReason,
  type LocalDate,
  type RetentionPolicy,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { retentionTermsOf } from '../../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../../result.ts';
import { dueOf } from './remove-due-data.ts';
import { walkEndedComplaints } from './walk-ended-complaints.ts';

/** A held complaint; number and reason are case content, which not everybody reads who sees that it is held. */
export type HeldLine = Omit<HeldComplaint, 'staffId'> & { readonly by: string };

export type RetentionPage = {
  readonly today: LocalDate;
  readonly terms: RetentionPolicy;
  /** What was removed on which day, latest first. */
  readonly removed: readonly RemovalDay[];
  /** Cases of which something falls due from today to the last of these days. */
  readonly coming: {
    readonly until: LocalDate;
    readonly contacts: number;
    readonly messages: number;
    readonly ratingTraces: number;
    /** More cases than were looked at. */
    readonly isCapped: boolean;
  };
  /** Cases whose contact data would be due by then, and is kept: how many for each reason. */
  readonly kept: readonly { readonly reason: KeepReason; readonly cases: number }[];
  readonly heldCases: number;
  /** Latest first; empty for those who see no case content. */
  readonly held: readonly HeldLine[];
  readonly mayHold: boolean;
};

const AHEAD = 30;
const MOST_CASES = 10_000;
const MOST_DAYS = 60;
const MOST_HELD = 200;

/**
 * What personal data was removed after its term, what falls due in the next 30 days, and what is kept and why. For custodians,
 * auditors and system admins; the latter read no case content.
 */
export async function readRetention(house: House, actor: Actor): Promise<Result<RetentionPage>> {
  if (!hasRole(actor, 'custodian', 'auditor', 'system_admin')) return refusal('not_found');
  const today = localDateOf(house.now());
  const terms = await retentionTermsOf(house);
  const seesCases = hasRole(actor, 'custodian', 'auditor');
  const [outlook, removed, heldCases, held] = await Promise.all([
    lookAhead(house, terms, addDays(today, AHEAD)),
    removalDays(house.db, MOST_DAYS),
    house.db.prisma.complaint.count({ where: { isHeld: true } }),
    seesCases ? heldComplaints(house.db, MOST_HELD) : [],
  ]);
  const { people } = await readNames(
    house.db,
    [],
    held.flatMap(({ staffId }) => staffId ?? []),
  );
  return done({
    ...{ today, terms, removed, heldCases, ...outlook },
    held: held.map(({ staffId, ...line }) => ({ ...line, by: people.get(staffId ?? '')?.name ?? '' })),
    mayHold: hasRole(actor, 'custodian'),
  });
}

async function lookAhead(
  house: House,
  terms: RetentionPolicy,
  until: LocalDate,
): Promise<Pick<RetentionPage, 'coming' | 'kept'>> {
  const coming = { contacts: 0, messages: 0, ratingTraces: 0 };
  const kept = new Map<KeepReason, number>();
  let seen = 0;
  for await (const page of walkEndedComplaints(house, terms, until)) {
    for (const one of page) {
      const due = dueOf(one, terms, until);
      if (due?.contact && one.hasContact) coming.contacts += 1;
      if (due?.messages && one.hasMessages) coming.messages += 1;
      if (due?.traces && one.hasTraces) coming.ratingTraces += 1;
      for (const reason of reasonsToKeep(one, terms, until)) kept.set(reason, (kept.get(reason) ?? 0) + 1);
    }
    seen += page.length;
    if (seen >= MOST_CASES) break;
  }
  return {
    coming: { until, ...coming, isCapped: seen >= MOST_CASES },
    kept: [...kept].map(([reason, cases]) => ({ reason, cases })),
  };
}

/** Why contact data is kept that would be due by a day; empty where it is not kept. */
function reasonsToKeep(one: EndedComplaint, terms: RetentionPolicy, day: LocalDate): readonly KeepReason[] {
  const retention = retentionOf(one, terms);
  if (retention.kind === 'ended' || !one.hasContact || one.endedOn === null) return [];
  const ended = retentionOf({ ...one, isHeld: false, open: [] }, terms);
  return ended.kind === 'ended' && ended.contactFrom <= day ? retention.because : [];
}
