import { addDays, type LocalDate } from '@bihuan/api/domain';
import type { Chance } from './chance.ts';

const STREETS = ['创新一路', '启航路', '云杉路', '星河大道', '银杏街', '数谷北路', '学府支路', '望湖路'];
const STREETS_EN = ['Ginkgo Street', 'Galaxy Avenue', 'Spruce Road', 'Lakeview Road'];
const BUILDINGS = [
  'A3栋',
  'B1栋',
  '12号楼',
  '研发中心2号楼',
  '孵化器5栋',
  '云谷大厦',
  '南苑7号楼',
  '产业园C区',
];

/** The details that fill in the texts of one case. `trips` is a number as well as a word of the text. */
export type CaseDetails = {
  readonly street: string;
  readonly building: string;
  readonly window: number;
  readonly floor: number;
  readonly trips: number;
  readonly days: number;
  readonly count: number;
  readonly amount: number;
  readonly area: number;
  /** The day it began, some weeks before it was filed. */
  readonly day: string;
};

/** Draws the details of a case filed on a day. */
export function drawDetails(chance: Chance, filedOn: LocalDate, locale: 'zh-CN' | 'en'): CaseDetails {
  const days = chance.whole(12, 48);
  const began = addDays(filedOn, -days);
  const [month, day] = [Number(began.slice(5, 7)), Number(began.slice(8))];
  return {
    street: chance.pick(locale === 'en' ? STREETS_EN : STREETS),
    building: chance.pick(BUILDINGS),
    window: chance.whole(2, 36),
    floor: chance.whole(1, 3),
    trips: chance.whole(3, 7),
    days,
    count: chance.whole(4, 28),
    amount: chance.whole(3, 96),
    area: chance.whole(4, 60) * 100,
    day: locale === 'en' ? `${month}/${day}` : `${month}月${day}日`,
  };
}
