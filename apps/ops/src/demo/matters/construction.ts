import type { Matter } from './matter.ts';

export const CONSTRUCTION_MATTERS: readonly Matter[] = [
  {
    category: 'planning-2',
    kind: 'enterprise',
    cause: 'papers_again',
    complexity: 'complex',
    title: '竣工备案资料被退回{trips}次',
    body:
      '{building}竣工备案，资料交了{trips}次，每次退一部分：检测报告编号格式、监理签字日期、电子版命名……都是可以一次提出来的。' +
      '备案表上承诺5个工作日，现在已经{days}天。入驻企业的设备停在门口。',
    desk: '竣工备案窗口',
    step: '竣工验收备案',
    answered: '后面的资料还没看到，看到再说',
    wish: '一次看完、一次说完。',
    steps: [
      ['对全套资料一次性审查并出具清单', '一次性审查意见'],
      ['办理竣工验收备案', '竣工验收备案表'],
    ],
    answer: '备案已办结。今后窗口收到资料后2个工作日内对全套资料审查完毕，一次性出具意见。',
  },
  {
    category: 'planning-3',
    kind: 'citizen',
    cause: 'over_promised_time',
    complexity: 'ordinary',
    title: '人才公寓选房公示后迟迟不交钥匙',
    body: '{day}选房公示就结束了，说好一周内签约交钥匙，现在过了{days}天，物业说没接到通知，中心说在等验收。我的旧租约已经到期，行李放在同事家。',
    desk: '保障住房服务窗口',
    step: '人才公寓签约入住',
    answered: '等验收，等通知',
    wish: '给一个准确的入住日期。',
    steps: [
      ['组织公寓分户验收整改', '分户验收表'],
      ['签约并交付钥匙', '签约交付清单'],
    ],
    answer: '验收整改已完成，您已签约入住。延期期间的租金按规定减免一个月。',
  },
  {
    category: 'planning-4',
    kind: 'citizen',
    cause: 'passed_around',
    complexity: 'complex',
    title: '屋顶漏水，维修资金申请走不下去',
    body:
      '顶楼漏水两年，{building}业主三分之二签字同意动用维修资金，社区说要街道盖章，街道说要住建审核，住建说要业委会申请，我们小区没有业委会。' +
      '每次下雨我家就要摆{count}个盆，天花板已经掉了一块，差点砸到孩子。',
    desk: '物业管理窗口',
    step: '维修资金使用审核',
    answered: '没有业委会，程序上走不了',
    wish: '没有业委会的小区怎么办，请给一条走得通的路。',
    steps: [
      ['启用应急使用程序，指导社区代为申请', '应急使用申请表'],
      ['拨付维修资金并监督施工', '拨付凭证、完工照片'],
    ],
    answer:
      '已按应急程序由社区代为申请，维修资金拨付到位，屋面防水施工完成。没有业委会的小区办理流程已印发各社区。',
  },
  {
    category: 'project-3',
    kind: 'enterprise',
    cause: 'policy_conflict',
    complexity: 'ordinary',
    title: '消防验收意见前后不一',
    body: '第一次验收说喷淋间距不足，改完后第二次来的人说第一次看错了，要改回去。材料和人工花了{amount}万元，谁来负责？',
    desk: '消防验收窗口',
    step: '消防验收',
    answered: '以这次的意见为准',
    wish: '出具书面结论，说明两次不一致的原因。',
    steps: [['组织复验并出具书面结论', '消防验收意见书']],
    answer:
      '复验认定首次意见有误，现状符合规范，验收意见书已出具。我局向您公司致歉，并对当次验收人员作出处理。',
  },
];
