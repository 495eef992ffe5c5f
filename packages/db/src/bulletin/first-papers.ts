import type { BulletinForm, BulletinTexts, SpecialOccasion } from '@bihuan/domain';

/**
 * The words of official papers an installation starts with. Such papers exist in Chinese alone. Source of the layout's words:
 * GB/T 9704-2012, 7 (elements of the format).
 */
export const PAPER_WORDS = {
  draftNumber: '（草稿，签发后编号）',
  annex: '附件',
  colon: '：',
  openNote: '（此件公开发布）',
  closedNote: '（内部报告，不予公开）',
  copies: '抄送',
  printedSuffix: '印发',
  annexDepartments: '各部门办理情况分档表',
  annexStrikeOffs: '销号清单',
  annexRecurring: '反复出现的问题清单',
  annexCorrections: '对以前各期通报的更正',
  columnDepartment: '部门',
  columnBand: '档次',
  columnComposite: '综合得分率（区间）',
  columnValid: '有效回访',
  columnSolved: '解决',
  columnSatisfied: '满意／基本满意',
  columnOpen: '在办',
  columnLate: '超期',
  columnStruckOff: '销号（按期／逾期）',
  columnCards: '黄牌／红牌',
  columnBurden: '报送／核查',
  columnOrdinal: '序号',
  columnNumber: '编号',
  columnLead: '牵头部门',
  columnSource: '线索来源',
  columnCategory: '类别',
  columnDeadline: '办结时限',
  columnStruckOffOn: '销号日期',
  columnOnTime: '是否按期',
  columnCause: '原因',
  columnTimes: '件数',
  columnMonth: '期次',
  columnFigure: '项目',
  columnWas: '原数',
  columnIs: '更正数',
  columnNote: '说明',
  anchorHeading: '数据存证',
  anchorText:
    '截至{anchor_day}的全部办理记录，存证值（SHA-256）为{anchor}。存证值逐日相扣，任何一条记录日后被改动、删除、插入或者调换，重新核验即与此值不符。逐日存证值在公众端“开放数据”中公布。',
  yes: '按期',
  no: '逾期',
  none: '—',
  'band.above': '优于平均',
  'band.level': '与平均相当',
  'band.below': '低于平均',
  'band.small_sample': '样本不足',
  'band.no_sample': '无样本',
  'source.complaint': '企业群众诉求',
  'source.superior_task': '上级交办',
  'source.leader_assignment': '领导批示交办',
  'source.department_feedback': '部门反映',
  'source.appraisal_finding': '考核发现',
  'source.special_inspection': '专项督查发现',
  'cause.refused_without_reason': '不说明理由不予办理',
  'cause.papers_again': '反复要求补材料',
  'cause.passed_around': '部门之间推诿',
  'cause.over_promised_time': '超过承诺时限',
  'cause.system_fault': '系统故障',
  'cause.policy_conflict': '政策规定相互矛盾',
  'cause.staff_conduct': '工作人员态度或作风',
  'cause.other': '其他',
  'figure.filed': '收到诉求',
  'figure.filed_portal': '网上提交',
  'figure.filed_walk_in': '窗口登记',
  'figure.filed_phone': '电话登记',
  'figure.filed_transfer_12345': '12345热线转办',
  'figure.filed_api': '接口报送',
  'figure.accepted': '受理',
  'figure.declined': '不予受理',
  'figure.withdrawn': '撤回',
  'figure.settled': '当场办结',
  'figure.answered': '答复',
  'figure.closed': '办结',
  'figure.complaints_open': '月末在办诉求',
  'figure.calls': '回访',
  'figure.calls_valid': '有效回访',
  'figure.calls_contacted': '已联系',
  'figure.calls_solved': '已解决',
  'figure.calls_satisfied': '满意',
  'figure.calls_basically': '基本满意',
  'figure.calls_excluded': '评议剔除',
  'figure.items_registered': '新立项事项',
  'figure.items_open': '月末在办事项',
  'figure.items_late': '月末超期事项',
  'figure.items_struck_off': '销号',
  'figure.items_on_time': '按期销号',
  'figure.items_struck_late': '逾期销号',
  'figure.items_watched': '持续关注',
  'figure.items_long_running': '长期推进',
  'figure.items_referred_up': '提请上级协调',
  'figure.items_suspended': '中止',
  'figure.items_rework': '返工',
  'figure.items_rebounded': '问题反弹',
  'figure.yellow_cards': '黄牌',
  'figure.red_cards': '红牌',
  'figure.cards_revoked': '撤销的黄牌、红牌',
  'figure.reports': '推进反馈',
  'figure.visits': '现场核查',
  'figure.uncovered': '无牵头部门的在办事项',
} as const;

const BASE = { version: 'form-2', issuer: '开发区督查考核办公室', words: PAPER_WORDS } as const;

export const MONTH_FORM: BulletinForm = {
  ...BASE,
  head: '开发区督查考核办公室文件',
  numberWord: '开督通',
  headings: {
    complaints: '诉求受理和回访情况',
    supervision: '督办事项推进情况',
    cards: '黄牌、红牌情况',
    departments: '各部门办理情况',
    strike_offs: '销号情况',
    recurring: '反复出现的问题',
    coverage: '覆盖和减负情况',
    corrections: '更正',
    next_steps: '下一步要求',
  },
};

export const SPECIAL_FORM: BulletinForm = {
  ...BASE,
  head: '督查专报',
  numberWord: '开督专报',
  headings: {
    situation: '基本情况',
    handling: '办理经过',
    causes: '原因分析',
    requests: '建议和请示事项',
  },
};

const CALLED =
  '本月回访{calls}次，其中有效回访{calls_valid}次。以有效回访为分母，响应率{response_rate}，解决率{resolution_rate}，满意率{satisfaction_rate}，三率综合得分率{composite_rate}。评议小组依规剔除{calls_excluded}次，不计入三率。';
const NOT_CALLED = '本月回访{calls}次，没有有效回访，三率不作计算。';

/** The texts a monthly bulletin starts from; every number in them is a variable. */
export function firstMonthTexts(has: {
  readonly sample: boolean;
  readonly strikeOffs: boolean;
  readonly recurring: boolean;
  readonly corrections: boolean;
}): BulletinTexts {
  return {
    title: '关于{year}年{month}月“办不成事”诉求办理和督查督办情况的通报',
    recipients: '各部门、各单位',
    copies: '管委会领导，各派驻机构',
    opening:
      '按照“一月一通报”制度，现将{year}年{month}月（{first_day}至{last_day}）诉求办理和督查督办情况通报如下。数据统计至{cut_day}，此后补录、更正的，在下一期通报中说明。',
    complaints: `本月收到诉求{filed}件，其中网上提交{filed_portal}件、窗口登记{filed_walk_in}件、电话登记{filed_phone}件、12345热线转办{filed_transfer_12345}件、接口报送{filed_api}件。受理{accepted}件，不予受理{declined}件，反映人撤回{withdrawn}件，当场办结{settled}件；答复{answered}件，办结{closed}件，月末在办{complaints_open}件。“办结”不等于“解决”，是否解决以回访为准。\n${has.sample ? CALLED : NOT_CALLED}`,
    supervision:
      '本月新立项督办事项{items_registered}项，销号{items_struck_off}项，其中按期{items_on_time}项、逾期{items_struck_late}项，按期销号率{on_time_rate}。月末在办{items_open}项，其中超过办结时限{items_late}项。本月转持续关注{items_watched}项、长期推进{items_long_running}项、提请上级协调{items_referred_up}项，中止{items_suspended}项；双重印证未通过、返工{items_rework}项，销号后问题反弹{items_rebounded}项。',
    cards:
      '本月发出黄牌{yellow_cards}张、红牌{red_cards}张，经复核撤销{cards_revoked}张。黄牌、红牌由专人依据事实签发，有关部门可以在规定期限内提出申诉。',
    departments:
      '对各部门办理情况分档通报，不排名次。分档的依据是三率综合得分率的九成五置信区间：整个区间高于全区平均水平的为“优于平均”，整个区间低于全区平均水平的为“低于平均”，差别可能出于偶然的为“与平均相当”；有效回访太少的不分档。各部门情况见附件。',
    strike_offs: has.strikeOffs
      ? '本月销号事项见附件。每一事项均经督查核实和独立印证，双方一致认定问题已经解决。'
      : '本月没有销号事项。',
    recurring: has.recurring
      ? '近半年来同一部门、同一类别、同一原因反复出现的问题见附件。有关部门要查明根源，从规则和流程上提出改进办法。'
      : '近半年没有发现同一部门、同一类别、同一原因反复出现的问题。',
    coverage:
      '月末在办事项中，尚未明确牵头部门的{uncovered}项。本月各部门报送推进反馈{reports}次，接受现场核查{visits}次。',
    corrections: has.corrections ? '对以前各期通报的更正见附件。' : '',
    next_steps:
      '各部门要对照清单抓紧办理。临近时限的事项要提前研判，确需延期的在到期前提出；已发黄牌、红牌的事项，主要负责同志要亲自过问；反复出现的问题，要从规则和流程上解决。',
  };
}

/** The texts a special report starts from. */
export function firstSpecialTexts(
  occasion: SpecialOccasion,
  has: { readonly late: boolean; readonly assigned: boolean },
): BulletinTexts {
  const late = has.late ? '已超过办结时限{late_days}个工作日' : '未超过办结时限';
  return {
    title: '关于{item_number}号督办事项有关情况的专报',
    recipients: '管委会主要领导、分管领导',
    copies: '',
    opening: `现将一项${occasion === 'urgent' ? '紧急' : '敏感'}督办事项的有关情况专题报告如下，数据截至{cut_day}。`,
    situation: has.assigned
      ? `该事项编号{item_number}，由{lead_department}牵头，{assigned_day}交办，办结时限为{deadline_day}，${late}。关联企业群众诉求{complaints}件。`
      : '该事项编号{item_number}，尚未交办。关联企业群众诉求{complaints}件。',
    handling:
      '牵头和配合部门报送推进反馈{reports}次。对该事项发出黄牌{yellow_cards}张、红牌{red_cards}张；部门退回{returns}次，双重印证未通过、返工{reworks}次。',
    causes: '',
    requests: '妥否，请批示。',
  };
}
