import type { Overview } from '@bihuan/api';
import type { Sentence } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '#lib/department-name.ts';
import { pointsText, rateText } from '#lib/points.ts';
import { causeClassTerm } from '#lib/complaint/complaint-terms.ts';
import { lossTerm } from './overview-terms.ts';
import { rowsHref } from './rows-href.ts';

/** A piece of a sentence; with an address it is opened by it. */
export type Part = { readonly text: string; readonly href: string | null };

type Linked = { readonly text: string; readonly href: string };

/** Puts links where the catalogue puts its values, whatever the order of a language. */
function linked<Name extends string>(
  values: Readonly<Record<Name, Linked | string>>,
  say: (slots: Record<Name, string>) => string,
): readonly Part[] {
  const names = Object.keys(values) as Name[];
  const slots = Object.fromEntries(names.map((name, index) => [name, `\u0001${index}\u0001`]));
  return say(slots as Record<Name, string>)
    .split('\u0001')
    .flatMap((text, index): Part[] => {
      if (index % 2 === 0) return text === '' ? [] : [{ text, href: null }];
      const value = values[names[Number(text)] as Name];
      return [typeof value === 'string' ? { text: value, href: null } : value];
    });
}

/** A sentence in words, each number with the rows it counts. */
export function sentenceParts(sentence: Sentence, overview: Overview): readonly Part[] {
  const window = { from: overview.firstDay, to: overview.lastDay };
  const sheet = (id: string) => `/appraisal/${id}?period=${overview.period}`;
  const department = 'departmentId' in sentence ? departmentOf(sentence.departmentId, overview) : '';
  switch (sentence.code) {
    case 'points_lost': {
      const { departmentId, cause: tally, lost, lostOverIt } = sentence;
      const href = rowsHref({ tally, departmentId, ...window });
      const values = {
        department,
        lost: { text: plainPoints(lost), href: sheet(departmentId) },
        part: { text: plainPoints(lostOverIt), href },
        things: { text: String(sentence.things), href },
        cause: lossTerm[tally](),
      };
      return linked(values, lost === lostOverIt ? m.views_points_lost_all : m.views_points_lost);
    }
    case 'overdue': {
      const { departmentId, workingDaysLate } = sentence;
      const href = rowsHref({ tally: 'overdue', departmentId, ...window });
      const things = { text: String(sentence.things), href };
      return linked({ department, things, days: { text: String(workingDaysLate), href } }, m.views_overdue);
    }
    case 'composite_fell': {
      const { departmentId, now, before } = sentence;
      const href = rowsHref({ tally: 'calls_valid', departmentId, ...window });
      const values = {
        department,
        now: { text: rateText(now), href: sheet(departmentId) },
        before: rateText(before),
        fall: ((before - now) * 100).toFixed(1),
        valid: overview.department === null ? { text: String(sentence.valid), href } : String(sentence.valid),
      };
      return linked(values, m.views_composite_fell);
    }
    case 'red_cards': {
      const href = rowsHref({ tally: 'red_cards', departmentId: sentence.departmentId, ...window });
      return linked({ department, rows: { text: String(sentence.rows), href } }, m.views_red_cards);
    }
    case 'came_back': {
      const href = rowsHref({ tally: 'came_back', departmentId: sentence.departmentId, ...window });
      return linked({ department, things: { text: String(sentence.things), href } }, m.views_came_back);
    }
    case 'uncovered': {
      const text = `${sentence.rows}${sentence.isCapped ? '+' : ''}`;
      return linked({ rows: { text, href: '/uncovered' } }, m.views_uncovered);
    }
    case 'recurring': {
      const { category, departmentId, causeClass } = sentence;
      const named = overview.categories.find(({ code }) => code === category);
      const href = `/recurring/${category}/${departmentId}/${causeClass}`;
      const values = {
        department,
        category: named ? departmentName(named) : category,
        cause: causeClassTerm[causeClass](),
        rows: { text: String(sentence.rows), href },
      };
      return linked(values, m.views_recurring);
    }
  }
}

/** How many different things a sentence is about; those it does not name are behind its number. */
export function thingsOf(sentence: Sentence): number {
  return 'things' in sentence ? sentence.things : sentence.size;
}

function departmentOf(id: string, { departments }: Overview): string {
  const found = departments.find((one) => one.id === id);
  return found === undefined ? m.views_no_department() : departmentName(found);
}

/** 600 → 6, 450 → 4.5: as people say points. */
function plainPoints(centipoints: number): string {
  return pointsText(centipoints).replace(/\.?0+$/, '');
}
