import { cutLog, readMonthAsOf } from '@bihuan/db';
import {
  addDays,
  instantAt,
  spansOfComplaint,
  spansOfItem,
  type ComplaintEvent,
  type ItemEvent,
  type LocalDate,
  type OpenSpan,
} from '@bihuan/domain';
import type { House } from '../../house.ts';

/** Goes through all cases that were open on one of the days, by the events they had; one at a time, however many there are. */
export async function eachOpenCase(
  house: House,
  { first, last }: { readonly first: LocalDate; readonly last: LocalDate },
  take: (spans: readonly OpenSpan[]) => void,
): Promise<void> {
  const window = {
    ...{ month: first.slice(0, 7), firstDay: first, lastDay: last },
    ...{ from: instantAt(first, '00:00'), until: instantAt(addDays(last, 1), '00:00') },
  };
  await readMonthAsOf(house.db, window, await cutLog(house.db), async (reader) => {
    for await (const { stream, events } of reader.streams()) {
      const told = events as readonly unknown[];
      if (stream === 'complaint') take(spansOfComplaint(told as readonly ComplaintEvent[]));
      if (stream === 'supervision_item') take(spansOfItem(told as readonly ItemEvent[]));
    }
  });
}
