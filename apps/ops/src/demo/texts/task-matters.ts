import type { Source } from '@bihuan/api/domain';
import type { DepartmentCode } from '../demo-departments.ts';
import type { Step } from '../matters/index.ts';

/** A problem that reaches the supervision list from elsewhere than a complaint. */
export type TaskMatter = {
  readonly source: Exclude<Source, 'complaint'>;
  readonly basis: string;
  readonly problem: string;
  readonly lead: DepartmentCode;
  readonly step: string;
  readonly workingDays: number;
  readonly steps: readonly Step[];
};

export const TASK_MATTERS: readonly TaskMatter[] = [
  {
    source: 'superior_task',
    basis: '上级营商环境提升年度任务清单第4项',
    problem: '工程建设项目审批全流程用时高于年度目标12个工作日，联合图审未实现并联。',
    lead: 'construction',
    step: '联合图审',
    workingDays: 30,
    steps: [
      ['制定联合图审并联办理细则', '细则文件'],
      ['规划方案审查与图审并联', '并联办理台账', 'planning'],
    ],
  },
  {
    source: 'superior_task',
    basis: '上级“高效办成一件事”重点事项清单',
    problem: '企业信息变更“一件事”未实现社保、公积金、税务信息同步变更。',
    lead: 'approval',
    step: '企业信息变更联办',
    workingDays: 40,
    steps: [
      ['上线变更联办入口', '上线截图'],
      ['社保信息自动同步', '接口验收单', 'labour'],
      ['税务信息自动同步', '接口验收单', 'tax'],
    ],
  },
  {
    source: 'leader_assignment',
    basis: '管委会主任专题会议纪要第7期',
    problem: '集成电路产业园二期临时用电不足，影响五家企业设备调试。',
    lead: 'utility',
    step: '临时用电增容',
    workingDays: 25,
    steps: [
      ['完成临时变增容', '投运记录'],
      ['保障电缆通道开挖', '许可证', 'city'],
    ],
  },
  {
    source: 'leader_assignment',
    basis: '主要领导在企业座谈会上的交办事项',
    problem: '惠企资金从公示到拨付平均41天，企业反映强烈。',
    lead: 'finance',
    step: '惠企资金拨付',
    workingDays: 30,
    steps: [
      ['建立拨付台账，逐笔限时', '拨付台账'],
      ['审核结果当日推送财政', '推送记录', 'innovation'],
    ],
  },
  {
    source: 'department_feedback',
    basis: '市场监管局关于联合检查的协调请求',
    problem: '同一企业一个月内被四个部门分别检查，检查计划未统筹。',
    lead: 'market',
    step: '检查计划统筹',
    workingDays: 20,
    steps: [
      ['汇总各部门检查计划并合并', '合并后的计划表'],
      ['环保检查并入联合检查', '联合检查通知', 'ecology'],
    ],
  },
  {
    source: 'department_feedback',
    basis: '不动产登记中心关于权籍数据的协调请求',
    problem: '早期地块权籍数据缺失，约三百户无法办理分户登记。',
    lead: 'property',
    step: '权籍数据补建',
    workingDays: 60,
    steps: [
      ['分批补建权籍数据', '数据入库清单'],
      ['提供历史规划资料', '资料移交清单', 'planning'],
    ],
  },
  {
    source: 'appraisal_finding',
    basis: '上季度绩效考核发现问题清单',
    problem: '人才补贴发放率低于目标值八个百分点，审核积压一百余件。',
    lead: 'labour',
    step: '人才补贴审核',
    workingDays: 20,
    steps: [
      ['集中清理积压件', '清理台账'],
      ['公开每周审核进度', '公示页'],
    ],
  },
  {
    source: 'appraisal_finding',
    basis: '月度指标红色预警通知',
    problem: '固定资产投资项目开工率为76%，低于序时进度，三个项目卡在用地手续。',
    lead: 'economy',
    step: '重点项目开工',
    workingDays: 35,
    steps: [
      ['逐项目明确开工时间表', '时间表'],
      ['办结三个项目用地手续', '批复文件', 'planning'],
    ],
  },
  {
    source: 'special_inspection',
    basis: '窗口作风专项督查报告',
    problem: '专项督查发现三个窗口午间无人值守，延时服务未落实。',
    lead: 'social',
    step: '延时服务',
    workingDays: 10,
    steps: [['落实午间轮岗并公示', '排班表、现场照片']],
  },
  {
    source: 'special_inspection',
    basis: '公示信息专项督查报告',
    problem: '十七项办事指南与实际要求不一致，其中六项多收材料。',
    lead: 'innovation',
    step: '办事指南更新',
    workingDays: 15,
    steps: [['逐项核对并更新指南', '更新前后对照表']],
  },
  {
    source: 'special_inspection',
    basis: '扬尘治理专项督查报告',
    problem: '四处工地围挡破损、冲洗设施停用，周边居民多次反映。',
    lead: 'city',
    step: '工地扬尘整治',
    workingDays: 10,
    steps: [
      ['督促修复围挡并恢复冲洗', '整改照片'],
      ['加密扬尘监测', '监测数据', 'ecology'],
    ],
  },
  {
    source: 'superior_task',
    basis: '上级生态环境督察反馈问题整改清单',
    problem: '园区雨污管网存在三处混接，雨天有污水入河风险。',
    lead: 'ecology',
    step: '雨污混接改造',
    workingDays: 45,
    steps: [
      ['查清混接点位并制定方案', '排查报告'],
      ['完成三处管网改造', '验收单', 'utility'],
    ],
  },
];
