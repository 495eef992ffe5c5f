/** What departments write down. Words in braces are filled in from the case. */
export const RETURNS = [
  {
    cause: 'other_lead',
    reason: '该事项的前置审批不由我单位办理，我单位只负责后续登记，建议由前置环节的主管部门牵头。',
    legalBasis: '本单位权责清单第二部分“登记发证”，不含前置审批',
  },
  {
    cause: 'not_our_duty',
    reason: '反映的窗口属于进驻单位管理，人员和权限均不在我单位。',
    legalBasis: '政务服务事项进驻管理办法关于首席代表授权的规定',
  },
  {
    cause: 'handled_already',
    reason: '涉及资金拨付，我单位已完成审核并移交，当前卡点在拨付环节。',
    legalBasis: '专项资金管理办法关于审核与拨付分工的条款',
  },
  {
    cause: 'beyond_jurisdiction',
    reason: '地块权属登记在区外，我单位没有管辖权。',
    legalBasis: '本单位“三定”规定关于管辖范围的条款',
  },
] as const;

/** Reports of a matter under way, first to last. */
export const PROGRESS_REPORTS = [
  {
    text: '已与反映人取得联系，核对了{step}的全部材料，查明卡在内部流转环节，责任到人。',
    obstacles: '历史数据需要从旧系统调取',
    nextStep: '本周完成“{measure}”',
  },
  {
    text: '“{measure}”正在进行，已召集相关科室碰头一次，形成办理清单和时间表。',
    obstacles: '',
    nextStep: '按时间表推进，完成后请反映人确认',
  },
  {
    text: '主要障碍已经排除，反映人补交的材料当场核验通过，{step}进入最后审核。',
    obstacles: '需另一部门出具意见，已发函',
    nextStep: '意见返回当日办结',
  },
  {
    text: '收到配合部门意见，{step}审核完毕，正在制作结果文件并安排送达。',
    obstacles: '',
    nextStep: '送达并申请销号',
  },
  {
    text: '结果文件已送达，对同类办件作了排查，发现并一并处理两件。',
    obstacles: '',
    nextStep: '整理佐证材料',
  },
] as const;

/** What a careless department sends every ten days without a change. */
export const REPEATED_REPORT = {
  text: '正在积极协调推进，争取尽快解决。',
  obstacles: '',
  nextStep: '继续推进',
} as const;

export const REWORK_REPORT = {
  text: '对照核实意见逐项整改：未送达的结果文件已当面送达，旧的材料清单已撤换，相关人员已约谈。',
  obstacles: '',
  nextStep: '请督查和窗口再次核实',
} as const;

export const CLAIMS = [
  '{step}已办结，各项举措完成，结果已送达反映人，申请销号。',
  '问题已解决并举一反三排查同类办件，佐证材料齐全，申请销号。',
  '按举措清单全部落实，反映人当面确认，申请销号。',
] as const;

export const LATE_EXPLANATION = '涉及两个部门的数据核对，比原计划多用了几天。';
export const EXTENSION_REASON = '需要向上级主管部门书面请示口径，批复预计两个工作日内到。';
export const DIRECTIVE_ANSWER = '已由主要负责同志牵头专题研究，明确了办理路径和完成时间。';
