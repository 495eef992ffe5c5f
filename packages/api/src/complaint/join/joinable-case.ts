import { readJoinable, type JoinableRow, type TranslatedName } from '@bihuan/db';
import { hidePrivateData, isJoinable, type ComplaintStatus, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { joinToken, openJoinToken } from './join-token.ts';

/** A running case that somebody who meets the same matter may join. Nothing of who filed it or who joined it. */
export type JoinableCase = {
  readonly token: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly submittedAt: Instant;
  readonly department: TranslatedName | null;
  /** How many reported it so far. */
  readonly reports: number;
};

/** What a complaint joins: the case that it follows from its filing on. */
export type Joined = { readonly survivorId: string; readonly survivorNumber: string };

const schema = z.object({ token: z.string().max(100) });

/** Those of these cases that may be joined, in the order given. */
export async function joinableCases(
  house: House,
  ids: readonly string[],
  most: number,
): Promise<readonly JoinableCase[]> {
  const rows = (await readJoinable(house.db, ids)).filter(isJoinable);
  return rows.slice(0, most).map((row) => shown(house, row));
}

/** The case that a token names; `not_found` where it may not be joined, or not any more. */
export async function readJoinableCase(house: House, raw: unknown): Promise<Result<JoinableCase>> {
  const parsed = parseInput(schema, raw);
  const row = parsed.ok ? await joinableRow(house, parsed.value.token) : null;
  return row === null ? refusal('not_found') : done(shown(house, row));
}

/** What a filing that carries this token joins; null where it may not, or not any more. */
export async function joinedBy(house: House, token: string): Promise<Joined | null> {
  const row = await joinableRow(house, token);
  return row && { survivorId: row.id, survivorNumber: row.trackingNumber };
}

async function joinableRow(house: House, token: string): Promise<JoinableRow | null> {
  const id = openJoinToken(house, token);
  const [row] = id === null ? [] : await readJoinable(house.db, [id]);
  return row !== undefined && isJoinable(row) ? row : null;
}

function shown(house: House, { id, title, status, submittedAt, department, followers }: JoinableRow) {
  const told = { status, submittedAt, department, reports: followers + 1 };
  return { token: joinToken(house, id), title: hidePrivateData(title), ...told };
}
