import {
  countComplaints,
  readComplaintList,
  readNames,
  type ComplaintCursor,
  type ComplaintFilter,
  type DepartmentName,
  type ListedComplaint,
} from '@bihuan/db';
import {
  CHANNELS,
  COMPLAINT_STATUSES,
  isLocalDate,
  parseTrackingNumber,
  workingDaysLeft,
  type Actor,
  type ComplaintStatus,
  type Due,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedNumber, typedText } from '../parse-input.ts';
import { withForerunners } from '../people/department-lineage.ts';
import { hiderFor } from '../people/identity/hide-person.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';
import { complaintScope, seesAnyComplaint } from './complaint-scope.ts';

export const MOST_COUNTED = 1000;

const empty = (typed: unknown) => (typed === '' ? undefined : typed);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

const schema = z.object({
  /** `open`: everything that is not over; `any`; or one state. */
  status: z.preprocess(empty, choice(['open', 'any', ...COMPLAINT_STATUSES]).default('open')),
  leadDepartmentId: optional(z.uuid('unknown_department')),
  channel: optional(choice(CHANNELS)),
  text: typedText(0, 100).default(''),
  order: z.preprocess(empty, choice(['due', 'newest']).default('newest')),
  /** The `next` of the page before. */
  after: z.string('malformed').max(100, 'malformed').default(''),
  size: typedNumber(1, 200).default(50),
});

export type ComplaintLine = Omit<
  ListedComplaint,
  'leadDepartmentId' | 'dueOn' | 'dueHalf' | 'isDueProvisional'
> & {
  readonly lead: DepartmentName | null;
  readonly due: Due | null;
  /** Working days to come, negative where late; null where no clock runs. */
  readonly daysLeft: number | null;
};

export type ComplaintList = {
  readonly lines: readonly ComplaintLine[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** At most `MOST_COUNTED`; `isCapped` where there are more. */
  readonly count: number;
  readonly isCapped: boolean;
};

const OVER: readonly ComplaintStatus[] = [
  'declined',
  'merged',
  'split',
  'withdrawn',
  'settled_on_the_spot',
  'closed',
];

/** Complaints that this person may see, by day of filing or by due date. Holds no contact data. */
export async function listComplaints(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ComplaintList>> {
  const scope = complaintScope(actor);
  if (!seesAnyComplaint(scope)) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { status, after, size, text, leadDepartmentId, ...rest } = parsed.value;
  const leadDepartmentIds = leadDepartmentId === null ? null : await withForerunners(house, leadDepartmentId);
  const number = parseTrackingNumber(text, house.numberPrefix);
  const statuses = statusesOf(status);
  const trackingNumber = number.ok ? number.number : null;
  const filter: ComplaintFilter = { ...rest, leadDepartmentIds, scope, statuses, text, trackingNumber };
  const [rows, count] = await Promise.all([
    readComplaintList(house.db, filter, cursorOf(after, filter.order), size + 1),
    countComplaints(house.db, filter, MOST_COUNTED),
  ]);
  const page = rows.slice(0, size);
  const hide = await hiderFor(
    house,
    actor,
    page.map(({ id }) => id),
  );
  const lines = await linesOf(house, page);
  return done({
    lines: lines.map((line) => hide.matter(line, [line.id])),
    next: rows.length > size ? nextOf(page.at(-1), filter.order) : null,
    count: Math.min(count, MOST_COUNTED),
    isCapped: count > MOST_COUNTED,
  });
}

async function linesOf(house: House, rows: readonly ListedComplaint[]): Promise<readonly ComplaintLine[]> {
  const calendar = await calendarOf(house);
  const { departments } = await readNames(
    house.db,
    new Set(rows.flatMap((row) => row.leadDepartmentId ?? [])),
  );
  return rows.map(({ leadDepartmentId, dueOn, dueHalf, isDueProvisional, ...row }) => {
    const due =
      dueOn === null || dueHalf === null
        ? null
        : { date: dueOn, half: dueHalf, provisional: isDueProvisional };
    return {
      ...row,
      lead: departments.get(leadDepartmentId ?? '') ?? null,
      due,
      daysLeft: due && workingDaysLeft(due, house.now(), calendar),
    };
  });
}

function statusesOf(status: 'open' | 'any' | ComplaintStatus): readonly ComplaintStatus[] {
  if (status === 'any') return COMPLAINT_STATUSES;
  return status === 'open' ? COMPLAINT_STATUSES.filter((one) => !OVER.includes(one)) : [status];
}

function nextOf(last: ListedComplaint | undefined, order: ComplaintFilter['order']): string | null {
  if (last === undefined) return null;
  const { id, dueOn, dueHalf, submittedAt } = last;
  return order === 'due' ? `${dueOn ?? ''}_${dueHalf ?? ''}_${id}` : `${submittedAt}__${id}`;
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string, order: ComplaintFilter['order']): ComplaintCursor | null {
  const [key = '', half = '', id = ''] = after.split('_');
  const isKey = order === 'due' ? isLocalDate(key) : z.iso.datetime({ precision: 3 }).safeParse(key).success;
  return isKey && z.uuid().safeParse(id).success ? { key, half, id } : null;
}
