import { isCreditCode } from '@bihuan/api/domain';
import type { Chance } from './chance.ts';

/** Who files a complaint, as typed into the form. Everybody is invented; numbers are of a range nobody has. */
export type Complainant = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
};

const SURNAMES = [...'甲乙丙丁戊己庚辛壬癸'];
const TITLES = ['先生', '女士', '师傅', '同学'];
const FOREIGN_NAMES = ['Alex Example', 'Sam Sample', 'Robin Placeholder', 'Kim Specimen'];
const FIRST = [
  '青禾',
  '云帆',
  '澄光',
  '星垣',
  '朗沃',
  '柏舟',
  '瑞弧',
  '启纬',
  '麦芒',
  '远岫',
  '白泽',
  '闻溪',
];
const TRADE = [
  '智能装备',
  '生物科技',
  '集成电路',
  '软件技术',
  '新材料',
  '检测服务',
  '医疗器械',
  '餐饮管理',
  '物流',
  '文化创意',
];
const CREDIT_ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** Draws a citizen. */
export function drawCitizen(chance: Chance, locale: 'zh-CN' | 'en'): Complainant {
  const name =
    locale === 'en' ? chance.pick(FOREIGN_NAMES) : `${chance.pick(SURNAMES)}${chance.pick(TITLES)}`;
  return { name, ...drawContact(chance), enterpriseName: '', creditCode: '' };
}

/** Draws somebody who files for an enterprise. */
export function drawEnterprise(chance: Chance, locale: 'zh-CN' | 'en'): Complainant {
  const enterpriseName =
    locale === 'en'
      ? `${chance.pick(['Lantern', 'Willow', 'Harbour', 'Meridian'])} Demonstration Co., Ltd.`
      : `${chance.pick(FIRST)}${chance.pick(TRADE)}（演示）有限公司`;
  const creditCode = chance.happens(0.8) ? drawCreditCode(chance) : '';
  const { name } = drawCitizen(chance, locale);
  return { name, ...drawContact(chance), enterpriseName, creditCode };
}

function drawContact(chance: Chance): { phone: string; email: string } {
  const digits = String(chance.whole(0, 9999)).padStart(4, '0');
  const email = chance.happens(0.35) ? `reporter${digits}@example.com` : '';
  return { phone: `1990000${digits}`, email };
}

/** A code whose check character is right and whose division (990000) does not exist. */
function drawCreditCode(chance: Chance): string {
  const stem = `91990000${Array.from({ length: 9 }, () => chance.pick(CREDIT_ALPHABET)).join('')}`;
  const code = CREDIT_ALPHABET.map((check) => stem + check).find(isCreditCode);
  if (code === undefined) throw new Error(`no check character fits ${stem}`);
  return code;
}
