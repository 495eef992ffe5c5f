import type { Matter } from './matter.ts';

export const PLANNING_MATTERS: readonly Matter[] = [
  {
    category: 'planning-1',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'complex',
    title: '规划核实申请{days}天没有安排现场测量',
    body:
      '{building}已完工，{day}提交规划核实申请，测绘成果也一并交了。至今没有人来现场，经办说测绘成果要复核，复核单位说没收到委托。' +
      '不核实就办不了竣工备案，{count}家签了租约的企业都在等。',
    desk: '规划管理窗口',
    step: '规划条件核实',
    answered: '测绘成果在复核',
    wish: '明确复核由谁做、哪天到现场。',
    steps: [
      ['委托复核并安排现场核实', '现场核实记录'],
      ['出具规划核实意见', '规划核实意见书'],
    ],
    answer: '规划核实意见书已出具。延误是因委托手续在科室间流转遗漏，已改为受理当日自动委托。',
  },
  {
    category: 'project-3',
    kind: 'enterprise',
    cause: 'policy_conflict',
    complexity: 'complex',
    title: '连廊加建，规划同意而联合验收不认',
    body:
      '两栋研发楼之间的连廊，方案阶段规划书面同意，联合验收时又提出未计容积率，要求拆除或补缴。批的时候说可以，验的时候说不行，' +
      '我们按批准的图纸施工，没有改动一处。补缴数额{amount}万元，企业承担不起，也不服气。',
    desk: '联合验收综合窗口',
    step: '联合验收（规划专项）',
    answered: '批的是老科长，现在按新标准来',
    wish: '尊重已经批准的图纸；要改口径请拿出文件。',
    steps: [
      ['调阅原审批档案，组织专家论证并报会研究', '专家论证意见'],
      ['形成统一验收口径并出具专项意见', '专项验收意见', 'construction'],
    ],
    answer: '经查阅原审批档案并组织论证，连廊按批准时的标准执行，不再要求补缴，专项验收已通过。',
  },
  {
    category: 'project-4',
    kind: 'enterprise',
    cause: 'other',
    complexity: 'ordinary',
    title: '被要求到指定机构做交通影响评价',
    body: '办设计方案审查时，经办人给了一张名片，说交通影响评价最好找这家做，别家的容易过不了。这家报价比市场高一倍。',
    desk: '设计方案审查窗口',
    step: '交通影响评价',
    answered: '找谁做是你们的自由，不过别家我们不熟',
    wish: '不指定中介，按标准审查。',
    steps: [['核查指定中介问题并作出处理，公开机构名录', '核查报告、名录公示页']],
    answer:
      '经核查，经办人确有推荐中介的行为，已调离岗位并移交处理。全部有资质的机构名录已公开，企业自主选择。',
  },
  {
    category: 'planning-1',
    kind: 'citizen',
    cause: 'refused_without_reason',
    complexity: 'ordinary',
    title: '加装电梯规划意见一直批不下来',
    body: '小区{building}加装电梯，全楼{count}户都签了字，图纸改了{trips}稿，最后一次说“再研究研究”，问哪里不行也不说。楼里有三位坐轮椅的老人。',
    desk: '规划管理窗口',
    step: '加装电梯规划审查',
    answered: '再研究研究',
    wish: '能批就批，不能批请写明哪一条不符合。',
    steps: [
      ['现场会审并书面答复审查意见', '会审意见书'],
      ['核发规划审查意见', '规划审查意见'],
    ],
    answer: '经现场会审，只需将梯井退让消防通道半米。设计已调整，规划审查意见已经核发给业主代表。',
  },
];
