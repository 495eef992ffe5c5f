import { DEPARTMENTS, type Character, type DepartmentCode, type Unit } from './demo-departments.ts';

/** A department that only the large demonstration has. */
type MoreCode = `d${number}`;

/** Any department of a demonstration, large or not. */
export type ZoneCode = DepartmentCode | MoreCode;

/** Works like one of the fourteen, on matters like its. */
type Department = Unit & { readonly character: Character; readonly like: DepartmentCode };

/** Name, English name, tier group, and whom it is like; their codes are `d15` to `d60`. */
const MORE: readonly (readonly [string, string, 'A' | 'B' | 'C', DepartmentCode])[] = [
  ['政务服务数据管理局', 'Government Services and Data Administration', 'A', 'approval'],
  ['公共资源交易中心', 'Public Resources Trading Centre', 'A', 'approval'],
  [
    '住房公积金管理中心高新区管理部',
    'Housing Provident Fund Centre, High-Tech Zone Division',
    'A',
    'property',
  ],
  ['医疗保障局', 'Healthcare Security Bureau', 'A', 'labour'],
  ['退役军人事务局', 'Veterans Affairs Bureau', 'A', 'labour'],
  [
    '国家税务总局高新技术产业开发区税务局第一税务分局（办税服务厅）',
    'Tax Bureau of the High-Tech Zone, First Tax Branch (Taxpayer Service Hall)',
    'A',
    'tax',
  ],
  ['公安分局出入境管理大队', 'Public Security Branch, Exit and Entry Brigade', 'A', 'market'],
  ['公安分局交通警察大队车辆管理所', 'Public Security Branch, Vehicle Administration Office', 'A', 'labour'],
  ['公安分局户政管理大队', 'Public Security Branch, Household Registration Brigade', 'A', 'approval'],
  ['市场监督管理综合行政执法大队', 'Market Regulation Law Enforcement Brigade', 'A', 'market'],
  ['食品药品检验检测中心', 'Food and Drug Testing Centre', 'A', 'market'],
  ['社会保险基金管理中心', 'Social Insurance Fund Centre', 'A', 'labour'],
  ['劳动人事争议仲裁院', 'Labour and Personnel Dispute Arbitration Court', 'A', 'labour'],
  ['不动产登记中心抵押登记分中心', 'Real Estate Registration Centre, Mortgage Branch', 'A', 'property'],
  ['公证处', 'Notary Office', 'A', 'tax'],
  [
    '土地储备和房屋征收补偿服务中心',
    'Land Reserve and Housing Expropriation Service Centre',
    'B',
    'planning',
  ],
  ['城乡规划编制研究中心', 'Urban and Rural Planning Research Centre', 'B', 'planning'],
  ['建设工程质量安全监督站', 'Construction Quality and Safety Supervision Station', 'B', 'construction'],
  [
    '建设工程消防设计审查验收服务中心',
    'Fire Protection Design Review and Acceptance Centre',
    'B',
    'construction',
  ],
  ['交通运输局', 'Transport Bureau', 'B', 'construction'],
  ['水务局', 'Water Affairs Bureau', 'B', 'ecology'],
  ['农业农村和水利发展服务中心', 'Agriculture, Rural and Water Development Centre', 'B', 'ecology'],
  ['生态环境保护综合行政执法局', 'Ecological Protection Law Enforcement Bureau', 'B', 'ecology'],
  ['应急管理局', 'Emergency Management Bureau', 'B', 'ecology'],
  ['消防救援大队', 'Fire and Rescue Brigade', 'B', 'construction'],
  ['城市管理综合行政执法局直属一大队', 'City Management Law Enforcement, First Brigade', 'B', 'city'],
  ['市政公用设施养护管理所', 'Municipal Facilities Maintenance Office', 'B', 'city'],
  ['园林绿化管理处', 'Parks and Greening Office', 'B', 'city'],
  ['供水有限责任公司', 'Water Supply Company Limited', 'B', 'utility'],
  ['国网电力公司高新技术产业开发区供电分公司', 'State Grid Power Supply Branch of the Zone', 'B', 'utility'],
  ['燃气热力集团客户服务中心', 'Gas and Heating Group, Customer Service Centre', 'B', 'utility'],
  [
    '商务和投资促进局（自由贸易试验区工作办公室）',
    'Commerce and Investment Promotion Bureau',
    'C',
    'economy',
  ],
  ['统计局', 'Statistics Bureau', 'C', 'economy'],
  ['知识产权保护中心', 'Intellectual Property Protection Centre', 'C', 'innovation'],
  [
    '人才服务和高层次人才创新创业促进中心',
    'Talent Service and Innovation Promotion Centre',
    'C',
    'innovation',
  ],
  ['大数据和工业互联网发展服务中心', 'Big Data and Industrial Internet Centre', 'C', 'innovation'],
  ['国有资产监督管理办公室', 'State-owned Assets Supervision Office', 'C', 'finance'],
  ['地方金融监督管理局', 'Local Financial Supervision Bureau', 'C', 'finance'],
  ['政府采购和国库集中支付中心', 'Government Procurement and Treasury Payment Centre', 'C', 'finance'],
  ['教育体育局', 'Education and Sports Bureau', 'C', 'social'],
  ['卫生健康和疾病预防控制局', 'Health and Disease Control Bureau', 'C', 'social'],
  ['民政局', 'Civil Affairs Bureau', 'C', 'social'],
  ['文化旅游和广播电视新闻出版局', 'Culture, Tourism, Broadcasting and Press Bureau', 'C', 'social'],
  ['综合保税区管理办公室', 'Comprehensive Bonded Zone Office', 'C', 'economy'],
  ['临空产业园区管理服务中心', 'Airport Industrial Park Service Centre', 'C', 'economy'],
  ['梧桐湾街道办事处', 'Wutongwan Subdistrict Office', 'C', 'social'],
];

/** So many more than the fourteen. */
export const MORE_DEPARTMENTS: Readonly<Record<MoreCode, Department>> = Object.fromEntries(
  MORE.map(([name, nameEn, tierGroup, like], at) => {
    const { character } = DEPARTMENTS[like];
    return [`d${at + 15}`, { name, nameEn, tierGroup, character, like }];
  }),
);

const CODES = Object.keys(DEPARTMENTS) as DepartmentCode[];
const MORE_CODES = Object.keys(MORE_DEPARTMENTS) as MoreCode[];

/** The departments of a demonstration: fourteen, or all sixty. */
export function zoneCodes(isLarge: boolean): readonly ZoneCode[] {
  return isLarge ? [...CODES, ...MORE_CODES] : CODES;
}

/** What a department of any demonstration is called, and how it works. */
export function departmentOf(code: ZoneCode): Department {
  const more = MORE_DEPARTMENTS[code as MoreCode];
  if (more !== undefined) return more;
  const like = code as DepartmentCode;
  return { ...DEPARTMENTS[like], like };
}

/** One of the fourteen with all that are like it. */
export function departmentsLike(like: DepartmentCode): readonly ZoneCode[] {
  return [like, ...MORE_CODES.filter((code) => MORE_DEPARTMENTS[code]?.like === like)];
}
