import type { CooperationLevel, CooperationSide } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

/** What each side of joint work is called. */
export const cooperationSideTerm: Readonly<Record<CooperationSide, () => string>> = {
  whistle: m.cooperation_side_whistle,
  report: m.cooperation_side_report,
};

/** How good it was. */
export const cooperationLevelTerm: Readonly<Record<CooperationLevel, () => string>> = {
  good: m.cooperation_level_good,
  adequate: m.cooperation_level_adequate,
  poor: m.cooperation_level_poor,
};
