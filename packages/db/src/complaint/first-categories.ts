import type { Database } from '../database.ts';

export type FirstCategory = {
  readonly code: string;
  /** The code of the category above; null for a top one. */
  readonly parent: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly position: number;
};

type Branch = readonly [
  code: string,
  name: string,
  nameEn: string,
  ...children: readonly (readonly [string, string])[],
];

/** What a “办不成事” window of a high-tech zone hears of, top category by top category. Children are numbered in their order. */
const BRANCHES: readonly Branch[] = [
  [
    'enterprise',
    '企业开办与变更',
    'Starting and changing a business',
    ['设立登记', 'Registration'],
    ['变更备案', 'Changes and filings'],
    ['注销与清税', 'Deregistration'],
    ['印章、开户与发票', 'Seal, bank account and invoices'],
  ],
  [
    'project',
    '项目审批',
    'Project approval',
    ['立项备案与核准', 'Filing and approval of projects'],
    ['施工许可', 'Construction permit'],
    ['图审与联合验收', 'Drawing review and joint acceptance'],
    ['中介与评估服务', 'Intermediaries and assessments'],
  ],
  [
    'tax',
    '税费办理',
    'Taxes and charges',
    ['申报与发票', 'Filing and invoices'],
    ['退税与留抵', 'Refunds and credits'],
    ['优惠与减免', 'Reliefs and exemptions'],
    ['非税收入与保证金', 'Non-tax charges and deposits'],
  ],
  [
    'labour',
    '社保与人才',
    'Social insurance and talent',
    ['参保与转移', 'Enrolment and transfer'],
    ['工伤与待遇', 'Work injury and benefits'],
    ['人才认定与补贴', 'Talent recognition and subsidies'],
    ['外国人来华工作', 'Work permits of foreigners'],
    ['劳动用工与欠薪', 'Employment and unpaid wages'],
  ],
  [
    'property',
    '不动产登记',
    'Real estate registration',
    ['首次与转移登记', 'First registration and transfer'],
    ['抵押与查封', 'Mortgage and seizure'],
    ['历史遗留问题', 'Problems left from the past'],
    ['信息查询与更正', 'Search and correction'],
  ],
  [
    'planning',
    '规划建设与住房',
    'Planning, construction and housing',
    ['规划许可与核实', 'Planning permit and verification'],
    ['工程质量与竣工', 'Construction quality and completion'],
    ['人才公寓与保障住房', 'Talent flats and public housing'],
    ['物业与维修资金', 'Property management and repair funds'],
  ],
  [
    'market',
    '市场监管与许可',
    'Market regulation and licences',
    ['食品与药械许可', 'Food, drug and device licences'],
    ['特种设备与检验', 'Special equipment and inspection'],
    ['信用修复与异常名录', 'Credit repair and lists of abnormal operations'],
    ['知识产权', 'Intellectual property'],
  ],
  [
    'environment',
    '生态环境',
    'Environment',
    ['环评审批', 'Environmental impact approval'],
    ['排污许可与登记', 'Discharge permits'],
    ['噪声与异味', 'Noise and odour'],
    ['固废与危废', 'Solid and hazardous waste'],
  ],
  [
    'city',
    '城市管理',
    'City management',
    ['占道与户外广告', 'Street occupation and outdoor signs'],
    ['渣土与道路开挖', 'Spoil transport and road opening'],
    ['市容环卫', 'Street cleaning'],
    ['停车与交通', 'Parking and traffic'],
  ],
  [
    'utility',
    '公用报装',
    'Utility connections',
    ['用电报装', 'Electricity'],
    ['供水排水', 'Water and drainage'],
    ['燃气报装', 'Gas'],
    ['通信与宽带', 'Telecommunications'],
  ],
  [
    'policy',
    '惠企政策兑现',
    'Delivery of business policies',
    ['申报条件与口径', 'Conditions and their reading'],
    ['审核进度', 'Progress of review'],
    ['资金拨付', 'Payment'],
    ['承诺与合同履行', 'Promises and contracts'],
  ],
  [
    'people',
    '民生服务',
    'Public services',
    ['入学与学位', 'Schools'],
    ['医疗与医保', 'Health care and health insurance'],
    ['养老与救助', 'Care and assistance'],
    ['户籍与居住证明', 'Residence and certificates'],
  ],
  [
    'conduct',
    '办事态度与效率',
    'Conduct and efficiency',
    ['推诿扯皮', 'Being passed around'],
    ['未一次性告知', 'Not told everything at once'],
    ['服务态度', 'Manner of service'],
    ['系统与自助设备', 'Systems and self-service machines'],
  ],
];

/** The first catalogue; an office changes it afterwards. Codes: `tax`, `tax-2`. */
export const FIRST_CATEGORIES: readonly FirstCategory[] = BRANCHES.flatMap(
  ([code, name, nameEn, ...children], index) => [
    { code, parent: null, name, nameEn, position: (index + 1) * 100 },
    ...children.map(([childName, childNameEn], place) => ({
      code: `${code}-${place + 1}`,
      parent: code,
      name: childName,
      nameEn: childNameEn,
      position: (index + 1) * 100 + place + 1,
    })),
  ],
);

/** Adds those that are not there yet; what an office changed stays as it is. */
export async function loadFirstCategories(db: Pick<Database, 'prisma'>): Promise<void> {
  await db.prisma.category.createMany({ data: [...FIRST_CATEGORIES], skipDuplicates: true });
}
