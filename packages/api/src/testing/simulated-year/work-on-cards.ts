import { instantAt, localDateOf, type LocalDate } from '@bihuan/domain';
import { clearCard } from '../../card/clear-card.ts';
import { dropCard } from '../../card/drop-card.ts';
import { holdTalk } from '../../card/hold-talk.ts';
import { issueCard } from '../../card/issue-card.ts';
import { objectToCard } from '../../card/object-to-card.ts';
import { reviewCard } from '../../card/review-card.ts';
import type { House } from '../../house.ts';
import type { Result } from '../../result.ts';
import { chanceOf } from './chance.ts';
import type { Stage } from './scene.ts';

type Row = {
  readonly id: string;
  readonly status: string;
  readonly colour: string;
  readonly departmentId: string;
  readonly itemId: string;
  readonly cause: string;
  /** Of a card that another called for, what called for that one: numbers are given as proposals come in. */
  readonly causeRef: string;
};

/**
 * What people do about cards on one morning: those proposed on days before are issued or dropped, some that were issued are
 * objected to and reviewed, and all that stand are cleared in the end. In an order that follows from the cases alone.
 */
export async function workOnCards(stage: Stage, house: House, seed: string): Promise<void> {
  const today = localDateOf(house.now());
  const { rows } = await house.db.pool.query<Row>(
    `SELECT card.id, card.status, card.colour, card.department_id AS "departmentId", card.item_id AS "itemId", card.cause,
  coalesce(first.cause || first.cause_ref, card.cause_ref) AS "causeRef"
FROM card LEFT JOIN card first ON first.number = card.cause_ref
WHERE card.status IN ('proposed', 'issued', 'objected', 'upheld') AND card.proposed_at < $1 ORDER BY card.item_id, card.cause, 7`,
    [instantAt(today, '00:00')],
  );
  for (const row of rows) {
    const result = await workOnCard(
      stage,
      house,
      row,
      chanceOf(`${seed}/card/${row.itemId}/${row.cause}/${row.causeRef}`),
      today,
    );
    if (result !== null)
      stage.note(
        result.ok ? 'lawful' : result.kind === 'refusal' ? result.refusal.code : JSON.stringify(result),
      );
  }
}

async function workOnCard(
  { people }: Stage,
  house: House,
  { id: cardId, status, colour, departmentId }: Row,
  chance: ReturnType<typeof chanceOf>,
  today: LocalDate,
): Promise<Result<unknown> | null> {
  const { triage, reviewer, departments } = people;
  const isDay = (what: string) => chance.happens(`${what}/${today}`, 0.3);
  if (status === 'proposed')
    return chance.happens('issued', 0.8)
      ? issueCard(house, triage, { cardId, evidence: '系统时钟记录' })
      : dropCard(house, triage, { cardId, reason: '情节轻微' });
  if (status === 'objected')
    return isDay('review')
      ? reviewCard(house, reviewer, {
          cardId,
          review: chance.happens('upheld', 0.5) ? 'uphold' : 'revoke',
          reason: '已复核',
        })
      : null;
  const objects = status === 'issued' && chance.happens('objects', 0.2);
  if (!isDay('moves')) return null;
  const head = departments.find(({ id }) => id === departmentId)?.head;
  if (objects && head !== undefined) return objectToCard(house, head, { cardId, grounds: '当日系统故障' });
  if (colour === 'red') {
    const talk = await holdTalk(house, triage, { cardId, on: today, record: '已约谈主要负责人' });
    if (!talk.ok) return talk;
  }
  return clearCard(house, triage, { cardId, outcome: '已整改到位' });
}
