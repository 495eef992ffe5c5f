import { ANNUAL_FORM, type YearFigures } from '@bihuan/db';
import { fillText, officialDay, officialPercent, type Instant, type LocalDate } from '@bihuan/domain';
import type { OfficialPaper } from '../bulletin/paper/official-paper.ts';

/** The paper of a year: what was not counted is 0, an average without cases is `—`. */
export function annualPaper(
  year: number,
  figures: YearFigures,
  {
    cutOn,
    madeOn,
    madeAt,
  }: { readonly cutOn: LocalDate; readonly madeOn: LocalDate | null; readonly madeAt: Instant },
): OfficialPaper {
  const { head, issuer, words, openNote, draftNote } = ANNUAL_FORM;
  const struckOff = figures['struck_off'] ?? 0;
  const values: Record<string, string> = {
    year: String(year),
    cut_day: officialDay(cutOn),
    average_days: figures['average_days']?.toFixed(1) ?? '—',
    on_time_rate: struckOff === 0 ? '—' : officialPercent((figures['struck_on_time'] ?? 0) / struckOff),
  };
  const text = (template: string) =>
    fillText(template, values).replace(/\{(\w+)\}/g, (_, key: string) => String(figures[key] ?? 0));
  return {
    ...{ head, issuer, words, annexes: [], copies: '', printedOn: '', madeAt },
    number: madeOn === null ? words.draftNumber : '',
    title: text(ANNUAL_FORM.title),
    recipients: ANNUAL_FORM.recipients,
    sections: ANNUAL_FORM.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map(text),
    })),
    date: madeOn === null ? '' : officialDay(madeOn),
    note: text(madeOn === null ? draftNote : openNote),
  };
}
