import { assignItem, openItem, signItem, type House } from '@bihuan/api';
import { localDateOf, type StaffActor } from '@bihuan/api/domain';
import pg from 'pg';

const DEPARTMENTS = 12;
const TERM_DAYS = 10;

/** Copies of one item with a stream of its own each; hashes do not fit any more, which no sweep looks at. */
const COPIES = `INSERT INTO copy_of SELECT $1::uuid, gen_random_uuid(), 'DB-' || $2 || '-' || n FROM generate_series(1, $3::int) n`;
const EVENTS = `INSERT INTO event (stream, stream_id, version, type, at, actor, data, prev_hash, hash)
SELECT e.stream, c.id, e.version, e.type, e.at, e.actor,
  CASE WHEN e.type = 'ItemProposed' THEN e.data || jsonb_build_object('id', c.id, 'number', c.number) ELSE e.data END, e.prev_hash, e.hash
FROM event e JOIN copy_of c ON c.original = e.stream_id`;
const ROWS = (columns: string) => `INSERT INTO supervision_item (id, number, ${columns})
SELECT c.id, c.number, ${columns.replaceAll(/(\w+)/g, 'i.$1')} FROM supervision_item i JOIN copy_of c ON c.original = i.id`;
const PARTICIPATIONS = `INSERT INTO participation (item_id, department_id, duty)
SELECT c.id, p.department_id, p.duty FROM participation p JOIN copy_of c ON c.original = p.item_id`;

const PARTICIPANTS = `INSERT INTO item_participant (item_id, department_id, listed_on, is_struck_off)
SELECT c.id, p.department_id, p.listed_on, p.is_struck_off FROM item_participant p JOIN copy_of c ON c.original = p.item_id`;

/** `count` items signed for and advancing since `house.now()`, all alike but for the department that leads. */
export async function loadOpenItems(house: House, url: string, count: number): Promise<void> {
  const originals = await openOriginals(house);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TEMPORARY TABLE copy_of (original uuid, id uuid, number text)');
    for (const [at, id] of originals.entries())
      await client.query(COPIES, [id, at, Math.floor(count / DEPARTMENTS) - 1]);
    await client.query(EVENTS);
    const { rows } = await client.query<{ columns: string }>(
      `SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns
WHERE table_name = 'supervision_item' AND column_name NOT IN ('id', 'number')`,
    );
    await client.query(ROWS(rows[0]?.columns ?? ''));
    await client.query(PARTICIPATIONS);
    await client.query(PARTICIPANTS);
    await client.query('VACUUM ANALYZE event, supervision_item, participation, item_participant');
  } finally {
    await client.end();
  }
}

/** One item for each department, opened and signed for through the use cases. */
async function openOriginals(house: House): Promise<readonly string[]> {
  const office = await unit(house, 'O90', 'office');
  const triage = await person(house, office, 'triage_admin');
  const ids: string[] = [];
  for (let at = 0; at < DEPARTMENTS; at += 1) {
    const departmentId = await unit(house, `D${90 + at}`, 'department');
    const officer = await person(house, departmentId, 'department_officer');
    const matter = {
      source: 'appraisal_finding',
      basis: `考核发现${at}号`,
      problem: `第${at}项指标连续落后，须查明原因`,
    };
    const { itemId } = taken(await openItem(house, triage, { ...matter, doubleReason: '各部门分别核实' }));
    const dueOn = localDateOf(new Date(Date.parse(house.now()) + 7 * 86_400_000).toISOString());
    const assignment = {
      ...{ itemId, leadDepartmentId: departmentId, workingDays: TERM_DAYS, doubleReason: '各部门分别核实' },
      measures: [{ text: '查明原因并提出整改措施', departmentId, dueOn }],
    };
    taken(await assignItem(house, triage, assignment));
    taken(await signItem(house, officer, { itemId }));
    ids.push(itemId);
  }
  return ids;
}

async function unit(house: House, code: string, kind: 'department' | 'office'): Promise<string> {
  const id = house.newId();
  const activeFrom = new Date('2020-01-01');
  await house.db.prisma.department.create({ data: { id, code, name: code, nameEn: code, kind, activeFrom } });
  return id;
}

async function person(
  house: House,
  departmentId: string,
  role: StaffActor['roles'][number],
): Promise<StaffActor> {
  const staffId = house.newId();
  const data = { id: staffId, login: staffId, name: role, passwordHash: '', departmentId, roles: [role] };
  await house.db.prisma.staff.create({ data: { ...data, createdAt: house.now() } });
  return { kind: 'staff', staffId, departmentId, roles: [role] };
}

function taken<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
