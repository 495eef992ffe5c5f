import type { EventActor, NewScoreEntry, StreamHead } from '@bihuan/db';
import { scoreSupervision, type ItemEvent, type SupervisionItem } from '@bihuan/domain';
import type { House } from '../house.ts';
import { periodsOf, scoringOf } from '../policy/rules-in-force.ts';

type ChangedItem = {
  readonly head: StreamHead;
  readonly state: SupervisionItem;
  readonly events: readonly ItemEvent[];
};

/** The lines that new events of items bring into the ledger, each with the event it follows from. */
export async function scoreLines(
  house: House,
  items: readonly ChangedItem[],
  { actor, period }: { readonly actor: EventActor; readonly period: string },
): Promise<readonly NewScoreEntry[]> {
  const [policy, schedule] = [await scoringOf(house), await periodsOf(house)];
  const entries: NewScoreEntry[] = [];
  for (const { head, state, events } of items) {
    for (const [index, event] of events.entries()) {
      const onTimeSoFar =
        event.type === 'ItemStruckOff' ? await countOnTime(house, event.departmentId, period) : 0;
      for (const line of scoreSupervision(event, policy, onTimeSoFar, schedule))
        entries.push({
          ...{ ...line, id: house.newId(), at: event.at, actor },
          ...{ streamId: state.id, eventVersion: head.version + index + 1 },
        });
    }
  }
  return entries;
}

function countOnTime(house: House, departmentId: string, period: string): Promise<number> {
  return house.db.prisma.scoreEntry.count({
    where: { departmentId, period, rule: 'struck_off_on_time' },
  });
}
