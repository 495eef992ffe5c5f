import { m } from '@bihuan/ui/messages';

type Chip = { readonly value: string; readonly label: string };

/** What is kept is Chinese, whatever language the clerk reads. */
const zh = { locale: 'zh-CN' } as const;

const chip = (text: (inputs: Record<never, never>, options?: typeof zh) => string): Chip => ({
  value: text({}, zh),
  label: text({}),
});

/** At which step it failed. */
export const stepChips = (): readonly Chip[] =>
  [
    m.hall_step_ticket,
    m.hall_step_advice,
    m.hall_step_papers,
    m.hall_step_accepting,
    m.hall_step_review,
    m.hall_step_result,
  ].map(chip);

/** When it was tried. */
export const whenChips = (): readonly Chip[] =>
  [m.hall_when_today, m.hall_when_week, m.hall_when_month, m.hall_when_earlier].map(chip);

/** What the staff there answered. */
export const answerChips = (): readonly Chip[] =>
  [
    m.hall_answer_papers,
    m.hall_answer_not_ours,
    m.hall_answer_system,
    m.hall_answer_wait,
    m.hall_answer_forbidden,
    m.hall_answer_none,
  ].map(chip);

/** How many trips. */
export const tripChips = (): readonly Chip[] =>
  ['1', '2', '3', '4', '5'].map((value) => ({
    value,
    label: value === '5' ? m.hall_trips_five() : m.hall_trips({ count: value }),
  }));
