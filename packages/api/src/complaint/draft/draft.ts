import { z } from 'zod';
import type { StoredDraft } from '@bihuan/db';
import type { House } from '../../house.ts';
import { retentionTermsOf } from '../../policy/rules-in-force.ts';
import { DRAFT_PAGES, type DraftPage } from './draft-page.ts';

/** The most days for which the rules may keep a draft that nobody touches. */
export const DRAFT_DAYS = 90;

/** A filing that is being written: what was typed so far, by the names of the fields, right or wrong. */
export type Draft = {
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Pages that were answered and found right. */
  readonly done: readonly DraftPage[];
  /** The once-only token that the filing will be sent under. */
  readonly once: string;
  readonly hasResumeCode: boolean;
  readonly expiresAt: string;
};

export type DraftText = Pick<Draft, 'typed' | 'done' | 'once'>;

const text = z.object({
  typed: z.record(z.string(), z.string()),
  done: z.array(z.enum(DRAFT_PAGES).or(z.string())),
  once: z.string(),
});

export const draftRef = z.object({ draftId: z.uuid() });

/** A stored draft, read. Pages that a newer version does not know any more are left out. */
export function draftOf({ id, text: sealed, hasResumeCode, expiresAt }: StoredDraft): Draft {
  const { typed, done, once } = text.parse(JSON.parse(sealed));
  const known = DRAFT_PAGES.filter((page) => done.includes(page));
  return { id, typed, done: known, once, hasResumeCode, expiresAt };
}

/** When a draft touched now runs out. */
export async function draftExpiry(house: House): Promise<string> {
  const { draftDays } = await retentionTermsOf(house);
  return new Date(Date.parse(house.now()) + draftDays * 86_400_000).toISOString();
}
