import { z } from 'zod';

/** Unset and empty are the same. */
const unsetIfEmpty = (text: unknown) => (text === '' ? undefined : text);

/** The variables of an app that say where it tells how it fares; unset for nowhere. */
export const monitorVariables = {
  /** Serves `/metrics`, `/healthz` and `/readyz` of this process; without it nothing is served. */
  METRICS_PORT: z.preprocess(
    unsetIfEmpty,
    z.coerce.number().int().min(1, 'must be a port').max(65535, 'must be a port').optional(),
  ),
  /** Where that port listens: this machine alone, unless set. */
  METRICS_HOST: z.preprocess(unsetIfEmpty, z.string().optional()),
};

/** The variables of an app that answers requests which say how it stops. */
export const stopVariables = {
  /**
   * How long a process that is told to stop still takes requests while `/readyz` already says no, so that a proxy turns
   * away from it first.
   */
  DRAIN_SECONDS: z.preprocess(
    unsetIfEmpty,
    z.coerce.number().min(0, 'must be seconds').max(60, 'must be 60 at most').default(0),
  ),
};
