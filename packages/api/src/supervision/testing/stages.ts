import type { Failure, Result } from '../../result.ts';
import type { House } from '../../house.ts';
import { submitComplaint } from '../../complaint/submit-complaint.ts';
import { Work } from '../../work.ts';
import { completeMeasure } from '../complete-measure.ts';
import { openVerification } from '../open-verification.ts';
import { reportProgress } from '../report-progress.ts';
import { requestStrikeOff } from '../request-strike-off.ts';
import { routeComplaint } from '../route-complaint.ts';
import { signItem } from '../sign-item.ts';
import type { Cast } from './cast.ts';

/** The value of a result that has to be one. Throws with the refusal otherwise. */
export function taken<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** The refusal code of a result that has to be refused. */
export function refusalOf(result: Result<unknown>): string {
  const failure = result as Failure;
  return failure.kind === 'refusal' ? failure.refusal.code : JSON.stringify(result);
}

const MATTER = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  title: '工商变更跑了四趟没办成',
  body: '经营范围变更材料交了四次，每次要求补的都不一样，窗口也不出具一次性告知书。',
  name: '反映人甲',
  phone: '13800138000',
};

/** A complaint that was filed and accepted as ordinary (five working days). */
export async function anAcceptedComplaint(house: House, cast: Cast, matter: object = {}): Promise<string> {
  const anyone = { kind: 'complainant', complaintId: '' } as const;
  const { complaintId } = taken(await submitComplaint(house, anyone, { ...MATTER, ...matter }));
  const work = new Work(house, cast.triage);
  taken(
    await work.commandComplaint(complaintId, {
      type: 'accept',
      category: 'business',
      complexity: 'ordinary',
    }),
  );
  taken(await work.save());
  return complaintId;
}

/** What the triage admin types to route: approvals leads, construction cooperates, one measure each, due in two days. */
export function aRoute(cast: Cast, complaintId: string) {
  return {
    complaintId,
    leadDepartmentId: cast.approvals,
    cooperatingDepartmentIds: [cast.construction],
    measures: [
      { text: '出具一次性告知书', departmentId: cast.approvals, dueOn: '2026-10-14' },
      { text: '核对施工许可材料', departmentId: cast.construction, dueOn: '2026-10-14' },
    ],
    problem: '经营范围变更多次往返',
    doubleReason: '当事企业不同，分别核实',
  };
}

/** An item just assigned, with its complaint. */
export async function anAssignedItem(house: House, cast: Cast, matter: object = {}) {
  const complaintId = await anAcceptedComplaint(house, cast, matter);
  const { itemId } = taken(await routeComplaint(house, cast.triage, aRoute(cast, complaintId)));
  return { complaintId, itemId };
}

/** Measures of an item, in order. */
export function measureIds(house: House, itemId: string): Promise<readonly string[]> {
  const rows = house.db.prisma.measureRow.findMany({ where: { itemId }, orderBy: { ordinal: 'asc' } });
  return rows.then((found) => found.map(({ id }) => id));
}

/** Signed, reported on and with both measures completed. */
export async function anItemWithMeasuresDone(house: House, cast: Cast, matter: object = {}) {
  const { complaintId, itemId } = await anAssignedItem(house, cast, matter);
  taken(await signItem(house, cast.officer, { itemId }));
  const [first, second] = await measureIds(house, itemId);
  taken(await reportProgress(house, cast.officer, { itemId, text: '已约谈窗口负责人', percent: 60 }));
  taken(
    await completeMeasure(house, cast.officer, { itemId, measureId: first, evidence: '告知书编号 2026-118' }),
  );
  taken(
    await completeMeasure(house, cast.cooperatingOfficer, {
      itemId,
      measureId: second,
      evidence: '核对记录一份',
    }),
  );
  return { complaintId, itemId };
}

/** Strike-off requested and an inspector named; no finding yet. */
export async function anItemBeingVerified(house: House, cast: Cast, matter: object = {}) {
  const { complaintId, itemId } = await anItemWithMeasuresDone(house, cast, matter);
  taken(await requestStrikeOff(house, cast.officer, { itemId, claim: '两项举措均已完成' }));
  const inspectorId = cast.inspector.staffId;
  taken(await openVerification(house, cast.triage, { itemId, inspectorId }));
  return { complaintId, itemId };
}
