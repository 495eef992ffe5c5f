import { workingCalendar, type CalendarDayRow, type WorkingCalendar } from '@bihuan/domain';
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
  ]);
}

/** A `date` column as `YYYY-MM-DD`. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function asKind(kind: string): CalendarDayRow['kind'] {
  return kind === 'working' ? 'working' : 'rest';
}
