import type { Lineage } from '@bihuan/api';
import type { Channel, LineageKind, Source } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { scoringRuleTerm } from '#lib/appraisal/rule-term.ts';
import { cardColourTerm, cardStatusTerm } from '#lib/card/card-terms.ts';
import { departmentName } from '#lib/department-name.ts';
import { pointsText } from '#lib/points.ts';
import { recurrenceStateText } from '#lib/supervision/recurrence-state.ts';
import { causeClassTerm, complaintStatusTerm } from '#lib/complaint/complaint-terms.ts';
import { channelTerm } from '#lib/complaint/filing-terms.ts';
import { findingKindTerm, findingPartTerm } from '#lib/supervision/finding-terms.ts';
import { itemStatusTerm, sourceTerm } from '#lib/supervision/item-terms.ts';

type Thing = Lineage['things'][number];

export const lineageKindTerm: Readonly<Record<LineageKind, () => string>> = {
  clue: m.views_kind_clue,
  complaint: m.views_kind_complaint,
  item: m.views_kind_item,
  measure: m.views_kind_measure,
  verification: m.views_kind_verification,
  card: m.views_kind_card,
  line: m.views_kind_line,
  bulletin: m.views_kind_bulletin,
  rule_change: m.views_kind_rule_change,
};

export type ThingWords = {
  /** What it goes by. */
  readonly name: string;
  readonly href: string | null;
  /** What it is about. */
  readonly about: string;
  /** Where it stands. */
  readonly state: string;
};

/** A thing of a line of descent in words, with the page it is at home on. */
export function thingWords(thing: Thing, departments: Lineage['departments']): ThingWords {
  const departmentOf = (id: string) => {
    const found = departments.find((one) => one.id === id);
    return found === undefined ? '' : departmentName(found);
  };
  switch (thing.kind) {
    case 'clue':
      return { name: clueText(thing), href: clueHref(thing), about: '', state: '' };
    case 'complaint': {
      const { id, number: name, title: about, status } = thing;
      return { name, href: `/complaints/${id}`, about, state: complaintStatusTerm[status]() };
    }
    case 'item': {
      const { id, number: name, problem: about, status } = thing;
      return { name, href: `/supervision/${id}`, about, state: itemStatusTerm[status]() };
    }
    case 'measure':
      return {
        ...{ name: departmentOf(thing.departmentId), href: `/supervision/${thing.itemId}` },
        about: thing.text,
        state: thing.isCompleted ? m.views_measure_done() : m.views_measure_open(),
      };
    case 'verification':
      return {
        ...{ name: findingPartTerm[thing.part](), href: `/supervision/${thing.itemId}` },
        about: findingKindTerm[thing.findingKind](),
        state: thing.isResolved ? m.views_finding_resolved() : m.views_finding_unresolved(),
      };
    case 'card':
      return {
        ...{ name: thing.number, href: `/cards/${thing.id}` },
        about: [cardColourTerm[thing.colour](), departmentOf(thing.departmentId)].join(' · '),
        state: cardStatusTerm[thing.status](),
      };
    case 'line': {
      const { id, departmentId, period, rule, centipoints } = thing;
      return {
        name: m.views_line_points({ rule: scoringRuleTerm[rule](), points: pointsText(centipoints, true) }),
        href: `/appraisal/${departmentId}?period=${period}&line=${id}#line-${id}`,
        ...{ about: departmentOf(departmentId), state: '' },
      };
    }
    case 'bulletin': {
      const { id, month, number, title } = thing;
      const name = month === null ? m.views_special_report() : m.views_monthly({ month });
      return { name, href: `/bulletins/${month ?? id}`, about: title, state: number ?? '' };
    }
    case 'rule_change': {
      const { category, categoryName, categoryNameEn, departmentId, causeClass, status, changeText } = thing;
      return {
        name: m.views_rule_change_line({
          category: departmentName({ name: categoryName, nameEn: categoryNameEn }),
          cause: causeClassTerm[causeClass](),
        }),
        href: `/recurring/${category}/${departmentId}/${causeClass}`,
        about: [departmentOf(departmentId), changeText ?? ''].filter((text) => text !== '').join(' · '),
        state: recurrenceStateText(status),
      };
    }
  }
}

type Clue = Extract<Thing, { kind: 'clue' }>;

function clueText(clue: Clue): string {
  if (clue.of === 'complaint') {
    const channel = channelTerm[clue.channel as Channel]();
    return clue.externalSource === null
      ? m.views_clue_channel({ channel })
      : m.views_clue_platform({ channel, platform: clue.externalSource });
  }
  return clue.inspectionNumber === null
    ? sourceTerm[clue.source as Source]()
    : m.views_clue_inspection({ number: clue.inspectionNumber });
}

function clueHref(clue: Clue): string | null {
  return clue.of === 'item' && clue.inspectionId !== null ? `/inspections/${clue.inspectionId}` : null;
}
