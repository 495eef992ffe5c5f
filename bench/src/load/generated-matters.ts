/** Texts in the manner of complaints, drawn by chance from parts; the same number gives the same text. */
const PLACES = [
  '科创路',
  '创业大道',
  '滨河新区',
  '火炬园',
  '软件园二期',
  '锦绣苑',
  '阳光里小区',
  '翠湖花园',
  '物流港',
  '保税区',
  '东站片区',
  '生物医药园',
];
const THINGS: readonly (readonly [category: string, things: readonly string[]])[] = [
  ['tax-1', ['增值税发票领用', '发票额度调整', '纳税申报更正', '电子税务局登录']],
  ['market-2', ['电梯年检', '锅炉检验', '特种设备登记', '叉车使用登记']],
  ['labour-1', ['社保转移', '参保登记', '医保停保', '异地就医备案']],
  ['project-2', ['施工许可', '图审意见', '消防验收', '联合验收']],
  ['property-1', ['不动产首次登记', '房产过户', '抵押注销', '宗地分割']],
  ['enterprise-2', ['经营范围变更', '法人变更', '股权变更', '地址变更备案']],
  ['planning-4', ['物业维修资金', '小区路灯', '停车位划线', '电动车充电桩']],
];
const STEPS = ['窗口受理', '材料初审', '现场核查', '部门会签', '领导签批', '系统录入', '制证发证'];
const TROUBLES = [
  '要求补的材料每次都不一样',
  '说系统升级让改天再来',
  '两个部门互相推',
  '承诺五个工作日，过了三周没有结果',
  '没有出具一次性告知书',
  '电话没有人接',
  '退件不写理由',
  '要求提供没有依据的证明',
];
const WISHES = ['请尽快办结', '请说明法规依据', '请明确由哪个部门负责', '请书面答复', '请退还多收的费用'];
const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';

export type GeneratedMatter = {
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly category: string;
};

export function generatedMatter(number: number): GeneratedMatter {
  const draw = chance(number);
  const [category, things] = draw(THINGS);
  const [place, thing, step] = [draw(PLACES), draw(things), draw(STEPS)];
  const house = 1 + (Math.floor(number / 7) % 900);
  const who = `${draw([...NAMES])}${draw([...NAMES])}${draw([...NAMES])}`;
  const title = `${place}${house}号${thing}卡在${step}`;
  const sentences = Array.from({ length: 4 }, () => `${draw(STEPS)}环节${draw(TROUBLES)}`);
  const body = `${who}公司办理${thing}，在${step}时${draw(TROUBLES)}。${sentences.join('；')}。前后跑了${1 + (number % 9)}趟，${draw(WISHES)}。`;
  return { title, body, place: `${place}${house}号`, category };
}

function chance(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = (seed + 1) * 2654435761;
  return (items) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return items[(state >>> 0) % items.length] as (typeof items)[number];
  };
}
