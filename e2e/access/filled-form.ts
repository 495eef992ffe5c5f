import { inputCodeOf } from './input-code.ts';
import { statusOfForm, type Answer } from './office.ts';

const TEXT = '按规定核对情况并记录在案';
const NONE = '00000000-0000-4000-8000-000000000000';
const DAYS = /(On|From|from|to|on)$/;

/** Words that a choice of this name has on one page or another. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ruling: [
    'upheld',
    'dismissed',
    'uphold',
    'reject',
    'reassign',
    'measure_upheld',
    'confirmed',
    'agreed',
    'granted',
  ],
  outcome: [
    'solved',
    'valid',
    'no_answer',
    'satisfied',
    'confirmed',
    'voluntary',
    'done',
    'cleared',
    'explained',
  ],
  reason: ['consultation', 'not_handler', 'malicious', 'wrong_department', 'other', 'beyond_duty'],
  fault: ['no_substance', 'late', 'false', 'incomplete', 'vague', 'no_change'],
  level: ['good', 'full', 'active', 'satisfied', 'poor', 'timely'],
  purpose: ['verification', 'verify', 'inspection', 'site_visit', 'supervision', 'corroboration'],
  mode: ['all', 'each', 'digest', 'at_once', 'none', 'daily'],
  key: ['filed', 'received', 'submitted', 'accepted'],
  kind: ['talk', 'visit', 'announced', 'site_visit', 'unannounced'],
  of: ['report', 'measure', 'item', 'progress', 'finding'],
  source: ['superior_task', 'superior', 'leader_assignment', 'leader'],
  severity: ['minor', 'serious', 'major'],
  complexity: ['ordinary', 'simple', 'complex'],
  category: ['comprehensive_service', 'economic_development', 'other'],
  colour: ['yellow', 'red'],
  direction: ['up'],
  field: ['phone'],
  rhythm: ['month'],
  method: ['linear'],
  origin: ['own'],
};

type Ids = { readonly departmentId: string; readonly staffId: string };

/**
 * Sends a form as somebody who is expected to be refused, filled in until its fields are no longer what stands against it, and
 * returns what did stand against it. What was filled in is left in `body`.
 */
export async function statusOfFilledForm(
  path: string,
  cookie: string,
  ids: Ids,
  body: Record<string, string>,
): Promise<Answer> {
  const tries = new Map<string, number>();
  for (let round = 0; ; round += 1) {
    const answer = await statusOfForm(path, cookie, body);
    if (answer.status !== 422 || round === 10) return answer;
    for (const [field, sentence] of Object.entries(answer.fields)) {
      const tried = tries.get(field) ?? 0;
      tries.set(field, tried + 1);
      body[field] = valueFor(field, inputCodeOf(sentence), tried, ids);
    }
  }
}

function valueFor(field: string, code: string, tried: number, { departmentId, staffId }: Ids): string {
  const name = field.split('.').at(-1) ?? field;
  switch (code) {
    case 'not_a_choice':
      return CHOICES[name]?.[tried] ?? '';
    case 'not_a_number':
    case 'out_of_range':
      return name === 'year' ? '2026' : String(tried + 1);
    case 'not_a_date':
      return '2026-12-31';
    case 'unknown_department':
      return departmentId;
    case 'unknown_staff':
      return staffId;
    case 'phone_malformed':
      return '13800138000';
    case 'malformed':
      return [NONE, '2026-11', '12', '2026-Q4', '1'][tried] ?? '';
    default:
  }
  if (/staff|inspector/i.test(name) && name.endsWith('Id')) return staffId;
  if (/department/i.test(name)) return departmentId;
  if (/Id$|^(ref|results)$/.test(name)) return NONE;
  if (/^(is|has)[A-Z]/.test(name)) return 'yes';
  if (name === 'month') return '2026-11';
  if (name === 'period') return '2026-Q3';
  if (DAYS.test(name)) return '2026-12-31';
  return tried === 0 ? TEXT : TEXT.repeat(3);
}
