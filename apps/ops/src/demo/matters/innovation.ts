import type { Matter } from './matter.ts';

export const INNOVATION_MATTERS: readonly Matter[] = [
  {
    category: 'policy-2',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'complex',
    title: '高企认定奖励申报{days}天没有审核结果',
    body:
      '我公司去年通过高新技术企业认定，按政策应有{amount}万元奖励，{day}网上申报，状态一直是“部门审核”。政策文件写的是受理后30个工作日内公示。' +
      '问了{trips}次，答复分别是：在审、等汇总、等上会。请告知到底在哪一步。',
    desk: '惠企政策兑现专窗',
    step: '部门审核',
    answered: '等凑齐一批再上会',
    wish: '给出明确的上会和公示时间。',
    steps: [
      ['完成审核并提交会议研究', '审核汇总表'],
      ['公示并出具拨付文件', '公示页、拨付文件'],
      ['拨付奖励资金', '拨付回单', 'finance'],
    ],
    answer: '奖励已通过审核并公示，资金已拨付到账。今后按月上会，不再等批次。',
  },
  {
    category: 'policy-1',
    kind: 'enterprise',
    cause: 'policy_conflict',
    complexity: 'ordinary',
    title: '研发投入补贴两份通知的口径不一样',
    body: '申报通知写“上年度研发费用增长10%以上”，系统里填报提示却是15%，我们增长12%，系统直接判不符合。打电话说“以系统为准”。',
    desk: '科技计划窗口',
    step: '研发投入补贴申报',
    answered: '以系统为准',
    wish: '以文件为准，恢复申报资格。',
    steps: [['修正系统口径，恢复误判企业资格', '系统修正记录、恢复名单']],
    answer: '系统提示有误，已按文件修正为10%，您公司及其他{count}家误判企业的申报资格已恢复。',
  },
  {
    category: 'policy-1',
    kind: 'enterprise',
    cause: 'refused_without_reason',
    complexity: 'ordinary',
    title: 'Grant application rejected without a reason',
    body:
      'Our start-up applied for the zone seed grant on {day}. Yesterday the portal showed "not approved" and nothing else. The guide ' +
      'promises a written reason within five working days. We have asked {trips} times by phone and once at the desk.',
    desk: 'Policy desk, floor {floor}',
    step: 'Seed grant review',
    answered: 'The experts decided, we do not know',
    wish: 'The written reason that the guide promises.',
    steps: [['向企业出具评审意见并说明复核途径', '评审意见书（中英文）']],
    answer:
      'The written review has been sent to you, in Chinese and English. Two of five experts missed a business plan annex that the portal ' +
      'had not passed on; the application has been put before the panel again.',
    locale: 'en',
  },
  {
    category: 'people-4',
    kind: 'enterprise',
    cause: 'papers_again',
    complexity: 'simple',
    title: '科技型中小企业入库材料要求纸质盖章再交一遍',
    body: '网上已经全部上传，窗口还要一套纸质盖章的，{count}页打印装订，第{trips}次因为骑缝章不清楚又退回来。',
    desk: '科技计划窗口',
    step: '入库材料提交',
    answered: '存档需要',
    wish: '网上交过的不再收纸质。',
    steps: [['取消纸质材料要求，办结入库', '取消纸质材料的通知']],
    answer: '入库已办结，纸质材料要求已取消，以网上材料为准。',
  },
];
