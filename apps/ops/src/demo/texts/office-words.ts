/** What offices write down. Words in braces are filled in from the case. */
export const EXPLAINED_ANSWERS = [
  '经核查，{department}的办理符合现行规定，未能一次说清是我们的问题。现将适用的条款、需要的材料和预计时间书面告知您，专人联系人也一并附上。',
  '您反映的“{title}”已查明原因：所缺材料依规定必须由申请人提供。{department}已说明取得方式，并为您预留了绿色通道。',
] as const;

/** Why an item goes on beside one on the same matter; kept only where there is one. */
export const BESIDE = '当事人和办理环节不同，须分别核实、分别答复。';

export const NOT_PERMITTED_ANSWERS = [
  '经研究，您申请的事项不符合现行规定的条件，不能办理，依据已随本答复附上。您可以自收到之日起申请复查，或依法申请行政复议。',
  '该事项所需前置条件目前不具备，{department}不能越权办理。政策调整后我们会主动告知您。',
] as const;

export const SETTLED_TEXTS = [
  '窗口当场联系{department}值班负责人，{step}已经受理，回执已打印交给反映人。',
  '当场核对系统，属操作步骤错误，已指导完成{step}，反映人确认。',
  '已由值班主任带到{department}窗口现场办结{step}。',
] as const;

export const UNMERGE_REASONS = [
  '核对后两件涉及的办件编号不同，分开办理。',
  '第二件另有新的事实，恢复单独办理。',
] as const;

export const RULING_TEXTS = {
  reject: [
    '该事项的审批权限仍在你单位，退回理由不成立，请于1个工作日内签收。',
    '职责清单第三项已列明由你单位牵头，配合事项可另行提出，退回不予支持。',
  ],
  uphold: ['经核对职责清单，退回理由成立，改由有权部门牵头。'],
  reassign: ['两家均有职责，改由主要环节所在部门牵头，你单位转为配合。'],
} as const;

export const CALLBACK_NOTES = {
  solved: [
    '反映人表示事情已经办成，对经办人印象不错。',
    '已接通，确认拿到结果，建议把指南写得再简单一些。',
    '反映人正在外地，确认已收到短信和结果。',
  ],
  unsolved: [
    '反映人表示部门联系过，但问题还在，材料仍未受理。',
    '接通后称只收到一条短信，没有实际解决。',
    '反映人说窗口口头答应，至今没有办。',
  ],
  vain: ['响铃无人接听。', '通话中，稍后再拨。', '提示已关机。'],
} as const;

export const VERIFICATION_TEXTS = {
  resolved: [
    '调取{department}办件系统，{step}已办结；随机询问当日办理的两名群众，均为一次受理。',
    '到现场查看，佐证材料齐全、时间连贯，{step}已恢复正常办理。',
    '以普通办事人身份体验一次，{step}按承诺时限完成，与反馈一致。',
  ],
  unresolved: [
    '系统显示“已办结”，但结果文件没有送达，反映人仍不能使用。',
    '现场仍张贴旧的材料清单，{step}抽查两件，其中一件仍要求重复提交。',
    '佐证照片与现场不符，整改只做了一部分。',
  ],
  false: ['{department}申请销号时称已办结，现场和系统均无任何办理记录，属虚报。'],
} as const;

export const CORROBORATION_TEXTS = {
  resolved: [
    '调阅{department}季度指标和办件数据，{step}平均用时已回到承诺时限内，抽查五件无异常。',
    '查阅会议纪要与发文，举措均已落实，数据与反馈相符。',
  ],
  unresolved: ['抽查五件，其中两件仍超时限，举措未见成效。', '纪要要求的第二项举措没有落实痕迹。'],
} as const;

export const THIRD_CHECK_TEXTS = {
  resolved: ['两名督查员现场复查：反映人所指的未办部分属另一事项，本事项确已办结。'],
  unresolved: ['两名督查员现场复查：反映人说法属实，{step}没有真正办成。'],
} as const;

export const REWORK_REASONS: Readonly<
  Record<'unresolved' | 'third_finds_unresolved' | 'false_request', string>
> = {
  unresolved: '两项印证均认为问题没有解决，退回重新办理，请逐项对照举措整改。',
  third_finds_unresolved: '现场复查未通过，返工，并对佐证材料的真实性作出说明。',
  false_request: '申请销号的内容与实际不符，按虚报处理，退回重新办理并书面说明情况。',
};

export const WATCH_FOCUSES = [
  '{step}的办理时长是否稳定在承诺时限内',
  '同类事项是否再次出现重复要材料',
] as const;

export const LONG_RUNNING_PLANS = [
  '涉及历史遗留问题，分三批推进，每月报送进展，先解决急用的。',
  '需待上级系统改造完成，改造期间以人工通道保障办理。',
] as const;

export const REFERRALS = [
  { brief: '两部门规定存在冲突，区级无权调整，提请明确执行口径。', to: '市级业务主管部门' },
  { brief: '涉及跨区管网权属，提请上级统筹协调。', to: '市政府督查机构' },
] as const;

export const SUSPENSION_REASONS = [
  '汛期道路禁止开挖，暂缓至解禁后继续。',
  '等待上级系统升级窗口，期间保留人工受理。',
] as const;

export const RESUMPTION_REASONS = ['暂缓原因已消除，恢复推进。'] as const;

export const REBOUND_REASONS = [
  '30日回头看：{step}又出现要求重复提交材料的情况。',
  '回头看抽查三件，一件超时，问题反弹。',
] as const;

export const TAKE_UP_REASONS = [
  '关注期内再次出现同类问题，重新列入推进。',
  '上级批复已到，按批复继续办理。',
  '反映人提出新的情况，进入下一轮办理。',
] as const;

export const SPLIT_REASON = '反映了两件互不相干的事，分别由不同部门办理';
/** What somebody tells of beside the matter they came for. */
export const SECOND_MATTER = {
  title: '服务大厅停车场出口道闸经常失灵',
  body: '来大厅办事时，停车场出口道闸经常抬不起来，要等保安过来手动开，高峰时排队十几分钟。请一并处理。',
};

export const DEPARTURE_REASON =
  '两件事的权责划分不同：先例中的事项当时没有明确牵头单位，本件权责清单已有规定。';
export const REPORT_REJECTED = '与上一期内容相同，请写明本期做了什么、有什么佐证。';
export const EXTENSION_GRANTED =
  '办理中需要向上级主管部门请示政策口径，批复到后即办，办理时间延长两个工作日。';
export const EXTENSION_REFUSED = '所列原因不影响办理，请按原定时限办结。';
export const DIRECTIVE = '请主要负责同志亲自过问，五日内把解决办法报来。';

export const LOOK_BACKS = [
  '随机回访两名办事人，流程与承诺一致，问题未反弹。',
  '抽查近一个月同类办件十件，均在承诺时限内办结，未见反复补正。',
  '到窗口体验办理一次，一次性告知单齐全，问题已巩固。',
] as const;

export const INQUIRIES = [
  '责任单位每周调度一次，进度与计划相符。',
  '上级部门已受理请示，正在会签，预计下月答复。',
  '资金和场地已落实，按计划推进，未出现新的阻碍。',
] as const;
