import { saveTryOutLines, type TryOutLine } from '@bihuan/db';
import type { House } from '../../house.ts';

const AT_ONCE = 500;

/** Takes lines as they are found and keeps them a few hundred at a time, so that none pile up. */
export type LineTaker = {
  readonly take: (line: TryOutLine) => Promise<void>;
  readonly end: () => Promise<number>;
};

export function takeLines({ db }: Pick<House, 'db'>, tryOutId: string): LineTaker {
  let waiting: TryOutLine[] = [];
  let kept = 0;
  const keep = async () => {
    const lines = waiting;
    waiting = [];
    await saveTryOutLines(db, tryOutId, kept + 1, lines);
    kept += lines.length;
  };
  return {
    take: async (line) => {
      waiting.push(line);
      if (waiting.length >= AT_ONCE) await keep();
    },
    end: async () => {
      await keep();
      return kept;
    },
  };
}
