import { threeRates } from '../appraisal/three-rates.ts';
import { localDateOf as dayIn, type LocalDate } from '../calendar/index.ts';
import type { SpecialSnapshot } from './bulletin.ts';
import { callbackCountsOf, FIGURES, figureValue, type FigureKey, type MonthSnapshot } from './figure.ts';

export const MONTH_SECTIONS = [
  'opening',
  'complaints',
  'supervision',
  'cards',
  'departments',
  'strike_offs',
  'recurring',
  'coverage',
  'corrections',
  'next_steps',
] as const;
export const SPECIAL_SECTIONS = ['opening', 'situation', 'handling', 'causes', 'requests'] as const;
export type SectionKey = (typeof MONTH_SECTIONS)[number] | (typeof SPECIAL_SECTIONS)[number];

/** Texts that a person writes; numbers get into them only as variables. `title` and `recipients` frame the paper. */
export type TextKey = SectionKey | 'title' | 'recipients' | 'copies';

const RATES = [
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'composite_rate',
  'on_time_rate',
] as const;
type RateKey = (typeof RATES)[number];
const DATES = ['year', 'month', 'first_day', 'last_day', 'cut_day'] as const;
const SPECIAL = [
  'item_number',
  'lead_department',
  'assigned_day',
  'deadline_day',
  'late_days',
  'complaints',
  'reports',
  'yellow_cards',
  'red_cards',
  'returns',
  'reworks',
] as const;

export const MONTH_VARIABLES: readonly string[] = [...DATES, ...FIGURES, ...RATES];
export const SPECIAL_VARIABLES: readonly string[] = ['year', 'month', 'cut_day', ...SPECIAL];

export type BulletinTextFault = 'required' | 'too_long' | 'unknown_variable' | 'stray_brace' | 'figure_typed';

const MOST: Partial<Record<TextKey, number>> = { title: 80, recipients: 120, copies: 200 };
const MOST_OF_SECTION = 3000;
const VARIABLE = /\{([^{}]*)\}/g;
/** A count or a share written by hand: the figures are those of the snapshot, and nobody types another. */
const TYPED_FIGURE = /[0-9０-９][0-9０-９.,，．]*\s*(?:件|项|张|次|%|％|个百分点)/u;
/** Texts about what is to come may count measures. */
const FREE: readonly TextKey[] = [
  'title',
  'recipients',
  'copies',
  'next_steps',
  'causes',
  'requests',
  'handling',
];

/** What stands against a text; null where nothing does. An empty section is left out of the paper; title and recipients may not be. */
export function faultOfText(
  key: TextKey,
  text: string,
  variables: readonly string[],
): BulletinTextFault | null {
  if (text === '') return key === 'title' || key === 'recipients' ? 'required' : null;
  if ([...text].length > (MOST[key] ?? MOST_OF_SECTION)) return 'too_long';
  if (/[{}]/.test(text.replace(VARIABLE, ''))) return 'stray_brace';
  for (const [, name = ''] of text.matchAll(VARIABLE))
    if (!variables.includes(name)) return 'unknown_variable';
  if (!FREE.includes(key) && TYPED_FIGURE.test(text.replace(VARIABLE, ''))) return 'figure_typed';
  return null;
}

/** The text with each variable replaced by what the snapshot holds. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (whole, name: string) => values[name] ?? whole);
}

/** What each variable stands for. Shares in percent with one decimal; `—` where there is no sample, which is not zero. */
export function textValues(snapshot: MonthSnapshot | SpecialSnapshot): Readonly<Record<string, string>> {
  return snapshot.of === 'month' ? monthValues(snapshot) : specialValues(snapshot);
}

/** `2026-10-08` → `2026年10月8日`, as official papers write days. */
export function officialDay(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function monthValues(snapshot: MonthSnapshot): Record<string, string> {
  const { figures, month, firstDay, lastDay, cutAt } = snapshot;
  const counts = FIGURES.map((key): [FigureKey, string] => [key, String(figureValue(figures, key))]);
  const rates = threeRates(callbackCountsOf(figures));
  const struckOff = figureValue(figures, 'items_struck_off');
  const shares: Record<RateKey, number | null> = {
    response_rate: rates && rates.response,
    resolution_rate: rates && rates.resolution,
    satisfaction_rate: rates && rates.satisfaction,
    composite_rate: rates && rates.composite,
    on_time_rate: struckOff === 0 ? null : figureValue(figures, 'items_on_time') / struckOff,
  };
  return {
    ...Object.fromEntries(counts),
    ...Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, officialPercent(share)])),
    year: month.slice(0, 4),
    month: String(Number(month.slice(5))),
    first_day: officialDay(firstDay),
    last_day: officialDay(lastDay),
    cut_day: officialDay(dayIn(cutAt)),
  };
}

function specialValues({ cutAt, facts }: SpecialSnapshot): Record<string, string> {
  const day = dayIn(cutAt);
  const spelt = (value: string | number | null) => (value === null ? '—' : String(value));
  return {
    year: day.slice(0, 4),
    month: String(Number(day.slice(5, 7))),
    cut_day: officialDay(day),
    item_number: facts.number,
    lead_department: facts.leadDepartment ?? '—',
    assigned_day: facts.assignedOn === null ? '—' : officialDay(facts.assignedOn),
    deadline_day: facts.deadlineOn === null ? '—' : officialDay(facts.deadlineOn),
    late_days: spelt(facts.lateDays),
    complaints: String(facts.complaints),
    reports: String(facts.reports),
    yellow_cards: String(facts.yellowCards),
    red_cards: String(facts.redCards),
    returns: String(facts.returns),
    reworks: String(facts.reworks),
  };
}

export function officialPercent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}
