/** How a department of the demonstration works; the simulation draws its conduct from it. */
export type Character = {
  /** Share of the time allowed that a matter usually takes; above 1 is late. */
  readonly pace: number;
  /** How often nobody signs, so that silence does. */
  readonly silence: number;
  /** How often it sends an item back. */
  readonly returns: number;
  /** How often a progress report is late, or repeats the last one. */
  readonly carelessness: number;
  /** How often what it says is done turns out done. */
  readonly truth: number;
};

export type Unit = {
  readonly name: string;
  readonly nameEn: string;
  /** Which departments it is fairly compared with; none for offices. */
  readonly tierGroup: string | null;
};

const QUICK: Character = { pace: 0.6, silence: 0.02, returns: 0.02, carelessness: 0.04, truth: 0.96 };
const STEADY: Character = { pace: 0.8, silence: 0.06, returns: 0.05, carelessness: 0.1, truth: 0.9 };
const BUSY: Character = { pace: 1, silence: 0.12, returns: 0.07, carelessness: 0.28, truth: 0.85 };
const SLOW: Character = { pace: 1.25, silence: 0.25, returns: 0.08, carelessness: 0.45, truth: 0.78 };
const DEFENSIVE: Character = { pace: 0.9, silence: 0.08, returns: 0.32, carelessness: 0.18, truth: 0.84 };
const SHOWY: Character = { pace: 0.65, silence: 0.03, returns: 0.05, carelessness: 0.3, truth: 0.62 };

/** Departments that may be complained about, of an invented high-tech zone. */
export const DEPARTMENTS = {
  approval: {
    name: '行政审批局',
    nameEn: 'Administrative Approval Bureau',
    tierGroup: 'A',
    character: QUICK,
  },
  market: { name: '市场监督管理局', nameEn: 'Market Regulation Bureau', tierGroup: 'A', character: STEADY },
  tax: { name: '税务局', nameEn: 'Tax Bureau', tierGroup: 'A', character: STEADY },
  labour: {
    name: '人力资源和社会保障局',
    nameEn: 'Human Resources and Social Security Bureau',
    tierGroup: 'A',
    character: BUSY,
  },
  property: {
    name: '不动产登记中心',
    nameEn: 'Real Estate Registration Centre',
    tierGroup: 'A',
    character: SLOW,
  },
  planning: {
    name: '自然资源和规划局',
    nameEn: 'Natural Resources and Planning Bureau',
    tierGroup: 'B',
    character: DEFENSIVE,
  },
  construction: {
    name: '住房和建设局',
    nameEn: 'Housing and Construction Bureau',
    tierGroup: 'B',
    character: BUSY,
  },
  ecology: {
    name: '生态环境局',
    nameEn: 'Ecology and Environment Bureau',
    tierGroup: 'B',
    character: STEADY,
  },
  city: { name: '城市管理局', nameEn: 'City Management Bureau', tierGroup: 'B', character: SHOWY },
  utility: { name: '公用事业服务中心', nameEn: 'Utilities Service Centre', tierGroup: 'B', character: SLOW },
  innovation: {
    name: '科技创新局',
    nameEn: 'Science and Innovation Bureau',
    tierGroup: 'C',
    character: QUICK,
  },
  economy: {
    name: '经济发展局',
    nameEn: 'Economic Development Bureau',
    tierGroup: 'C',
    character: DEFENSIVE,
  },
  finance: { name: '财政金融局', nameEn: 'Finance Bureau', tierGroup: 'C', character: BUSY },
  social: { name: '社会事业局', nameEn: 'Social Affairs Bureau', tierGroup: 'C', character: STEADY },
} as const satisfies Record<string, Unit & { character: Character }>;

export type DepartmentCode = keyof typeof DEPARTMENTS;

/** Offices that run the loop; nobody complains about them and they are not scored. */
export const OFFICES = {
  window: { name: '政务服务中心“办不成事”反映窗口', nameEn: 'Service Centre, “Cannot Get It Done” Window' },
  supervision: { name: '督查督办办公室', nameEn: 'Supervision Office' },
  inspection: { name: '督查核实组', nameEn: 'Inspection Unit' },
  appraisal: { name: '绩效考核中心', nameEn: 'Performance Appraisal Centre' },
  leaders: { name: '管委会', nameEn: 'Administrative Committee' },
  audit: { name: '纪检监察审计组', nameEn: 'Discipline and Audit Group' },
  general: { name: '管委会办公室（信息保护岗）', nameEn: 'General Office, Data Protection Desk' },
  information: { name: '信息中心', nameEn: 'Information Centre' },
} as const;

export type OfficeCode = keyof typeof OFFICES;
