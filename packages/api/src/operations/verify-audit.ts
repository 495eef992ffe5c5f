import { replayRows, verifyChains, type ChainReport, type ReplayReport } from '@bihuan/db';
import type { House } from '../house.ts';

export type AuditReport = {
  readonly chains: ChainReport;
  /** Null where only the chains were asked for. */
  readonly replay: ReplayReport | null;
};

/**
 * Walks every hash chain, then folds all events again and compares what they come to with the rows and the ledger.
 * `onProgress` hears the events done, of twice as many as there are when both are asked for. Writes nothing.
 */
export async function verifyAudit(
  house: House,
  {
    isChainsOnly = false,
    onProgress,
  }: { readonly isChainsOnly?: boolean; readonly onProgress?: (events: number) => void } = {},
): Promise<AuditReport> {
  const chains = await verifyChains(house.db, onProgress);
  if (isChainsOnly) return { chains, replay: null };
  const replay = await replayRows(house.db, (events) => onProgress?.(chains.events + events));
  return { chains, replay };
}

/** The comparison alone. */
export function replay(house: House, onProgress: (events: number) => void): Promise<ReplayReport> {
  return replayRows(house.db, onProgress);
}
