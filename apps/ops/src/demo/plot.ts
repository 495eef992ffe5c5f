import type { Channel, Importance, Openness, SatisfactionLevel } from '@bihuan/api/domain';
import type { Chance } from './chance.ts';
import { MATTERS, type Matter } from './matters/index.ts';
import { departmentOf, type ZoneCode } from './more-departments.ts';

/** Where a story comes to rest for good, so that the state is there to be seen. */
export type Rest =
  | 'submitted'
  | 'accepted'
  | 'proposed'
  | 'registered'
  | 'assigned'
  | 'returned'
  | 'returned_twice'
  | 'signed'
  | 'advancing'
  | 'suspended'
  | 'awaiting_complainant'
  | 'strike_off_requested'
  | 'verifying'
  | 'one_finding'
  | 'findings_disagree'
  | 'findings_agree'
  | 'rework'
  | 'disposed'
  | 'answered'
  | 'disputed'
  | 'closed'
  | 'reopened'
  | 'rebounded';

/** What the two findings come to, the first time they are asked for. */
export type Verification =
  | 'resolved'
  | 'third_finds_resolved'
  | 'third_finds_unresolved'
  | 'unresolved'
  | 'false_request';

export type Disposition = 'strike_off' | 'watch' | 'long_running' | 'refer_up';

/** What will happen in one story, drawn before it is told. */
export type Plot = {
  readonly department: ZoneCode;
  readonly matter: Matter;
  readonly channel: Channel;
  readonly openness: Openness;
  readonly fate: 'declined' | 'withdrawn' | 'settled' | 'supervised';
  /** Somebody else files the same; it is merged, and sometimes parted again. */
  readonly duplicate: 'none' | 'merged' | 'parted';
  readonly importance: Importance;
  /** How often the department sends it back, and what the office makes of it. */
  readonly returns: 0 | 1 | 2;
  readonly ruling: 'reject' | 'uphold' | 'reassign';
  readonly signing: 'prompt' | 'silent';
  readonly question: 'none' | 'answered' | 'unanswered';
  readonly hasSupplement: boolean;
  readonly hasUrge: boolean;
  readonly withdrawsLate: boolean;
  /** It tells of two matters, and triage splits it. */
  readonly isSplit: boolean;
  readonly isSuspended: boolean;
  readonly reports: 'regular' | 'late' | 'repeated';
  /** Share of the time allowed after which the department says it is done. */
  readonly finish: number;
  /** How many calls go unanswered before one is. Three, and an assessor corroborates instead. */
  readonly callsInVain: 0 | 1 | 2 | 3;
  readonly verification: Verification;
  readonly disposition: Disposition;
  readonly reaction: 'confirm' | 'silence' | 'dispute';
  readonly satisfaction: SatisfactionLevel;
  readonly isRated: boolean;
  readonly reopens: boolean;
  readonly rebounds: boolean;
  readonly restsIn: Rest | null;
  /** One half-day from step to step, whatever the department is like. */
  readonly isBrisk: boolean;
};

/** Draws what happens to a complaint about a department, after its character. */
export function drawPlot(chance: Chance, department: ZoneCode): Plot {
  const { character, like } = departmentOf(department);
  const matter = chance.pick(MATTERS[like]);
  const isTrue = chance.happens(character.truth);
  const isSimple = matter.complexity === 'simple';
  const isContent = isTrue && chance.happens(0.9);
  return {
    department,
    matter,
    channel: drawChannel(chance, matter),
    openness: chance.weighted({
      confidential: 62,
      open: 28,
      anonymous: matter.kind === 'citizen' ? 20 : 0,
    }),
    fate: chance.weighted({
      declined: 7,
      withdrawn: 3,
      settled: isSimple ? 65 : 6,
      supervised: isSimple ? 25 : 84,
    }),
    duplicate: chance.weighted({ none: 93, merged: 6, parted: 1 }),
    importance: chance.weighted({ normal: 93, key: 5, listed: 2 }),
    returns: chance.happens(character.returns) ? (chance.happens(0.15) ? 2 : 1) : 0,
    ruling: chance.weighted({ reject: 6, uphold: 2, reassign: 2 }),
    signing: chance.happens(character.silence) ? 'silent' : 'prompt',
    question: chance.weighted({ none: 88, answered: 10, unanswered: 2 }),
    hasSupplement: chance.happens(0.09),
    hasUrge: chance.happens(0.12),
    isSplit: false,
    withdrawsLate: chance.happens(0.02),
    isSuspended: matter.complexity === 'complex' && chance.happens(0.05),
    reports: drawReports(chance, character.carelessness),
    finish: drawFinish(chance, character.pace),
    callsInVain: chance.pick([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3] as const),
    verification: isTrue
      ? chance.weighted({
          resolved: 92,
          third_finds_resolved: 8,
          third_finds_unresolved: 0,
          unresolved: 0,
          false_request: 0,
        })
      : chance.weighted({
          unresolved: 62,
          third_finds_unresolved: 23,
          false_request: 15,
          resolved: 0,
          third_finds_resolved: 0,
        }),
    disposition:
      isTrue || chance.happens(0.7)
        ? 'strike_off'
        : chance.weighted({ watch: 4, long_running: 3, refer_up: 3, strike_off: 0 }),
    reaction: isContent
      ? chance.weighted({ confirm: 55, silence: 42, dispute: 3 })
      : chance.weighted({ confirm: 20, silence: 40, dispute: 40 }),
    satisfaction: drawSatisfaction(chance, isContent),
    isRated: chance.happens(0.5),
    reopens: chance.happens(isContent ? 0.02 : 0.12),
    rebounds: chance.happens(0.03),
    restsIn: null,
    isBrisk: false,
  };
}

function drawChannel(chance: Chance, matter: Matter): Channel {
  if (matter.desk.startsWith('12345')) return 'transfer_12345';
  return chance.weighted({ portal: 52, walk_in: 27, phone: 12, transfer_12345: 9, api: 0 });
}

function drawReports(chance: Chance, carelessness: number): Plot['reports'] {
  if (!chance.happens(carelessness)) return 'regular';
  return chance.happens(0.6) ? 'late' : 'repeated';
}

/** Around the pace of the department; now and then something takes far longer. */
function drawFinish(chance: Chance, pace: number): number {
  const usual = pace * (0.7 + 0.5 * chance.fraction());
  return chance.happens(0.06) ? Math.min(2.4, usual * (1.5 + 1.5 * chance.fraction())) : usual;
}

function drawSatisfaction(chance: Chance, isContent: boolean): SatisfactionLevel {
  return isContent
    ? chance.weighted({
        very_satisfied: 34,
        satisfied: 42,
        basically_satisfied: 19,
        dissatisfied: 4,
        very_dissatisfied: 1,
      })
    : chance.weighted({
        very_satisfied: 1,
        satisfied: 8,
        basically_satisfied: 25,
        dissatisfied: 42,
        very_dissatisfied: 24,
      });
}
