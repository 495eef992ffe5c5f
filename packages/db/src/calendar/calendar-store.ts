import { workingCalendar, type CalendarDayRow, type WorkingCalendar } from '@bihuan/domain';
import { changeData, type NewConfigurationChange } from '../configuration/configuration-change-store.ts';
import type { Database } from '../database.ts';

/** The official calendar of the years that are loaded. */
export async function readCalendar(db: Pick<Database, 'prisma'>): Promise<WorkingCalendar> {
  const [years, days] = await Promise.all([
    db.prisma.calendarYear.findMany(),
    db.prisma.calendarDay.findMany(),
  ]);
  const rows = days.map(({ date, kind, name }): CalendarDayRow => ({
    date: isoDate(date),
    kind: asKind(kind),
    name,
  }));
  return workingCalendar(
    years.map(({ year }) => year),
    rows,
  );
}

/** Loads or replaces the official calendar of one year. */
export async function saveCalendarYear(
  db: Pick<Database, 'prisma'>,
  year: number,
  rows: readonly CalendarDayRow[],
  source: string,
  loadedAt: string,
  change: NewConfigurationChange | null = null,
): Promise<void> {
  await db.prisma.$transaction([
    db.prisma.calendarDay.deleteMany({ where: { year } }),
    db.prisma.calendarYear.upsert({
      where: { year },
      create: { year, source, loadedAt },
      update: { source, loadedAt },
    }),
    db.prisma.calendarDay.createMany({
      data: rows.map((row) => ({ ...row, year, date: new Date(row.date) })),
    }),
    ...(change === null ? [] : [db.prisma.configurationChange.create({ data: changeData(change) })]),
  ]);
}

/** A year as it was loaded; null where it was not. */
export async function readLoadedYear(
  db: Pick<Database, 'prisma'>,
  year: number,
): Promise<{
  readonly source: string;
  readonly loadedAt: string;
  readonly rows: readonly CalendarDayRow[];
} | null> {
  const loaded = await db.prisma.calendarYear.findUnique({
    where: { year },
    include: { days: { orderBy: { date: 'asc' } } },
  });
  if (loaded === null) return null;
  const rows = loaded.days.map(({ date, kind, name }) => ({ date: isoDate(date), kind: asKind(kind), name }));
  return { source: loaded.source, loadedAt: loaded.loadedAt.toISOString(), rows };
}

/** How many running dates rest on a year that was not loaded, and move when it is. */
export async function countProvisional(
  db: Pick<Database, 'prisma'>,
): Promise<{ readonly complaints: number; readonly items: number }> {
  const [complaints, items] = await Promise.all([
    db.prisma.complaint.count({ where: { isDueProvisional: true } }),
    db.prisma.supervisionItem.count({ where: { hasProvisionalDue: true } }),
  ]);
  return { complaints, items };
}

/** A `date` column as `YYYY-MM-DD`. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function asKind(kind: string): CalendarDayRow['kind'] {
  return kind === 'working' ? 'working' : 'rest';
}
