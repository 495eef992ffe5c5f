import { randomBytes } from 'node:crypto';
import { acceptComplaint, openHouse, signItem, submitComplaint, type House, type Result } from '@bihuan/api';
import type { Role, StaffActor } from '@bihuan/api/domain';
import { castPeople } from '@bihuan/api/testing/cast';
import { anAssignedItem } from '@bihuan/api/testing/stages';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { countAuditFaults } from './count-faults.ts';

const NOW = '2026-10-12T01:00:00.000Z';
const CONNECTIONS = 40;
const MATTER = {
  ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential', name: '反映人甲' },
  ...{ phone: '13800138000', title: '营业执照等了一个月', body: '每次去都说系统在升级，让回去等通知。' },
};

/**
 * So many people at one moment: all sign one item, and all accept one complaint, once saying which version they saw and once
 * not. One wins each time, everybody else is refused, one event is written, and the audit finds nothing.
 */
export async function drillRace(people: number): Promise<boolean> {
  const database = await openScratchDatabase(NOW);
  const masterKey = randomBytes(32).toString('base64');
  const opened = openHouse({ databaseUrl: database.url, masterKey, maxConnections: CONNECTIONS });
  const house = { ...opened, now: () => NOW };
  try {
    const cast = await castPeople(house);
    const officers = await crowd(house, people, cast.approvals, 'department_officer');
    const triage = await crowd(house, people, cast.triage.departmentId, 'triage_admin');
    const rows = [];
    for (const isVersionSaid of [true, false]) {
      const how = isVersionSaid ? 'version said' : 'version not said';
      const { itemId } = await anAssignedItem(house, cast);
      const { version: itemVersion } = await house.db.prisma.supervisionItem.findUniqueOrThrow({
        where: { id: itemId },
      });
      const item = { itemId, ...(isVersionSaid && { version: itemVersion }) };
      rows.push({
        what: `one item, ${how}`,
        ...(await raceOf(house, itemId, officers, (officer) => signItem(house, officer, item))),
      });
      const filed = await submitComplaint(house, { kind: 'complainant', complaintId: '' }, MATTER);
      if (!filed.ok) throw new Error(JSON.stringify(filed));
      const { complaintId } = filed.value;
      const complaint = {
        complaintId,
        category: 'enterprise',
        complexity: 'ordinary',
        ...(isVersionSaid && { version: 1 }),
      };
      rows.push({
        what: `one complaint, ${how}`,
        ...(await raceOf(house, complaintId, triage, (admin) => acceptComplaint(house, admin, complaint))),
      });
    }
    const faults = await countAuditFaults(house);
    await keep(
      'race',
      rows,
      `one wins, the others are refused, one event, 0 faults of the audit (${faults})`,
    );
    return (
      faults === 0 &&
      rows.every((row) => row.won === 1 && row.refused === people - 1 && row.failed === 0 && row.events === 1)
    );
  } finally {
    await house.close();
    await database.close();
  }
}

async function raceOf(
  house: House,
  streamId: string,
  people: readonly StaffActor[],
  act: (actor: StaffActor) => Promise<Result<unknown>>,
) {
  const countEvents = () => house.db.prisma.event.count({ where: { streamId } });
  const before = await countEvents();
  const results = await Promise.allSettled(people.map(act));
  const given = results.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  return {
    people: people.length,
    won: given.filter(({ ok }) => ok).length,
    refused: given.filter((one) => !one.ok && one.kind === 'refusal').length,
    failed: results.length - given.filter((one) => one.ok || one.kind === 'refusal').length,
    events: (await countEvents()) - before,
  };
}

async function crowd(
  house: House,
  count: number,
  departmentId: string,
  role: Role,
): Promise<readonly StaffActor[]> {
  const roles = [role];
  const staff = Array.from({ length: count }, (_, index) => ({
    id: house.newId(),
    login: `${role}-${index}`,
  }));
  await house.db.prisma.staff.createMany({
    data: staff.map((one) => ({
      ...one,
      name: one.login,
      passwordHash: '',
      departmentId,
      roles,
      createdAt: house.now(),
    })),
  });
  return staff.map(({ id }) => ({ kind: 'staff', staffId: id, departmentId, roles }));
}
