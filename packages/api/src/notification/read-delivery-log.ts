import { messagesOfComplaint, type MessageChannel, type MessageStatus } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { maskRecipient } from './mask-recipient.ts';

export type DeliveryLine = {
  readonly id: string;
  readonly at: string;
  readonly template: string;
  readonly channel: MessageChannel;
  /** Masked. */
  readonly recipient: string;
  readonly status: MessageStatus;
  readonly sentAt: string | null;
  readonly bouncedAt: string | null;
};

export type DeliveryLog = {
  readonly trackingNumber: string;
  /** Newest first. */
  readonly lines: readonly DeliveryLine[];
  /** Whether the complainant hears only what must be told. */
  readonly isOptedOut: boolean;
};

const MOST = 100;
const schema = z.object({ complaintId: z.uuid('required') });

/**
 * What was sent to the complainant of one complaint, when, how and to which address, masked: for themselves, and for the
 * window and triage. `not_found` for everybody else.
 */
export async function readDeliveryLog(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<DeliveryLog>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId } = parsed.value;
  const isOwn = actor.kind === 'complainant' && actor.complaintId === complaintId;
  if (!isOwn && !hasRole(actor, 'clerk', 'triage_admin')) return refusal('not_found');
  const { prisma } = house.db;
  const [complaint, messages, optOuts] = await Promise.all([
    prisma.complaint.findUnique({ where: { id: complaintId }, select: { trackingNumber: true } }),
    messagesOfComplaint(house.db, complaintId, MOST, house.keyring),
    prisma.noticeOptOut.count({ where: { complaintId } }),
  ]);
  if (complaint === null) return refusal('not_found');
  const lines = messages.map(({ id, createdAt: at, template, channel, recipient, status, ...rest }) => ({
    ...{ id, at, template, channel, status },
    recipient: maskRecipient({ channel, recipient }),
    sentAt: rest.sentAt,
    bouncedAt: rest.bouncedAt,
  }));
  return done({ ...complaint, lines, isOptedOut: optOuts > 0 });
}
