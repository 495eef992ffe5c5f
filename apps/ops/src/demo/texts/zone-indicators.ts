import type { DepartmentCode } from '../demo-departments.ts';

type Shared = {
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly target: string;
  readonly base?: string;
  readonly stretch?: string;
  readonly dataSource: string;
  readonly owners: readonly (readonly [department: DepartmentCode, weight: number])[];
  /** The document of whoever set the task; none for an indicator of the zone's own. */
  readonly taskOf?: string;
  readonly isLessBetter?: true;
  readonly accumulates?: true;
  readonly rhythm?: 'quarter';
  /** By month, from January; the month's last figure. */
  readonly values: readonly string[];
};

export type ZoneIndicator = Shared &
  (
    | { readonly method: 'linear' | 'pass_fail' | 'jury' }
    | { readonly method: 'steps'; readonly steps: readonly (readonly [from: string, points: string])[] }
    | { readonly method: 'deduction'; readonly per: string; readonly each: string }
  );

/** What an invented high-tech zone asks of its departments in a year; the weights of each come to 100. */
export const ZONE_INDICATORS: readonly ZoneIndicator[] = [
  {
    ...{ name: '规模以上工业增加值增速', category: 'economic_development', unit: '%', method: 'linear' },
    ...{ base: '6', target: '8', stretch: '10', dataSource: '统计部门月报', owners: [['economy', 40]] },
    values: ['8.6', '8.3', '8.1', '7.8', '7.6', '7.9', '7.4', '7.1', '7.2', '6.9', '6.6', '6.4'],
  },
  {
    ...{ name: '实际使用外资', category: 'economic_development', unit: '亿美元', method: 'linear' },
    ...{ base: '1.8', target: '2.4', stretch: '2.8', accumulates: true, dataSource: '商务部门统计平台' },
    ...{
      taskOf: '省商务厅〔2026〕12号',
      owners: [
        ['economy', 30],
        ['finance', 20],
      ],
    },
    values: ['0.21', '0.42', '0.66', '0.83', '1.02', '1.2', '1.31', '1.43', '1.52', '1.6', '1.74', '1.9'],
  },
  {
    ...{ name: '固定资产投资增速', category: 'economic_development', unit: '%', method: 'linear' },
    ...{
      base: '5',
      target: '9',
      dataSource: '统计部门月报',
      owners: [
        ['economy', 30],
        ['construction', 20],
      ],
    },
    values: ['9.8', '9.5', '9.4', '9.1', '9.2', '9.3', '9.0', '9.1', '9.4', '9.3', '9.2', '9.1'],
  },
  {
    ...{
      name: '亩均税收',
      category: 'economic_development',
      unit: '万元/亩',
      method: 'linear',
      rhythm: 'quarter',
    },
    ...{ base: '30', target: '42', stretch: '48', accumulates: true, dataSource: '税务部门季报' },
    owners: [
      ['tax', 60],
      ['finance', 30],
    ],
    values: ['', '', '10.9', '', '', '21.6', '', '', '31.9', '', '', '42.8'],
  },
  {
    ...{
      name: '研发经费投入强度',
      category: 'economic_development',
      unit: '%',
      method: 'linear',
      rhythm: 'quarter',
    },
    ...{ base: '3.6', target: '4.5', stretch: '5', dataSource: '科技统计快报', owners: [['innovation', 60]] },
    values: ['', '', '4.4', '', '', '4.5', '', '', '4.7', '', '', '4.8'],
  },
  {
    ...{
      name: '重点项目开工率',
      category: 'park_construction',
      unit: '%',
      target: '95',
      dataSource: '重点项目调度台账',
    },
    ...{
      method: 'steps',
      steps: [
        ['75', '60'],
        ['85', '80'],
        ['95', '100'],
      ],
    },
    owners: [
      ['construction', 40],
      ['planning', 30],
    ],
    values: ['100', '96', '95', '93', '92', '90', '91', '88', '87', '86', '85.5', '85'],
  },
  {
    ...{
      name: '雨污分流改造完成率',
      category: 'park_construction',
      unit: '%',
      method: 'linear',
      accumulates: true,
    },
    ...{ base: '80', target: '100', dataSource: '工程进度月报', taskOf: '市污染防治攻坚办〔2026〕5号' },
    owners: [
      ['utility', 50],
      ['ecology', 30],
      ['city', 30],
    ],
    values: ['7', '15', '22', '29', '36', '43', '49', '54', '58', '62', '66', '72'],
  },
  {
    ...{
      name: '细颗粒物（PM2.5）平均浓度',
      category: 'park_construction',
      unit: '微克/立方米',
      method: 'linear',
    },
    ...{ base: '38', target: '32', stretch: '29', isLessBetter: true, dataSource: '国控站点监测数据' },
    ...{ taskOf: '市生态环境委〔2026〕2号', owners: [['ecology', 70]] },
    values: ['37', '36', '34.8', '33.6', '32.5', '31.8', '31', '30.6', '30.4', '30.9', '31.4', '32'],
  },
  {
    ...{
      name: '标准厂房竣工面积',
      category: 'park_construction',
      unit: '万平方米',
      method: 'linear',
      accumulates: true,
    },
    ...{
      base: '24',
      target: '36',
      stretch: '40',
      dataSource: '竣工备案台账',
      owners: [['construction', 40]],
    },
    values: ['3', '6', '9.2', '12.1', '15.3', '18.2', '21.2', '24.4', '27.2', '30.1', '33.4', '36'],
  },
  {
    ...{
      name: '老旧供水管网改造长度',
      category: 'park_construction',
      unit: '公里',
      method: 'linear',
      accumulates: true,
    },
    ...{ base: '18', target: '24', dataSource: '工程进度月报', owners: [['utility', 50]] },
    values: ['2', '4', '6.1', '7.9', '9.6', '11.5', '13', '14.4', '15.9', '17.6', '19.3', '21'],
  },
  {
    ...{
      name: '高层次人才引进',
      category: 'development_support',
      unit: '人',
      method: 'linear',
      accumulates: true,
    },
    ...{ base: '90', target: '120', stretch: '140', dataSource: '人才服务系统' },
    owners: [
      ['labour', 50],
      ['innovation', 40],
    ],
    values: ['9', '19', '31', '41', '52', '63', '73', '84', '95', '104', '115', '126'],
  },
  {
    ...{
      name: '惠企资金直达兑付率',
      category: 'development_support',
      unit: '%',
      target: '98',
      dataSource: '惠企政策兑付系统',
    },
    ...{
      method: 'steps',
      steps: [
        ['90', '60'],
        ['95', '85'],
        ['98', '100'],
      ],
      owners: [['finance', 50]],
    },
    values: ['97', '97.5', '98', '98.2', '98.4', '98.1', '98.3', '98.5', '98.6', '98.4', '98.2', '98.5'],
  },
  {
    ...{
      name: '批而未供土地处置率',
      category: 'development_support',
      unit: '%',
      method: 'linear',
      accumulates: true,
    },
    ...{ base: '24', target: '36', dataSource: '土地市场监测监管系统', owners: [['planning', 40]] },
    values: ['2.6', '5.1', '7.4', '10.2', '13', '15.6', '17.4', '19.5', '21.6', '23.9', '26.3', '30'],
  },
  {
    ...{
      name: '安全生产责任事故',
      category: 'development_support',
      unit: '起',
      target: '0',
      isLessBetter: true,
    },
    ...{ method: 'deduction', per: '1', each: '10', dataSource: '应急管理台账', accumulates: true },
    owners: [
      ['market', 30],
      ['city', 30],
    ],
    values: ['0', '0', '0', '0', '0', '1', '1', '1', '1', '1', '1', '1'],
  },
  {
    ...{ name: '政务服务一网通办率', category: 'comprehensive_service', unit: '%', method: 'linear' },
    ...{ base: '90', target: '95', stretch: '98', dataSource: '一体化政务服务平台' },
    owners: [
      ['approval', 50],
      ['market', 30],
      ['property', 50],
      ['social', 30],
    ],
    values: ['91.2', '92', '92.8', '93.5', '94.1', '94.6', '95.1', '95.6', '96', '96.3', '96.5', '96.8'],
  },
  {
    ...{ name: '企业诉求按时办结率', category: 'comprehensive_service', unit: '%', method: 'linear' },
    ...{ base: '88', target: '96', dataSource: '本平台督办台账' },
    owners: [
      ...([
        ['approval', 30],
        ['market', 40],
        ['tax', 40],
        ['labour', 50],
      ] as const),
      ...([
        ['property', 50],
        ['planning', 30],
        ['city', 40],
        ['social', 40],
      ] as const),
    ],
    values: ['93', '93.4', '94', '94.2', '93.8', '94.6', '95', '95.3', '95.1', '95.6', '95.9', '96.2'],
  },
  {
    ...{
      name: '改革创新举措评审',
      category: 'comprehensive_service',
      unit: '分',
      target: '85',
      method: 'jury',
    },
    ...{
      rhythm: 'quarter',
      dataSource: '评审会评分',
      owners: [
        ['approval', 20],
        ['social', 30],
      ],
    },
    values: [
      '',
      '',
      '82,88,86,90,79',
      '',
      '',
      '85,91,84,88,72',
      '',
      '',
      '88,92,86,95,81',
      '',
      '',
      '90,91,88,93,86',
    ],
  },
];
