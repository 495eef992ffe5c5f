import type { TaskMatter } from './task-matters.ts';

type NoticedTask = TaskMatter & {
  readonly claim: string;
  readonly evidence: string;
  readonly notice: string;
  readonly objection: string;
  readonly ofLead: string;
  readonly ofCooperating: string;
};

/** A matter of the whole neighbourhood, whose strike-off is shown to everybody. */
export const NOTICED_TASK: NoticedTask = {
  source: 'leader_assignment',
  basis: '管委会主任办公会纪要〔2026〕27号',
  problem: '科创路沿线十一家企业反映上下班高峰货车占道卸货，园区公交两个站台无法靠站，多次协调没有人管。',
  lead: 'city',
  step: '占道卸货整治',
  workingDays: 15,
  steps: [
    ['划定三处限时卸货泊位并公告', '泊位公告和现场照片'],
    ['调整两个公交站台位置', '调整方案和完工照片', 'construction'],
  ],
  claim: '三处限时卸货泊位已启用，两个站台已完成调整，连续五个工作日早晚高峰巡查未再发现占道卸货。',
  evidence: '完工照片十二张，早晚高峰巡查记录五份。',
  notice:
    '科创路沿线货车占道卸货问题：已划定三处限时卸货泊位，科创路东、科创路西两个公交站台完成调整并恢复靠站，早晚高峰每日两次巡查。经督查核实、考核印证，拟予销号。',
  objection: '公交西站台早上七点半前还是有货车停着卸货，巡查的人八点以后才来，周一、周二都是这样。',
  ofLead: '任务交接清楚，现场协调及时。',
  ofCooperating: '站台调整提前两天完成，材料齐全。',
};
