import { COUNTED_OUTCOMES, readComplaintCounts, type ComplaintCount } from '@bihuan/db';
import { instantAt, localDateOf, suppressSmallCells, type OpenDataPolicy } from '@bihuan/domain';
import type { House } from '../house.ts';
import type { DatasetLine } from './dataset.ts';

type Named = { readonly code: string; readonly name: string; readonly nameEn: string };

const NONE = 'none';
const DIMENSIONS = {
  category: ({ category }: ComplaintCount) => category ?? NONE,
  department: ({ departmentId }: ComplaintCount) => departmentId ?? NONE,
  outcome: ({ outcome }: ComplaintCount) => outcome,
};
type Dimension = keyof typeof DIMENSIONS;
const ORDER = ['category', 'department', 'outcome'] as const satisfies readonly Dimension[];

const OUTCOME_NAMES: Readonly<Record<ComplaintCount['outcome'], readonly [name: string, nameEn: string]>> = {
  solved: ['已解决', 'Solved'],
  explained: ['已解释说明', 'Explained'],
  not_permitted: ['依规不能办理', 'Not permitted'],
  declined: ['不予受理', 'Declined'],
  merged: ['已合并办理', 'Merged'],
  withdrawn: ['已撤回', 'Withdrawn'],
  running: ['办理中', 'Being handled'],
};

/**
 * Complaints by the month they were filed in, divided by category, by department and by outcome. Whole months only: from one day to
 * the next the running one would tell of single people.
 */
export async function complaintLines(
  house: House,
  { leastCell, months }: OpenDataPolicy,
): Promise<readonly DatasetLine<'complaints'>[]> {
  const until = `${localDateOf(house.now()).slice(0, 7)}-01`;
  const from = monthsBefore(until, months);
  const counts = await readComplaintCounts(house.db, {
    from: instantAt(from, '00:00'),
    until: instantAt(until, '00:00'),
  });
  const names = await namesOf(house);
  return [...new Set(counts.map(({ month }) => month))]
    .sort()
    .reverse()
    .flatMap((month) =>
      monthLines(
        month,
        counts.filter((count) => count.month === month),
        names,
        leastCell,
      ),
    );
}

function monthLines(
  month: string,
  counts: readonly ComplaintCount[],
  names: Readonly<Record<Dimension, readonly Named[]>>,
  leastCell: number,
): readonly DatasetLine<'complaints'>[] {
  const cells = ORDER.map((dimension) =>
    names[dimension].map((named) => ({
      named,
      count: counts
        .filter((one) => DIMENSIONS[dimension](one) === named.code)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  );
  const { breakdowns, total } = suppressSmallCells(
    cells.map((row) => row.map(({ count }) => count)),
    leastCell,
  );
  const line = (dimension: string, named: Named, complaints: number | null): DatasetLine<'complaints'> => ({
    ...{ month, dimension, code: named.code, name: named.name, name_en: named.nameEn, complaints },
    is_suppressed: complaints === null,
  });
  const whole = line('total', { code: 'all', name: '全部', nameEn: 'All' }, total);
  return [
    whole,
    ...ORDER.flatMap((dimension, at) =>
      names[dimension].flatMap((named, place) => {
        const shown = breakdowns[at]?.[place] ?? null;
        return shown === 0 && dimension !== 'outcome'
          ? []
          : [line(dimension, displayed(dimension, named), shown)];
      }),
    ),
  ];
}

/** Departments are counted by id and told by code. */
type Coded = Named & { readonly shown?: string };
function displayed(dimension: Dimension, named: Coded): Named {
  return dimension === 'department' && named.shown !== undefined ? { ...named, code: named.shown } : named;
}

async function namesOf(house: House): Promise<Readonly<Record<Dimension, readonly Coded[]>>> {
  const { prisma } = house.db;
  const [categories, departments] = await Promise.all([
    prisma.category.findMany({ where: { parent: null }, orderBy: [{ position: 'asc' }, { code: 'asc' }] }),
    prisma.department.findMany({ orderBy: { code: 'asc' } }),
  ]);
  return {
    category: [
      ...categories.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
      { code: NONE, name: '尚未归类', nameEn: 'Not yet classified' },
    ],
    department: [
      ...departments.map(({ id, code, name, nameEn }) => ({ code: id, shown: code, name, nameEn })),
      { code: NONE, name: '未列入督办', nameEn: 'Not under supervision' },
    ],
    outcome: COUNTED_OUTCOMES.map((code) => {
      const [name, nameEn] = OUTCOME_NAMES[code];
      return { code, name, nameEn };
    }),
  };
}

function monthsBefore(firstDay: string, months: number): string {
  const month = Number(firstDay.slice(0, 4)) * 12 + Number(firstDay.slice(5, 7)) - 1 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
