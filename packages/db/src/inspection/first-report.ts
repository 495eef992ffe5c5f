import type { BulletinForm, BulletinTexts } from '@bihuan/domain';
import { PAPER_WORDS } from '../bulletin/first-papers.ts';

/** The form of reports of special inspections (专项督查报告). */
export const INSPECTION_FORM: BulletinForm = {
  version: 'form-1',
  issuer: '开发区督查考核办公室',
  head: '专项督查报告',
  numberWord: '开督查报',
  headings: {
    situation: '督查开展情况',
    handling: '发现的问题',
    causes: '原因分析',
    requests: '处理意见和建议',
  },
  words: {
    ...PAPER_WORDS,
    annexFindings: '专项督查发现问题清单',
    annexItems: '转入督办事项清单',
    columnPlace: '地点',
    columnFoundOn: '发现日期',
    columnSeverity: '程度',
    columnText: '问题',
    columnItem: '督办编号',
    columnState: '办理状态',
    'severity.minor': '一般',
    'severity.serious': '较重',
    'severity.grave': '严重',
    'status.proposed': '拟立项',
    'status.registered': '已立项',
    'status.assigned': '待签收',
    'status.returned': '已退回',
    'status.signed': '已签收',
    'status.advancing': '推进中',
    'status.rework': '返工',
    'status.strike_off_requested': '申请销号',
    'status.verifying': '核实印证中',
    'status.struck_off': '已销号',
    'status.watched': '持续关注',
    'status.long_running': '长期推进',
    'status.referred_up': '提请上级协调',
    'status.rebounded': '问题反弹',
    'status.suspended': '已中止',
  },
};

/** The texts the report of an inspection starts from; every number in them is a variable. */
export function firstReportTexts(has: {
  readonly findings: boolean;
  readonly items: boolean;
  readonly departments: readonly string[];
}): BulletinTexts {
  const about = has.departments.length === 0 ? '' : `，涉及${has.departments.join('、')}`;
  return {
    title: '关于{theme}专项督查的报告',
    recipients: '管委会主要领导、分管领导',
    copies: '',
    opening:
      '根据{basis}，{first_day}至{last_day}开展了{theme}专项督查（编号{number}），现将有关情况报告如下，数据截至{cut_day}。',
    situation:
      '督查组由{inspectors}人组成，实地督查{visits}次。督查人员均不来自被督查部门，每次到场不少于两人。',
    handling: has.findings
      ? `督查发现问题{findings}个${about}。其中一般{minor}个、较重{serious}个、严重{grave}个，逐条情况见附件。${
          has.items
            ? '已转入督办{items}项，其中已销号{items_struck_off}项、在办{items_open}项；未转督办{without_item}个。'
            : '尚未转入督办。'
        }`
      : '本次督查没有发现问题。',
    causes: '',
    requests: has.findings
      ? '有关部门要对照问题清单逐条整改；已转入督办的事项，按督办时限办理并接受双重印证。妥否，请批示。'
      : '妥否，请批示。',
  };
}
