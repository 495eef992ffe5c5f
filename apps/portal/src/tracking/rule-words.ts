import type { DeadlineRule } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { localName } from '../words/local-name.ts';

/** Why the handling has the days it has; null where that is no matter of its complexity. */
export function ruleWords({ term, days: given, category }: DeadlineRule): string | null {
  const days = String(given);
  const said =
    term === 'simple'
      ? m.rule_term_simple({ days })
      : term === 'ordinary'
        ? m.rule_term_ordinary({ days })
        : term === 'complex'
          ? m.rule_term_complex({ days })
          : null;
  if (said === null || category === null) return said && m.rule_public({ said });
  return m.rule_public_category({ name: localName(category), said });
}
