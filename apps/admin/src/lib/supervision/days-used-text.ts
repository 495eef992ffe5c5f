import { BALL_SIDES, type BallSide, type StretchCause } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export const sideTerm: Readonly<Record<BallSide, () => string>> = {
  lead: m.supervision_side_lead,
  cooperating: m.supervision_side_cooperating,
  complainant: m.supervision_side_complainant,
  office: m.supervision_side_office,
};

export const stretchCauseTerm: Readonly<Record<StretchCause, () => string>> = {
  assignment: m.supervision_why_assignment,
  sign: m.supervision_why_sign,
  measures: m.supervision_why_measures,
  request: m.supervision_why_request,
  answer: m.supervision_why_answer,
  extension: m.supervision_why_extension,
  dispute: m.dispute_why,
  returned: m.supervision_why_returned,
  suspended: m.supervision_why_suspended,
  verification: m.supervision_why_verification,
  disposed: m.supervision_why_disposed,
};

/** How many working days each side used, in one line: all four, for a none is said too. */
export function daysUsedText(sums: Readonly<Record<BallSide, number>>): string {
  const total = String(BALL_SIDES.reduce((sum, side) => sum + sums[side], 0));
  return m.supervision_days_used_of({ total, parts: partsText(BALL_SIDES, sums) });
}

/** The same where there is little room: only the sides that used any. */
export function daysUsedBrief(sums: Readonly<Record<BallSide, number>>): string {
  return partsText(
    BALL_SIDES.filter((side) => sums[side] > 0),
    sums,
  );
}

function partsText(sides: readonly BallSide[], sums: Readonly<Record<BallSide, number>>): string {
  return sides
    .map((side) => m.supervision_days_used_part({ side: sideTerm[side](), days: String(sums[side]) }))
    .join(m.admin_list_comma());
}
