import { loadSheet, readSheetList, type ListedSheet } from '@bihuan/db';
import {
  hasRole,
  localDateOf,
  personsOf,
  unitsOf,
  type LocalDate,
  type SheetStatus,
  type StaffActor,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { periodsSoFar } from '../periods.ts';
import { taskOf, type PeriodTask } from './list-periods.ts';

export type WaitingSheetKind =
  /** Provisional: the head may object. */
  | 'sheets_to_object'
  | 'sheet_objections'
  /** To be opened, closed, published or frozen. */
  | 'sheet_steps'
  | 'restatements'
  /** Rulings on last places, by another person. */
  | 'last_places';

/** A period whose sheet waits for this person. */
export type WaitingSheet = {
  readonly id: string;
  /** The period; its state is null where no sheet was opened. */
  readonly number: string;
  readonly title: string;
  readonly status: SheetStatus | null;
  readonly dueOn: LocalDate | null;
};

const STEPS: readonly PeriodTask[] = ['open', 'close_objections', 'publish', 'freeze'];

/** The periods whose sheets wait for this person, by kind; kinds without any are left out. */
export async function waitingSheets(
  house: House,
  actor: StaffActor,
): Promise<readonly { readonly kind: WaitingSheetKind; readonly rows: readonly WaitingSheet[] }[]> {
  const isHead = hasRole(actor, 'department_head');
  const isAdmin = hasRole(actor, 'appraisal_admin');
  const isSigner = isAdmin || hasRole(actor, 'leader');
  if (!isHead && !isSigner) return [];
  const sheets = await readSheetList(house.db);
  const today = localDateOf(house.now());
  const sections: { kind: WaitingSheetKind; rows: readonly WaitingSheet[] }[] = [];
  if (isHead)
    sections.push({
      kind: 'sheets_to_object',
      rows: sheets
        .filter(({ status, objectUntil }) => status === 'provisional' && objectUntil >= today)
        .map((sheet) => rowOf(sheet, sheet.objectUntil)),
    });
  if (isSigner) {
    const objected = sheets.filter(({ openObjections }) => openObjections > 0);
    sections.push({ kind: 'sheet_objections', rows: objected.map((sheet) => rowOf(sheet, null)) });
    sections.push({ kind: 'restatements', rows: await restatementsFor(house, actor, sheets) });
    sections.push({ kind: 'last_places', rows: await lastPlacesFor(house, actor, sheets) });
  }
  if (isAdmin) sections.push({ kind: 'sheet_steps', rows: await stepsOf(house, sheets, today) });
  return sections.filter(({ rows }) => rows.length > 0);
}

/** Restatements that wait for a second signer, who is not the one who proposed them. */
async function restatementsFor(
  house: House,
  actor: StaffActor,
  sheets: readonly ListedSheet[],
): Promise<readonly WaitingSheet[]> {
  const rows: WaitingSheet[] = [];
  for (const sheet of sheets.filter(({ status }) => status === 'restating')) {
    const state = (await loadSheet(house.db, sheet.period))?.state;
    if (state?.status !== 'restating' || personsOf(actor).includes(state.proposal.by)) continue;
    rows.push({ ...rowOf(sheet, null), title: state.proposal.reason });
  }
  return rows;
}

/** Rulings on last places that wait for a second signer, who is neither the one who proposed them nor of a department that is last. */
async function lastPlacesFor(
  house: House,
  actor: StaffActor,
  sheets: readonly ListedSheet[],
): Promise<readonly WaitingSheet[]> {
  const rows: WaitingSheet[] = [];
  for (const sheet of sheets.filter(({ lastPlacesOpen }) => lastPlacesOpen > 0)) {
    const waiting = ((await loadSheet(house.db, sheet.period))?.state.lastPlaces ?? []).find(
      ({ signed, proposedBy, departmentIds }) =>
        signed === null &&
        !personsOf(actor).includes(proposedBy) &&
        !unitsOf(actor).some((unit) => departmentIds.includes(unit)),
    );
    if (waiting !== undefined) rows.push({ ...rowOf(sheet, null), title: waiting.reason });
  }
  return rows;
}

async function stepsOf(
  house: House,
  sheets: readonly ListedSheet[],
  today: LocalDate,
): Promise<readonly WaitingSheet[]> {
  const periods = await periodsSoFar(house);
  return periods.flatMap(({ id, lastDay }) => {
    const sheet = sheets.find(({ period }) => period === id) ?? null;
    if (!STEPS.includes(taskOf(sheet, lastDay, today))) return [];
    return [sheet === null ? { id, number: id, title: '', status: null, dueOn: null } : rowOf(sheet, null)];
  });
}

function rowOf({ period, status }: ListedSheet, dueOn: LocalDate | null): WaitingSheet {
  return { id: period, number: period, title: '', status, dueOn };
}
