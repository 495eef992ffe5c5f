import {
  countFiledRows,
  countImportRows,
  deleteImportRows,
  finishImport,
  markRowFiled,
  markRowUndone,
  readActedOn,
  readRowsToUndo,
  readStoredImport,
  saveImportProgress,
  saveImportRows,
  type NewImportRow,
  type StoredImport,
} from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { colleagues } from '../../people/substitution/colleagues.ts';
import { refusal, type Failure } from '../../result.ts';
import { retrying, Work } from '../../work.ts';
import { importRecords, type ImportedRow, type ImportOptions } from '../import-complaints.ts';
import { importFileRecords, importKey } from './import-records.ts';
import { sealRowTexts } from './row-texts.ts';

const jobSchema = z.object({ importId: z.uuid() });
const TOGETHER = 200;

/** Works on the step a file is at. Taken up again after a crash it goes on where it stood: what was filed is known by its number. */
export async function runImport(house: House, data: unknown): Promise<void> {
  const found = await readStoredImport(house.db, jobSchema.parse(data).importId);
  if (found === null || !['checking', 'filing', 'undoing'].includes(found.step)) return;
  const person = (await colleagues(house, [found.askedById])).get(found.askedById);
  if (!person?.isActive) return fail(house, found, refusal('not_authorised'));
  const { departmentId, roles } = person;
  const actor: Actor = { kind: 'staff', staffId: found.askedById, departmentId, roles };
  switch (found.step) {
    case 'checking':
      return check(house, actor, found);
    case 'filing':
      return file(house, actor, found);
    default:
      return undo(house, actor, found);
  }
}

async function check(house: House, actor: Actor, found: StoredImport): Promise<void> {
  await deleteImportRows(house.db, found.id);
  const result = await go(house, actor, found, { dryRun: true });
  if (!result.ok) return fail(house, found, result);
  await saveImportProgress(house.db, found.id, { total: result.value.read });
  await finishImport(house.db, found.id, 'checked', house.now());
}

async function file(house: House, actor: Actor, found: StoredImport): Promise<void> {
  const { id, source } = found;
  const counts = await countImportRows(house.db, id);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await saveImportProgress(house.db, id, { total });
  const numbers = new Map<number, string>();
  const result = await go(house, actor, found, {
    onRead: (rows) => {
      numbers.clear();
      for (const { line, externalId } of rows) numbers.set(line, externalId);
    },
    besideRow: (line) => [markRowFiled(id, line, source, numbers.get(line) ?? '')],
  });
  const { filed: created } = await countFiledRows(house.db, id);
  const filedAt = created === 0 ? {} : { filedAt: house.now() };
  if (!result.ok) return fail(house, found, result, { created, ...filedAt });
  await finishImport(house.db, id, 'filed', house.now(), { created, filedAt: house.now() });
}

async function undo(house: House, actor: Actor, found: StoredImport): Promise<void> {
  const { id, undoReason: reason } = found;
  const { filed } = await countFiledRows(house.db, id);
  await saveImportProgress(house.db, id, { total: filed });
  let done = 0;
  for (let after = 0, isMore = true; isMore;) {
    const rows = await readRowsToUndo(house.db, id, after, TOGETHER);
    const lines = rows.map(({ line }) => line);
    const acted = new Set((await readActedOn(house.db, id, TOGETHER, lines)).map(({ line }) => line));
    for (const { line, complaintId } of rows) {
      if (acted.has(line)) continue;
      await retrying(async () => {
        const work = new Work(house, actor);
        const undone = await work.commandComplaint(complaintId, { type: 'undo_import', reason });
        return undone.ok ? work.save(markRowUndone(id, line, complaintId, house.now())) : undone;
      });
    }
    done += rows.length;
    await saveImportProgress(house.db, id, { done });
    after = lines.at(-1) ?? after;
    isMore = rows.length === TOGETHER;
  }
  const { undone } = await countFiledRows(house.db, id);
  const step = undone === filed ? 'undone' : 'filed';
  await finishImport(house.db, id, step, house.now(), { undoneAt: house.now() });
}

async function go(
  house: House,
  actor: Actor,
  { id, kind, keyId, columns, source }: StoredImport,
  { onRead, ...options }: ImportOptions & { readonly onRead?: (rows: readonly ImportedRow[]) => void },
) {
  const key = importKey(id);
  const bytes = house.keyring.openFile(await house.files.get(key), `file:${key}`, keyId);
  return importRecords(house, actor, () => importFileRecords(kind, bytes), {
    ...options,
    ...{ source, columns, isOnlyNamed: true },
    onRows: async (rows) => {
      onRead?.(rows);
      await saveImportRows(
        house.db,
        id,
        rows.map((row) => rowToKeep(house, id, row)),
        house.keyring.keyId,
      );
    },
    onProgress: ({ read }) => void saveImportProgress(house.db, id, { done: read }).catch(() => undefined),
  });
}

function rowToKeep(house: House, importId: string, row: ImportedRow): NewImportRow {
  const { line, externalId, verdict } = row;
  const kept = { line, externalId, verdict };
  if (verdict === 'refused') return { ...kept, fault: row.error, complaintId: null, texts: null };
  const complaintId = verdict === 'new' ? null : row.complaintId;
  const differences = verdict === 'changed' ? row.differences : [];
  const texts = sealRowTexts(house, importId, line, { title: row.title, differences });
  return { ...kept, fault: null, complaintId, texts };
}

async function fail(
  house: House,
  found: StoredImport,
  failure: Failure,
  change: { readonly created?: number; readonly filedAt?: string } = {},
): Promise<void> {
  const why = failure.kind === 'refusal' ? failure.refusal : { code: 'file_not_text' };
  await finishImport(house.db, found.id, 'failed', house.now(), { ...change, failure: why });
}
