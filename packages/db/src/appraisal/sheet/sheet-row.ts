import type { SheetLife } from '@bihuan/domain';
import type { StreamHead } from '../../audit/append-events.ts';

/** The columns of `period_sheet` that its events fold to. */
export function sheetRow(sheet: SheetLife, head: StreamHead) {
  return {
    id: sheet.id,
    period: sheet.period,
    status: sheet.status,
    edition: sheet.edition,
    opened_at: sheet.openedAt,
    object_until: sheet.objectUntil,
    published_at: 'publishedAt' in sheet ? sheet.publishedAt : null,
    frozen_at: 'frozenAt' in sheet ? sheet.frozenAt : null,
    restated_at: 'restatements' in sheet ? (sheet.restatements.at(-1)?.signedAt ?? null) : null,
    content_hash: sheet.contentHash,
    last_places_open: sheet.lastPlaces.filter(({ signed }) => signed === null).length,
    version: head.version,
    head_hash: head.hash,
  };
}

/** The rows of its objections. */
export function sheetObjectionRows(sheet: SheetLife) {
  return sheet.objections.map(({ id, departmentId, account, line, grounds, madeAt, madeBy, ruling }) => ({
    id,
    sheet_id: sheet.id,
    department_id: departmentId,
    account,
    line_id: line?.lineId ?? null,
    made_at: madeAt,
    made_by_id: madeBy,
    reason: grounds,
    status: ruling === null ? 'open' : ruling.isUpheld ? 'upheld' : 'dismissed',
    decided_at: ruling?.at ?? null,
    decided_by_id: ruling?.by ?? null,
    answer: ruling?.reason ?? null,
  }));
}
