import type { JobNews, SweepReport } from '@bihuan/api';
import type { Monitor } from '@bihuan/monitor';
import type { Logger } from 'pino';

/** Puts what the jobs say into the log and counts it: ids, counts and short reasons, no personal data. */
export function logNews(log: Logger, { countWork }: Pick<Monitor, 'countWork'>): JobNews {
  let awaySince: number | null = null;
  return {
    onDelivery: (message, delivery) => {
      countWork('message', delivery);
      log.info({ message, delivery }, 'message');
    },
    onFailedTry: (what, reason, isLastTry) => {
      countWork('message', isLastTry ? 'given_up' : 'failed_try');
      log.warn({ what, reason, isLastTry }, 'message not delivered');
    },
    onSweep: (report, milliseconds) => {
      awaySince = null;
      countWork('sweep', report.failed.length === 0 ? 'done' : 'with_faults', milliseconds / 1000);
      for (const { id, error } of report.failed)
        log.error({ case: id, error: nameOf(error) }, 'case could not be swept');
      const { complaints, items, failed } = report;
      const level = hasDone(report) ? 'info' : 'debug';
      log[level]({ complaints, items, failed: failed.length, ms: Math.round(milliseconds) }, 'sweep');
    },
    onRetention: ({ day, rulesVersion, removed, failed }) => {
      countWork('retention', failed.length === 0 ? 'done' : 'with_faults');
      for (const { id, error } of failed)
        log.error({ case: id, error: nameOf(error) }, 'personal data of a case could not be removed');
      log.info({ day, rulesVersion, removed, failed: failed.length }, 'retention');
    },
    onError: (error) => {
      countWork('queues', 'fault');
      // While the database is away every poll fails; one line says so.
      if (awaySince !== null && Date.now() - awaySince < 30_000) return;
      awaySince = Date.now();
      log.error({ error: nameOf(error) }, 'queues are in trouble; trying on');
    },
  };
}

function hasDone({ complaints, items }: SweepReport): boolean {
  return [...Object.values(complaints), ...Object.values(items)].some((count) => count > 0);
}

/** Messages of database errors may quote values, so that only name and code are kept. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
