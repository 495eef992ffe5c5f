import { pino } from 'pino';

/** Characters that wait for a log that cannot be written; more are dropped. */
const MOST_WAITING = 1_000_000;

/** Standard output for the lines of a log. A disk without room for them ends no app: what cannot be written is dropped. */
export function logLines(): ReturnType<typeof pino.destination> {
  const lines = pino.destination({ dest: 1, maxLength: MOST_WAITING });
  lines.on('error', () => undefined);
  return lines;
}
