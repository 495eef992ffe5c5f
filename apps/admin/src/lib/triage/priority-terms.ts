import type { Impact, Urgency } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export const impactTerm: Readonly<Record<Impact, () => string>> = {
  one: m.triage_impact_one,
  several: m.triage_impact_several,
  many: m.triage_impact_many,
};

export const urgencyTerm: Readonly<Record<Urgency, () => string>> = {
  can_wait: m.triage_urgency_can_wait,
  hindering: m.triage_urgency_hindering,
  pressing: m.triage_urgency_pressing,
};
