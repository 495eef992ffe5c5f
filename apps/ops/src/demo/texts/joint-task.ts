import type { TaskMatter } from './task-matters.ts';

type JointTask = TaskMatter & {
  readonly evidence: string;
  readonly explanation: string;
  readonly report: { readonly text: string; readonly obstacles: string; readonly nextStep: string };
  readonly dispute: { readonly reason: string; readonly basis: string };
};

/** The measures are due one after the other, the first soonest. */
export const JOINT_TASK: JointTask = {
  source: 'superior_task',
  basis: '上级政务服务效能提升专项行动任务书第11项',
  problem:
    '工业项目“拿地即开工”仍需企业在三个部门之间往返递交同一套地块资料，首批六个项目平均多等了23个工作日。',
  lead: 'approval',
  step: '拿地即开工联办',
  workingDays: 40,
  steps: [
    ['推送地块权属与抵押状态', '推送记录', 'property'],
    ['共享出让地块规划条件', '共享目录截图', 'planning'],
    ['补录2019年以前的红线坐标', '坐标入库清单', 'planning'],
    ['上线一套材料联办入口', '上线公告'],
  ],
  evidence: '出让地块规划条件已进入共享目录，共42宗，目录截图与移交清单各一份。',
  explanation: '',
  report: {
    text: '联办入口完成开发，正与规划数据对接；六个首批项目已逐一上门核对材料清单。',
    obstacles: '权属与抵押状态尚未推送，入口无法自动核验。',
    nextStep: '权属数据接通后组织两个项目试走全流程。',
  },
  dispute: {
    reason: '2019年以前的红线坐标由原测绘单位保管，移交协议未约定由本局补录，本局没有原始成果。',
    basis: '“三定”规定第四条；《测绘成果移交协议》第六条',
  },
};
