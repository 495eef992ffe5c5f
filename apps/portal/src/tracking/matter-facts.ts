import type { Tracking } from '@bihuan/api';
import type { CauseClass } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { localName } from '../words/local-name.ts';

/** What was filed beside the text, name by name; without what was left empty. */
export function matterFacts(matter: Tracking['matter']): readonly (readonly [term: string, text: string])[] {
  const { tried, categoryAnswers, serviceItem, aboutDepartment, causeClass, place, wish } = matter;
  const facts: readonly (readonly [string, string])[] = [
    [m.filing_service_item(), serviceItem === null ? '' : localName(serviceItem)],
    ...categoryAnswers.map(
      ({ question, questionEn, answer, answerEn }) =>
        [
          localName({ name: question, nameEn: questionEn }),
          localName({ name: answer, nameEn: answerEn }),
        ] as const,
    ),
    [m.portal_form_tried_desk(), tried.desk],
    [m.portal_form_tried_step(), tried.step],
    [m.portal_form_tried_when(), tried.when],
    [m.portal_form_tried_trips(), tried.trips > 0 ? String(tried.trips) : ''],
    [m.portal_form_tried_answer(), tried.answer],
    [m.portal_form_cause(), m[`cause_class_${causeClass as CauseClass}`]()],
    [m.portal_case_about(), aboutDepartment === null ? '' : localName(aboutDepartment)],
    [m.portal_form_place(), place],
    [m.portal_form_wish(), wish],
  ];
  return facts.filter(([, text]) => text !== '');
}
