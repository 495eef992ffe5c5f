import { removeExpiredDrafts, workQueues, type WorkingQueues } from '@bihuan/db';
import { takeBacklog } from '../appraisal/backlog/take-backlog.ts';
import { detectGaming } from '../appraisal/gaming/detect-gaming.ts';
import { sweepFiles } from '../attachment/sweep-files.ts';
import { forgetImports } from '../complaint/import-file/forget-imports.ts';
import { runImport } from '../complaint/import-file/run-import.ts';
import { draftDueBulletin } from '../bulletin/draft-bulletin.ts';
import { forgetOrigins } from '../people/address-ban/forget-origins.ts';
import { removeDueData, type RetentionReport } from '../people/retention/remove-due-data.ts';
import { forgetExports, runExport } from '../export/run-export.ts';
import type { House } from '../house.ts';
import { announceEvent, type Announcer } from '../notification/announce-event.ts';
import { CarrierFailure, type Carriers } from '../notification/carrier.ts';
import { deliverMessage, type Delivery } from '../notification/deliver-message.ts';
import { sendDigests } from '../notification/send-digests.ts';
import type { Result } from '../result.ts';
import { runTryOut } from '../policy/routing/try-out-routing.ts';
import { isPolicyTryOut, runPolicyTryOut } from '../policy/try-out/run-policy-try-out.ts';
import { deliverWebhooks } from '../webhook/deliver-webhooks.ts';
import { fanOutWebhooks } from '../webhook/fan-out-webhooks.ts';
import { anchorEndedDays } from './anchor-days.ts';
import { countWords } from './count-words.ts';
import { readIndexKeys } from './index-keys.ts';
import { retrainSuggestions } from './retrain-suggestions.ts';
import { sweepDeadlines, type SweepReport } from './sweep-deadlines.ts';
import { SweepMemory } from './sweep-memory.ts';

/** What the jobs have to say; nothing of it holds personal data. */
export type JobNews = {
  /** `what`: the event told of, or the message delivered. */
  readonly onDelivery: (what: string, delivery: Delivery) => void;
  /** A try that came to nothing; `reason` is short. */
  readonly onFailedTry: (what: string, reason: string, isLastTry: boolean) => void;
  readonly onSweep: (report: SweepReport, milliseconds: number) => void;
  /** What was removed after its term, once a night. */
  readonly onRetention: (report: RetentionReport) => void;
  readonly onError: (error: Error) => void;
};

export type Courier = Announcer & {
  readonly carriers: Carriers;
  /** Whether webhooks may be sent to this machine: for trials. */
  readonly isLoopbackOpen?: boolean;
};

/**
 * Works on everything that is done later: who is told of what, messages, and the sweep of deadlines every minute. `mayAct` is asked
 * before whatever time alone brings about; where it throws, nothing happens until it is asked again.
 */
export function runJobs(
  house: House,
  courier: Courier,
  news: JobNews,
  mayAct: () => Promise<void> = () => Promise.resolve(),
): Promise<WorkingQueues> {
  const memory = new SweepMemory();
  const settle = async <Value>(
    data: unknown,
    isLastTry: boolean,
    work: () => Promise<Result<Value>>,
    onDone: (value: Value) => void,
  ) => {
    try {
      const result = await work();
      if (!result.ok) {
        news.onFailedTry(nameOf(data), 'not a job', true);
        return 'never';
      }
      onDone(result.value);
      return 'done';
    } catch (error) {
      const reason = reasonOf(error);
      news.onFailedTry(nameOf(data), reason, isLastTry);
      throw new Error(reason, { cause: error });
    }
  };
  return workQueues(house.db.url, {
    onStarted: () => readIndexKeys(house),
    notify: (data, isLastTry) =>
      settle(
        data,
        isLastTry,
        () => announceEvent(house, courier, data),
        () => undefined,
      ),
    deliver: (data, isLastTry) =>
      settle(
        data,
        isLastTry,
        () => deliverMessage(house, courier.carriers, data, isLastTry),
        (delivery) => news.onDelivery(nameOf(data), delivery),
      ),
    sweep: async () => {
      await mayAct();
      await anchorEndedDays(house);
      const began = performance.now();
      news.onSweep(await sweepDeadlines(house, memory), performance.now() - began);
      await draftDueBulletin(house);
      await countWords(house);
      await sendDigests(house, courier);
      await fanOutWebhooks(house);
      await deliverWebhooks(house, { isLoopbackOpen: courier.isLoopbackOpen ?? false });
      await removeExpiredDrafts(house.db, house.now());
      await forgetOrigins(house);
      await sweepFiles(house);
      await forgetImports(house);
    },
    exportFile: (data) => runExport(house, data),
    importFile: (data) => runImport(house, data),
    nightly: async () => {
      await mayAct();
      await takeBacklog(house);
      await detectGaming(house);
      await forgetExports(house);
      news.onRetention(await removeDueData(house));
    },
    tryOut: (data) => (isPolicyTryOut(data) ? runPolicyTryOut(house, data) : runTryOut(house, data)),
    learn: async () => {
      await retrainSuggestions(house);
    },
    onError: news.onError,
  });
}

function nameOf(data: unknown): string {
  const { occasion, messageId } = (data ?? {}) as { occasion?: unknown; messageId?: unknown };
  const name = occasion ?? messageId;
  return typeof name === 'string' && /^[0-9a-f:-]{1,60}$/.test(name) ? name : '';
}

/** Errors of databases and libraries may quote what they were given, so that only those of carriers are told in full. */
function reasonOf(error: unknown): string {
  if (error instanceof CarrierFailure) return error.message;
  const { code } = error as { code?: unknown };
  const name = error instanceof Error ? error.name : 'unknown';
  return typeof code === 'string' ? `${name} ${code}` : name;
}
