import type { Account } from '../score-line.ts';

/** What one department's sheet says in one edition. */
export type SheetDepartment = {
  readonly departmentId: string;
  /** Hundredths of a point by account; null where there is no sample. */
  readonly accounts: Readonly<Partial<Record<Account, { readonly centipoints: number | null }>>>;
  /** Hundredths of a point; null where nothing could be composed. */
  readonly composite: number | null;
  readonly rankInGroup: number | null;
  /** Millionths. */
  readonly payFactor: number | null;
};

/** One line of the ledger that a sheet was composed of. */
export type SheetLine = {
  readonly id: string;
  readonly departmentId: string;
  readonly account: Account;
  readonly rule: string;
  /** Hundredths of a point. */
  readonly centipoints: number;
};

type Sheet = { readonly departments: readonly SheetDepartment[]; readonly lines: readonly SheetLine[] };

/** A number that is another one now; null where there is none. */
export type Changed = { readonly before: number | null; readonly after: number | null };

export type DepartmentDiff = {
  readonly departmentId: string;
  /** Accounts that changed, and no others. */
  readonly accounts: Readonly<Partial<Record<Account, Changed>>>;
  /** Null where it is the same, as the two below. */
  readonly composite: Changed | null;
  readonly rankInGroup: Changed | null;
  readonly payFactor: Changed | null;
  readonly added: readonly SheetLine[];
  readonly removed: readonly SheetLine[];
};

const isSameLine = (a: SheetLine, b: SheetLine) =>
  a.departmentId === b.departmentId &&
  a.account === b.account &&
  a.rule === b.rule &&
  a.centipoints === b.centipoints;

/** What differs between two editions, line by line; departments that are the same are left out. */
export function diffSheets(before: Sheet, after: Sheet): readonly DepartmentDiff[] {
  const ids = new Set(
    [...before.departments, ...after.departments, ...before.lines, ...after.lines].map(
      ({ departmentId }) => departmentId,
    ),
  );
  const added = without(after.lines, before.lines);
  const removed = without(before.lines, after.lines);
  return [...ids].flatMap((departmentId) => {
    const was = before.departments.find((one) => one.departmentId === departmentId);
    const is = after.departments.find((one) => one.departmentId === departmentId);
    const one: DepartmentDiff = {
      departmentId,
      accounts: changedAccounts(was, is),
      composite: changed(was?.composite ?? null, is?.composite ?? null),
      rankInGroup: changed(was?.rankInGroup ?? null, is?.rankInGroup ?? null),
      payFactor: changed(was?.payFactor ?? null, is?.payFactor ?? null),
      added: added.filter((line) => line.departmentId === departmentId),
      removed: removed.filter((line) => line.departmentId === departmentId),
    };
    const isSame =
      Object.keys(one.accounts).length + one.added.length + one.removed.length === 0 &&
      [one.composite, one.rankInGroup, one.payFactor].every((figure) => figure === null);
    return isSame ? [] : [one];
  });
}

function changedAccounts(
  was: SheetDepartment | undefined,
  is: SheetDepartment | undefined,
): Partial<Record<Account, Changed>> {
  const names = Object.keys({ ...was?.accounts, ...is?.accounts }) as Account[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const one = changed(was?.accounts[name]?.centipoints ?? null, is?.accounts[name]?.centipoints ?? null);
      return one === null ? [] : [[name, one]];
    }),
  );
}

function changed(before: number | null, after: number | null): Changed | null {
  return before === after ? null : { before, after };
}

/** Lines of the one that the other has not, or has otherwise. */
function without(lines: readonly SheetLine[], others: readonly SheetLine[]): readonly SheetLine[] {
  const known = new Map(others.map((line) => [line.id, line]));
  return lines.filter((line) => {
    const other = known.get(line.id);
    return other === undefined || !isSameLine(line, other);
  });
}
