import { readCardList, readNames, type DepartmentName, type ListedCard } from '@bihuan/db';
import { CARD_COLOURS, CARD_STATUSES, type Actor, type CardStatus } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from '../supervision/item-scope.ts';
import { NOTICED } from './card-scope.ts';

const empty = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(empty, schema.optional()).transform((value) => value ?? null);

const PAGE = 50;

const schema = z.object({
  /** `running`: all that still asks somebody for something; `any`; or one state. */
  status: z.preprocess(empty, choice(['running', 'any', ...CARD_STATUSES]).default('running')),
  colour: optional(choice(CARD_COLOURS)),
  departmentId: optional(z.uuid('unknown_department')),
  itemId: optional(z.uuid('malformed')),
  /** The `next` of the page before. */
  after: z.string('malformed').max(80, 'malformed').default(''),
});

export type CardLine = Omit<ListedCard, 'departmentId'> & { readonly department: DepartmentName | null };

export type CardList = {
  readonly lines: readonly CardLine[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
};

const RUNNING: readonly CardStatus[] = ['proposed', 'issued', 'objected', 'upheld'];

/** Cards, the latest first. A department sees its own, once it got notice. */
export async function listCards(house: House, actor: Actor, raw: unknown): Promise<Result<CardList>> {
  const scope = itemScope(actor);
  if (scope.kind === 'none') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { status, after, departmentId, ...rest } = parsed.value;
  const asked = status === 'any' ? CARD_STATUSES : status === 'running' ? RUNNING : [status];
  const isDepartment = scope.kind === 'department';
  const filter = {
    ...rest,
    statuses: isDepartment ? asked.filter((one) => NOTICED.includes(one)) : asked,
    departmentId: isDepartment ? scope.departmentId : departmentId,
  };
  const rows = await readCardList(house.db, filter, cursorOf(after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const { departments } = await readNames(
    house.db,
    page.map((row) => row.departmentId),
  );
  return done({
    lines: page.map(({ departmentId: id, ...row }) => ({ ...row, department: departments.get(id) ?? null })),
    next: rows.length > PAGE && last ? `${last.proposedAt}_${last.id}` : null,
  });
}

/** A cursor that was tampered with begins at the first page. */
function cursorOf(after: string): { proposedAt: string; id: string } | null {
  const [proposedAt = '', id = ''] = after.split('_');
  const isWhole = z.iso.datetime().safeParse(proposedAt).success && z.uuid().safeParse(id).success;
  return isWhole ? { proposedAt, id } : null;
}
