import {
  namedComplaints,
  openContacts,
  readLatestAnswers,
  readOpenAnswers,
  type OpenAnswerRow,
} from '@bihuan/db';
import { hidePrivateData, localDateOf, type Instant, type Outcome } from '@bihuan/domain';
import type { House } from '../house.ts';
import { hideAll } from '../people/identity/hide-person.ts';
import type { DatasetLine } from './dataset.ts';

/** An answer as everybody may read it. */
export type OpenAnswer = {
  /** Stands for the complaint and cannot be traced back to it. */
  readonly id: string;
  readonly answeredAt: Instant;
  readonly outcome: Outcome;
  readonly title: string;
  readonly text: string;
};

const PAGE = 500;
const FEED = 50;

/** Every published answer, page by page. */
export async function* answerLines(house: House): AsyncGenerator<readonly DatasetLine<'answers'>[]> {
  const { prisma } = house.db;
  const [categories, departments] = await Promise.all([
    prisma.category.findMany({ select: { code: true, name: true } }),
    prisma.department.findMany({ select: { id: true, code: true, name: true } }),
  ]);
  const categoryNames = new Map(categories.map(({ code, name }) => [code, name]));
  const departmentOf = new Map(departments.map((department) => [department.id, department]));
  for (let after: string | null = null; ;) {
    const rows: readonly OpenAnswerRow[] = await readOpenAnswers(house.db, after, PAGE);
    const answers = await withoutPersons(house, rows);
    yield answers.map(({ id, answeredAt, outcome, title, text }, at) => {
      const { category = null, departmentId = null } = rows[at] ?? {};
      const department = departmentOf.get(departmentId ?? '');
      return {
        ...{ answer_id: id, answered_on: localDateOf(answeredAt), outcome, title, answer: text },
        ...{ category, category_name: categoryNames.get(category ?? '') ?? null },
        ...{ department_code: department?.code ?? null, department_name: department?.name ?? null },
      };
    });
    after = rows.at(-1)?.complaintId ?? null;
    if (rows.length < PAGE) return;
  }
}

/** The latest published answers, for a feed. */
export async function listOpenAnswers(house: House): Promise<readonly OpenAnswer[]> {
  return withoutPersons(house, await readLatestAnswers(house.db, FEED));
}

/** What was given as contact data, and whatever else tells of a person or an enterprise, is hidden wherever it was typed. */
async function withoutPersons(house: House, rows: readonly OpenAnswerRow[]): Promise<readonly OpenAnswer[]> {
  const ids = rows.map(({ complaintId }) => complaintId);
  const [contacts, named, enterprises] = await Promise.all([
    openContacts(house.db, ids, house.keyring),
    namedComplaints(house.db, ids),
    house.db.prisma.complaint.findMany({
      where: { id: { in: ids } },
      select: { id: true, enterpriseName: true, creditCode: true },
    }),
  ]);
  const enterpriseOf = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]));
  return rows.map(({ complaintId, answeredAt, outcome, title, text }) => {
    const contact = contacts.get(complaintId);
    const enterprise = enterpriseOf.get(complaintId);
    const words = [
      ...[contact?.name, contact?.phone, contact?.email, enterprise?.enterpriseName, enterprise?.creditCode],
      ...[contact?.representative?.name, contact?.representative?.phone],
    ].filter((word): word is string => word !== undefined && word.trim().length > 1);
    return {
      id: house.keyring.keyedHash('open_answer', complaintId).toString('hex').slice(0, 24),
      ...{ answeredAt, outcome },
      ...(named.has(complaintId)
        ? { title: hideAll(title), text: hideAll(text) }
        : { title: hidePrivateData(title, words), text: hidePrivateData(text, words) }),
    };
  });
}
