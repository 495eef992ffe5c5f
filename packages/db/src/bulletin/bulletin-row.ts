import { fillText, textValues, type Bulletin } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `bulletin` that its events fold to. */
export function bulletinRow(bulletin: Bulletin, head: StreamHead) {
  const { snapshot } = bulletin;
  return {
    id: bulletin.id,
    kind: bulletin.kind,
    month: bulletin.month,
    title: fillText(bulletin.texts.title ?? '', textValues(snapshot)),
    status: bulletin.status,
    number: 'number' in bulletin ? bulletin.number : null,
    item_id: snapshot.of === 'matter' ? snapshot.facts.itemId : null,
    drafted_at: bulletin.draftedAt,
    approved_at: 'approvedAt' in bulletin ? bulletin.approvedAt : null,
    published_at: 'publishedAt' in bulletin ? bulletin.publishedAt : null,
    content_hash: 'contentHash' in bulletin ? bulletin.contentHash : null,
    document_hash: 'documentHash' in bulletin ? bulletin.documentHash : null,
    version: head.version,
    head_hash: head.hash,
  };
}
