import { expect, test } from 'vitest';
import { COMPLAINT_COMMANDS, type ComplaintCommandType } from '../complaint/complaint-command.ts';
import { aStaffMember } from '../testing/index.ts';
import { ROLES, SYSTEM, type Actor } from './actor.ts';
import { COMPLAINT_AUTHORITY, isOneOf } from './authority.ts';

/** own and oth: the complainant of this complaint and of another; sys: the clock. */
const TABLE = `
                        cle tri off hea ins ass app lea cus aud adm own oth sys
accept                   -   +   -   -   -   -   -   -   -   -   -   -   -   -
decline                  -   +   -   -   -   -   -   -   -   -   -   -   -   -
object_to_decline        -   -   -   -   -   -   -   -   -   -   -   +   -   -
decide_objection         -   +   -   -   -   -   -   +   -   -   -   -   -   -
merge                    -   +   -   -   -   -   -   -   -   -   -   -   -   -
join                     -   -   -   -   -   -   -   -   -   -   -   +   -   -
unmerge                  -   +   -   -   -   -   -   -   -   -   -   -   -   -
split                    -   +   -   -   -   -   -   -   -   -   -   -   -   -
reclassify               -   +   -   -   -   -   -   -   -   -   -   -   -   -
withdraw                 -   -   -   -   -   -   -   -   -   -   -   +   -   -
undo_import              +   +   -   -   -   -   -   -   -   -   -   -   -   -
record_check_call        +   -   -   -   -   -   -   -   -   -   -   -   -   -
settle_on_the_spot       +   +   -   -   -   -   -   -   -   -   -   -   -   -
place_under_supervision  -   +   -   -   -   -   -   -   -   -   -   -   -   -
ask_complainant          -   +   -   -   -   -   -   -   -   -   -   -   -   -
reply                    +   -   -   -   -   -   -   -   -   -   -   +   -   -
time_out_question        -   -   -   -   -   -   -   -   -   -   -   -   -   +
publish_answer           -   +   -   -   -   -   -   -   -   -   -   -   -   -
confirm                  -   -   -   -   -   -   -   -   -   -   -   +   -   -
close_in_silence         -   -   -   -   -   -   -   -   -   -   -   -   -   +
dispute                  -   -   -   -   -   -   -   -   -   -   -   +   -   -
reopen                   -   +   -   -   -   -   -   -   -   -   -   +   -   -
request_review           -   -   -   -   -   -   -   -   -   -   -   +   -   -
decide_review            -   -   -   -   +   +   -   +   -   -   -   -   -   -
propose_final            -   +   -   -   -   -   -   -   -   -   -   -   -   -
decide_final             -   -   -   -   -   -   -   +   -   -   -   -   -   -
rate                     -   -   -   -   -   -   -   -   -   -   -   +   -   -
record_callback          +   -   -   -   -   -   -   -   -   -   -   -   -   -
supplement               +   -   -   -   -   -   -   -   -   -   -   +   -   -
correct_contact          +   -   -   -   -   -   -   -   -   -   -   +   -   -
remove_contact           -   -   -   -   -   -   -   -   -   -   -   -   -   +
place_hold               -   -   -   -   -   -   -   -   +   -   -   -   -   -
lift_hold                -   -   -   -   -   -   -   -   +   -   -   -   -   -
urge                     -   -   -   -   -   -   -   -   -   -   -   +   -   -
extend_resolution        -   +   -   -   -   -   -   +   -   -   -   -   -   -
cross_deadline           -   -   -   -   -   -   -   -   -   -   -   -   -   +
recompute_due            -   -   -   -   -   -   -   -   -   -   -   -   -   +
`;

const ACTORS: Readonly<Record<string, Actor>> = {
  cle: aStaffMember('clerk', 'any'),
  tri: aStaffMember('triage_admin', 'any'),
  off: aStaffMember('department_officer', 'any'),
  hea: aStaffMember('department_head', 'any'),
  ins: aStaffMember('inspector', 'any'),
  ass: aStaffMember('assessor', 'any'),
  app: aStaffMember('appraisal_admin', 'any'),
  lea: aStaffMember('leader', 'any'),
  cus: aStaffMember('custodian', 'any'),
  aud: aStaffMember('auditor', 'any'),
  adm: aStaffMember('system_admin', 'any'),
  own: { kind: 'complainant', complaintId: 'complaint-1' },
  oth: { kind: 'complainant', complaintId: 'complaint-2' },
  sys: SYSTEM,
};

const [heading = '', ...lines] = TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/);
const cells = lines.flatMap((line) => {
  const [command = '', ...row] = line.split(/\s+/);
  return row.map((cell, column) => [columns[column] ?? '', command as ComplaintCommandType, cell] as const);
});

test('the table is whole', () => {
  const roles = Object.values(ACTORS).flatMap((actor) => (actor.kind === 'staff' ? actor.roles : []));
  expect(roles).toEqual([...ROLES]);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([...COMPLAINT_COMMANDS]);
  expect(cells).toHaveLength(37 * 14);
});

test.each(cells)('%s may %s: %s', (column, command, cell) => {
  const actor = ACTORS[column];
  if (actor === undefined) throw new Error(`no actor ${column}`);
  expect(isOneOf(actor, COMPLAINT_AUTHORITY[command], 'complaint-1')).toBe(cell === '+');
});

test('somebody with several roles may what one of them may', () => {
  const both: Actor = { kind: 'staff', staffId: 's', departmentId: 'd', roles: ['auditor', 'triage_admin'] };
  expect(isOneOf(both, COMPLAINT_AUTHORITY.accept, 'complaint-1')).toBe(true);
  expect(isOneOf({ ...both, roles: [] }, COMPLAINT_AUTHORITY.accept, 'complaint-1')).toBe(false);
});
