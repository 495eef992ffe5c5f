import {
  evolveSubstitution,
  type LocalDate,
  type Substitution,
  type SubstitutionEvent,
} from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { substitutionRow } from './substitution-row.ts';

export type LoadedSubstitution = { readonly state: Substitution; readonly head: StreamHead };

/** A substitution as its events fold to; null where there is none. */
export async function loadSubstitution(
  db: Pick<Database, 'pool'>,
  id: string,
): Promise<LoadedSubstitution | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'substitution') return null;
  const state = stored
    .map((event) => toDomainEvent<SubstitutionEvent>(event))
    .reduce<Substitution | null>(evolveSubstitution, null);
  return state === null ? null : { state, head: { version: last.version, hash: last.hash } };
}

/** Statements that append events to a substitution and bring its row up to them. */
export function saveSubstitution(
  state: Substitution,
  events: readonly SubstitutionEvent[],
  head: StreamHead,
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('substitution', state.id, head, actor, events);
  const row = substitutionRow(state, appended.head);
  const names = Object.keys(row);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-substitution',
      text: `INSERT INTO substitution (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}

/** Whatever was named and is not over on a day, running or to come. */
export async function openSubstitutions(
  db: Pick<Database, 'pool'>,
  today: LocalDate,
): Promise<readonly Substitution[]> {
  const { rows } = await db.pool.query<Substitution>({
    name: 'open-substitutions',
    text: `SELECT id, staff_id AS "staffId", substitute_id AS "substituteId", from_on::text AS "from", to_on::text AS "to",
  NULL AS "endedAt" FROM substitution WHERE ended_at IS NULL AND to_on >= $1::date ORDER BY from_on, id`,
    values: [today],
  });
  return rows;
}
