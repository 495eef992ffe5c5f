import { workQueues, type WorkingQueues } from '@bihuan/db';
import type { House } from '../house.ts';
import { deliverMessage, type Courier, type Delivery } from '../notification/deliver-message.ts';
import { CarrierFailure } from '../notification/carrier.ts';
import { countWords } from './count-words.ts';
import { sweepDeadlines, type SweepReport } from './sweep-deadlines.ts';
import { SweepMemory } from './sweep-memory.ts';

/** What the jobs have to say; nothing of it holds personal data. */
export type JobNews = {
  readonly onDelivery: (occasion: string, delivery: Delivery) => void;
  /** A try that came to nothing; `reason` is short. */
  readonly onFailedTry: (occasion: string, reason: string, isLastTry: boolean) => void;
  readonly onSweep: (report: SweepReport, milliseconds: number) => void;
  readonly onError: (error: Error) => void;
};

/** Works on everything that is done later: messages to complainants, and the sweep of deadlines every minute. */
export function runJobs(house: House, courier: Courier, news: JobNews): Promise<WorkingQueues> {
  const memory = new SweepMemory();
  return workQueues(house.db.url, {
    notify: async (data, isLastTry) => {
      const occasion = occasionOf(data);
      try {
        const result = await deliverMessage(house, courier, data, isLastTry);
        if (!result.ok) {
          news.onFailedTry(occasion, 'not a job', true);
          return 'never';
        }
        news.onDelivery(occasion, result.value);
        return 'done';
      } catch (error) {
        const reason = reasonOf(error);
        news.onFailedTry(occasion, reason, isLastTry);
        throw new Error(reason, { cause: error });
      }
    },
    sweep: async () => {
      const began = performance.now();
      news.onSweep(await sweepDeadlines(house, memory), performance.now() - began);
      await countWords(house);
    },
    onError: news.onError,
  });
}

function occasionOf(data: unknown): string {
  const { occasion } = (data ?? {}) as { occasion?: unknown };
  return typeof occasion === 'string' && /^[0-9a-f:-]{1,60}$/.test(occasion) ? occasion : '';
}

/** Errors of databases and libraries may quote what they were given, so that only those of carriers are told in full. */
function reasonOf(error: unknown): string {
  if (error instanceof CarrierFailure) return error.message;
  const { code } = error as { code?: unknown };
  const name = error instanceof Error ? error.name : 'unknown';
  return typeof code === 'string' ? `${name} ${code}` : name;
}
