import type { Instant } from '@bihuan/api/domain';
import { openChance } from './chance.ts';
import type { DepartmentCode } from './demo-departments.ts';
import { complaintBeginning } from './draw-beginnings.ts';
import { MATTERS, type Matter } from './matters/index.ts';
import type { OfficeHours } from './office-hours.ts';
import { drawPlot, type Plot, type Rest } from './plot.ts';
import type { Beginning } from './run-stories.ts';

/** A case that has to be seen in one state at the end, as long as it has been waiting there. */
type Staged = {
  readonly restsIn: Rest;
  readonly department: DepartmentCode;
  /** Half-days since it came to rest. */
  readonly waits: number;
  readonly change?: Partial<Plot>;
  readonly complexity?: Plot['matter']['complexity'];
};

/** The half-days from filing to each state, one a step. */
const STEPS: Readonly<Record<Rest, number>> = {
  submitted: 0,
  accepted: 1,
  proposed: 2,
  registered: 3,
  assigned: 2,
  returned: 3,
  returned_twice: 5,
  signed: 3,
  awaiting_complainant: 4,
  advancing: 4,
  suspended: 5,
  strike_off_requested: 6,
  verifying: 7,
  one_finding: 8,
  findings_disagree: 9,
  findings_agree: 9,
  rework: 10,
  disposed: 10,
  answered: 11,
  disputed: 13,
  closed: 13,
  reopened: 14,
  rebounded: 14,
};

const STAGED: readonly Staged[] = [
  {
    restsIn: 'awaiting_complainant',
    department: 'utility',
    waits: 3,
    change: { question: 'answered', channel: 'walk_in' },
  },
  { restsIn: 'verifying', department: 'labour', waits: 2, change: { openness: 'anonymous' } },
  { restsIn: 'one_finding', department: 'planning', waits: 0, change: { openness: 'anonymous' } },
  { restsIn: 'accepted', department: 'approval', waits: 0, change: { isSplit: true } },
  { restsIn: 'submitted', department: 'approval', waits: 0 },
  { restsIn: 'submitted', department: 'tax', waits: 0 },
  { restsIn: 'submitted', department: 'property', waits: 1 },
  { restsIn: 'submitted', department: 'utility', waits: 3 },
  { restsIn: 'accepted', department: 'market', waits: 0 },
  { restsIn: 'accepted', department: 'social', waits: 1 },
  { restsIn: 'accepted', department: 'finance', waits: 6, complexity: 'ordinary' },
  { restsIn: 'proposed', department: 'economy', waits: 1, change: { importance: 'key' } },
  { restsIn: 'proposed', department: 'property', waits: 2, change: { importance: 'listed' } },
  { restsIn: 'registered', department: 'planning', waits: 1, change: { importance: 'key' } },
  { restsIn: 'assigned', department: 'approval', waits: 0 },
  { restsIn: 'assigned', department: 'approval', waits: 1 },
  { restsIn: 'assigned', department: 'property', waits: 0 },
  { restsIn: 'returned', department: 'planning', waits: 0, change: { returns: 1 } },
  { restsIn: 'returned', department: 'economy', waits: 2, change: { returns: 1 } },
  { restsIn: 'returned_twice', department: 'planning', waits: 1, change: { returns: 2, ruling: 'reject' } },
  { restsIn: 'signed', department: 'approval', waits: 0 },
  { restsIn: 'signed', department: 'labour', waits: 1 },
  { restsIn: 'advancing', department: 'approval', waits: 6, complexity: 'ordinary' },
  { restsIn: 'advancing', department: 'approval', waits: 7, complexity: 'ordinary' },
  { restsIn: 'advancing', department: 'approval', waits: 12, complexity: 'ordinary' },
  { restsIn: 'advancing', department: 'approval', waits: 9, complexity: 'complex' },
  { restsIn: 'advancing', department: 'property', waits: 24, complexity: 'complex' },
  { restsIn: 'advancing', department: 'utility', waits: 36, complexity: 'complex' },
  { restsIn: 'advancing', department: 'tax', waits: 2, complexity: 'complex' },
  { restsIn: 'awaiting_complainant', department: 'labour', waits: 2, change: { question: 'answered' } },
  { restsIn: 'awaiting_complainant', department: 'approval', waits: 8, change: { question: 'answered' } },
  {
    restsIn: 'suspended',
    department: 'city',
    waits: 4,
    change: { isSuspended: true },
    complexity: 'complex',
  },
  { restsIn: 'strike_off_requested', department: 'approval', waits: 0 },
  { restsIn: 'strike_off_requested', department: 'ecology', waits: 1 },
  { restsIn: 'verifying', department: 'market', waits: 1 },
  {
    restsIn: 'verifying',
    department: 'property',
    waits: 0,
    change: { openness: 'anonymous' },
  },
  { restsIn: 'verifying', department: 'construction', waits: 6 },
  { restsIn: 'one_finding', department: 'tax', waits: 0 },
  { restsIn: 'one_finding', department: 'social', waits: 1 },
  { restsIn: 'one_finding', department: 'city', waits: 1 },
  {
    restsIn: 'findings_disagree',
    department: 'city',
    waits: 1,
    change: { verification: 'third_finds_resolved' },
  },
  { restsIn: 'findings_agree', department: 'approval', waits: 0, change: { verification: 'resolved' } },
  { restsIn: 'findings_agree', department: 'utility', waits: 1, change: { verification: 'unresolved' } },
  { restsIn: 'rework', department: 'approval', waits: 2, change: { verification: 'unresolved' } },
  { restsIn: 'rework', department: 'city', waits: 1, change: { verification: 'false_request' } },
  {
    restsIn: 'disposed',
    department: 'property',
    waits: 2,
    change: { verification: 'unresolved', disposition: 'watch' },
  },
  {
    restsIn: 'disposed',
    department: 'planning',
    waits: 4,
    change: { verification: 'unresolved', disposition: 'refer_up' },
  },
  {
    restsIn: 'disposed',
    department: 'ecology',
    waits: 3,
    change: { verification: 'unresolved', disposition: 'long_running' },
  },
  { restsIn: 'answered', department: 'market', waits: 1, change: { reaction: 'silence' } },
  { restsIn: 'answered', department: 'innovation', waits: 6, change: { reaction: 'silence' } },
  { restsIn: 'disputed', department: 'construction', waits: 0, change: { reaction: 'dispute' } },
  { restsIn: 'disputed', department: 'approval', waits: 1, change: { reaction: 'dispute' } },
  { restsIn: 'reopened', department: 'labour', waits: 0, change: { reopens: true, reaction: 'confirm' } },
  { restsIn: 'rebounded', department: 'city', waits: 1, change: { rebounds: true, reaction: 'confirm' } },
];

/** Three cases to try the portal with; their form tokens are fixed, so that their query codes can be found again. */
const TO_TRY: readonly (Staged & { readonly once: string })[] = [
  {
    once: 'demo-under-supervision',
    restsIn: 'advancing',
    department: 'approval',
    waits: 3,
    complexity: 'ordinary',
  },
  {
    once: 'demo-answered',
    restsIn: 'answered',
    department: 'tax',
    waits: 2,
    change: { reaction: 'silence' },
  },
  { once: 'demo-closed', restsIn: 'closed', department: 'labour', waits: 4, change: { reaction: 'confirm' } },
];

/** What every staged case has unless it says otherwise: nothing out of the ordinary. */
const PLAIN: Partial<Plot> = {
  fate: 'supervised',
  channel: 'portal',
  openness: 'confidential',
  duplicate: 'none',
  importance: 'normal',
  returns: 0,
  signing: 'prompt',
  question: 'none',
  hasSupplement: false,
  hasUrge: false,
  withdrawsLate: false,
  isSplit: false,
  isSuspended: false,
  reports: 'regular',
  callsInVain: 0,
  verification: 'resolved',
  disposition: 'strike_off',
  reopens: false,
  rebounds: false,
  isBrisk: true,
};

/** The staged cases, begun so that each comes to rest where it should at `present`. */
export function stageCases(seed: string, hours: OfficeHours, present: Instant): readonly Beginning[] {
  const staged = STAGED.map((one, index) => ({ ...one, once: `${seed}/staged/${index}` }));
  return [...staged, ...TO_TRY].map(({ once, ...one }) => {
    const { restsIn, department, waits, change } = one;
    const chance = openChance(once);
    const matter = chance.pick(fittingMatters(one));
    const plot: Plot = { ...drawPlot(chance, department), ...PLAIN, matter, restsIn, ...change };
    const at = hours.before(present, STEPS[restsIn] + waits + 1, chance);
    return complaintBeginning(`${seed}/${once}`, plot, at, once);
  });
}

/** Not so simple that nobody waits, of the complexity asked for; anonymous ones are of citizens. */
function fittingMatters({ department, complexity, change }: Staged): readonly Matter[] {
  return MATTERS[department].filter(
    (matter) =>
      matter.locale !== 'en' &&
      !matter.desk.startsWith('12345') &&
      (complexity === undefined ? matter.complexity !== 'simple' : matter.complexity === complexity) &&
      (change?.openness !== 'anonymous' || matter.kind === 'citizen'),
  );
}

/** The form tokens of the cases to try the portal with. */
export const TOKENS_TO_TRY: readonly string[] = TO_TRY.map(({ once }) => once);
