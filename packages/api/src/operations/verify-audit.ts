import {
  replayRows,
  verifyAnchors,
  verifyChains,
  type AnchorReport,
  type ChainReport,
  type ReplayReport,
} from '@bihuan/db';
import type { WrittenAnchor } from '@bihuan/domain';
import type { House } from '../house.ts';

export type AuditReport = {
  readonly chains: ChainReport;
  readonly anchors: AnchorReport;
  /** Null where only the chains were asked for. */
  readonly replay: ReplayReport | null;
};

/**
 * Walks every hash chain, counts every anchored day again, then folds all events again and compares what they come to with the rows and the ledger.
 * `written`: anchors that somebody kept outside of the house. `onProgress` hears the events done, of twice as many as there are when both are asked for. Writes nothing.
 */
export async function verifyAudit(
  house: House,
  {
    isChainsOnly = false,
    written = [],
    onProgress,
  }: {
    readonly isChainsOnly?: boolean;
    readonly written?: readonly WrittenAnchor[];
    readonly onProgress?: (events: number) => void;
  } = {},
): Promise<AuditReport> {
  const chains = await verifyChains(house.db, onProgress);
  const anchors = await verifyAnchors(house.db, written);
  if (isChainsOnly) return { chains, anchors, replay: null };
  const replay = await replayRows(house.db, (events) => onProgress?.(chains.events + events));
  return { chains, anchors, replay };
}

/** The comparison alone. */
export function replay(house: House, onProgress: (events: number) => void): Promise<ReplayReport> {
  return replayRows(house.db, onProgress);
}
