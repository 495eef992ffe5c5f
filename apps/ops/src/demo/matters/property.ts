import type { Matter } from './matter.ts';

export const PROPERTY_MATTERS: readonly Matter[] = [
  {
    category: 'property-3',
    kind: 'citizen',
    cause: 'passed_around',
    complexity: 'complex',
    title: '入住九年仍办不了房产证',
    body:
      '我们小区{building}入住九年，一直办不了不动产证，开发商说是土地出让金的事，登记中心说是规划核实没做，规划说开发商没来申请，' +
      '开发商已经只剩一个空壳。孩子今年要上学，学校要看证。我前后跑了{trips}趟，每个部门都很客气，每个部门都说不归自己管。' +
      '我们几百户人家没有做错任何事，房款一分没少交，税也交了。请有人牵个头，哪怕告诉我们分几步、先办哪一步。',
    desk: '不动产登记综合窗口',
    step: '首次登记',
    answered: '开发商不来申请首次登记，个人办不了',
    wish: '由政府部门牵头把首次登记办下来，先给急着上学的住户出证明。',
    steps: [
      ['开具购房事实证明，解决入学急需', '购房事实证明（样本）'],
      ['补办规划核实', '规划核实意见', 'planning'],
      ['依申请代办首次登记', '首次登记簿页'],
      ['分批受理分户登记', '受理台账'],
    ],
    answer:
      '该小区已按历史遗留问题办理：规划核实和首次登记已经完成，分户登记分批受理。您的不动产证已可预约领取。',
  },
  {
    category: 'property-2',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'ordinary',
    title: '抵押登记超承诺{days}天，贷款放不下来',
    body: '{day}递交厂房抵押登记，承诺2个工作日，到今天没有办结。银行天天催，流动资金接不上。',
    desk: '抵押登记{window}号窗口',
    step: '抵押权首次登记',
    answered: '系统升级，前面的件还没清完',
    wish: '当天办结。',
    steps: [['清理积压件并办结抵押登记', '不动产登记证明']],
    answer: '抵押登记已办结，登记证明已推送银行。系统升级期间的积压件已全部清理。',
  },
  {
    category: 'property-1',
    kind: 'citizen',
    cause: 'papers_again',
    complexity: 'ordinary',
    title: '父亲去世后房屋继承登记要证明“我是独生子”',
    body:
      '办继承登记，要求提供父母的婚姻、子女全部证明，老单位早已撤销，档案不知去向。窗口只说“开不来就做公证”，公证处要收费上万元。' +
      '我到了{trips}个地方找证明，都说没有这项业务。',
    desk: '继承登记专窗',
    step: '继承（非公证）登记',
    answered: '证明开不齐就办不了',
    wish: '能通过告知承诺或部门核查解决，不要让我证明没有的事。',
    steps: [
      ['按告知承诺受理，向档案、公安、民政协查', '协查函及复函'],
      ['公示后办理转移登记', '公示页、登记簿页'],
    ],
    answer: '已按告知承诺方式受理，由中心向有关单位协查，公示期满无异议，转移登记已办理。',
  },
  {
    category: 'property-4',
    kind: 'citizen',
    cause: 'system_fault',
    complexity: 'simple',
    title: '不动产证面积登记错误，更正被要求重新测绘',
    body: '证上面积比合同少{count}平方米，明显是录入错误，窗口却让我自己出钱重新测绘。',
    desk: '不动产登记综合窗口',
    step: '更正登记',
    answered: '要改面积就得有新的测绘报告',
    wish: '调档核对，错了免费更正。',
    steps: [['调档核对并依职权更正登记', '更正登记通知书']],
    answer: '经调档核对，确系录入错误，已依职权更正并换发新证，无需您承担任何费用。',
  },
];
