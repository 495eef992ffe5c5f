import {
  composePeriod,
  findLookAlikes,
  listCallbacks,
  listComplaints,
  listItems,
  listMessages,
  listNoAnswers,
  listNotices,
  openTracking,
  presentPeriod,
  readComplaint,
  readInbox,
  readOverview,
  readScoreboard,
  readScoreSheet,
  searchEverything,
  trackComplaint,
  type House,
} from '@bihuan/api';
import type { Role, StaffActor } from '@bihuan/api/domain';
import { generatedMatter } from './generated-matters.ts';

/** A use case that people wait for; `ask` gets the number of the call, so that calls differ. */
export type HotQuery = {
  readonly what: string;
  readonly ask: (nth: number) => Promise<unknown>;
};

/** What every role asks most, each as itself, of a house filled from the demonstration. */
export async function hotQueries(house: House): Promise<readonly HotQuery[]> {
  const { pool } = house.db;
  const staff = await pool.query<{ id: string; departmentId: string; roles: Role[] }>(
    `SELECT id, department_id AS "departmentId", roles FROM staff WHERE is_active ORDER BY login`,
  );
  const as = (role: Role): StaffActor => {
    const found = staff.rows.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return { kind: 'staff', staffId: found.id, departmentId: found.departmentId, roles: found.roles };
  };
  // Cases of the demonstration itself: what events of copies say does not fit.
  const cases = await pool.query<{ id: string; number: string }>(
    `SELECT complaint.id, tracking_number AS number FROM contact JOIN complaint ON complaint.id = contact.complaint_id
WHERE name IS NOT NULL AND item_id IS NOT NULL ORDER BY submitted_at DESC LIMIT 200`,
  );
  const caseAt = (nth: number) => cases.rows[nth % cases.rows.length] ?? { id: '', number: '' };
  const { id: period } = await presentPeriod(house);
  const [triage, clerk, officer, head, inspector, assessor, leader] = [
    ...([
      'triage_admin',
      'clerk',
      'department_officer',
      'department_head',
      'inspector',
      'assessor',
      'leader',
    ] as const),
  ].map(as) as [StaffActor, StaffActor, StaffActor, StaffActor, StaffActor, StaffActor, StaffActor];
  const text = (nth: number) => generatedMatter(31 * nth).title.slice(-4);
  return [
    {
      what: 'track: number and code',
      ask: (nth) =>
        openTracking(house, `10.0.${nth}.1`, { number: caseAt(nth).number, code: 'AAAA-AAAA-AAAA' }),
    },
    {
      what: 'track: promise page',
      ask: (nth) =>
        trackComplaint(
          house,
          { kind: 'complainant', complaintId: caseAt(nth).id },
          { complaintId: caseAt(nth).id },
        ),
    },
    {
      what: 'complaint page (triage)',
      ask: (nth) => readComplaint(house, triage, { id: caseAt(nth).id, complaintId: caseAt(nth).id }),
    },
    { what: 'triage queue', ask: () => listComplaints(house, triage, { order: 'due' }) },
    { what: 'complaints, open (triage)', ask: () => listComplaints(house, triage, {}) },
    { what: 'complaints, any (leader)', ask: () => listComplaints(house, leader, { status: 'any' }) },
    {
      what: 'complaints, words (triage)',
      ask: (nth) => listComplaints(house, triage, { status: 'any', text: text(nth) }),
    },
    { what: 'complaints, open (clerk)', ask: () => listComplaints(house, clerk, {}) },
    { what: 'complaints, any (clerk)', ask: () => listComplaints(house, clerk, { status: 'any' }) },
    { what: 'complaints, open (officer)', ask: () => listComplaints(house, officer, {}) },
    { what: 'complaints, any (officer)', ask: () => listComplaints(house, officer, { status: 'any' }) },
    { what: 'complaints, open (inspector)', ask: () => listComplaints(house, inspector, {}) },
    { what: 'supervision list (triage)', ask: () => listItems(house, triage, {}) },
    { what: 'supervision list, ever (leader)', ask: () => listItems(house, leader, { status: 'any' }) },
    { what: 'supervision list (officer)', ask: () => listItems(house, officer, {}) },
    { what: 'supervision list, ever (officer)', ask: () => listItems(house, officer, { status: 'any' }) },
    {
      what: 'supervision list (inspector)',
      ask: () => listItems(house, inspector, { inspectorId: inspector.staffId }),
    },
    {
      what: 'supervision list, words',
      ask: (nth) => listItems(house, triage, { text: text(nth), status: 'any' }),
    },
    { what: 'inbox (triage)', ask: () => readInbox(house, triage) },
    { what: 'inbox (clerk)', ask: () => readInbox(house, clerk) },
    { what: 'inbox (officer)', ask: () => readInbox(house, officer) },
    { what: 'inbox (head)', ask: () => readInbox(house, head) },
    { what: 'inbox (inspector)', ask: () => readInbox(house, inspector) },
    { what: 'inbox (assessor)', ask: () => readInbox(house, assessor) },
    { what: 'callbacks due (clerk)', ask: () => listCallbacks(house, clerk) },
    { what: 'register of noes', ask: () => listNoAnswers(house, triage, {}) },
    { what: 'search (triage)', ask: (nth) => searchEverything(house, triage, { text: text(nth) }) },
    { what: 'search (officer)', ask: (nth) => searchEverything(house, officer, { text: text(nth) }) },
    {
      what: 'look-alikes',
      ask: (nth) =>
        findLookAlikes(
          house,
          { id: null, departmentId: null, submittedAt: house.now(), ...generatedMatter(37 * nth) },
          5,
        ),
    },
    { what: 'sheet of all departments', ask: () => composePeriod(house, period) },
    {
      what: 'sheet of one department',
      ask: () => readScoreSheet(house, officer, { departmentId: officer.departmentId, period }),
    },
    { what: 'scoreboard', ask: () => readScoreboard(house, {}) },
    { what: 'overview (leader)', ask: () => readOverview(house, leader) },
    {
      what: 'messages',
      ask: () => listMessages(house, triage, {}).catch(() => 'copies are sealed for another row'),
    },
    { what: 'bell (officer)', ask: () => listNotices(house, officer, {}) },
  ];
}
