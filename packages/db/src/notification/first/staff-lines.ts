type Line = readonly [zh: string, en: string];

/** One line for the bell; mail and SMS to staff say the same. */
export const STAFF_LINES = {
  receipt: ['收到新诉求 {number}，请{due}完成甄别分办', 'New complaint {number}, to be triaged {due}'],
  accepted: ['诉求 {number} 已受理', 'Complaint {number} was accepted'],
  declined: ['诉求 {number} 不予受理', 'Complaint {number} was declined'],
  merged: ['诉求 {number} 已合并办理', 'Complaint {number} was merged'],
  under_supervision: ['诉求 {number} 已列入督办', 'Complaint {number} is under supervision'],
  question: ['已请诉求 {number} 的反映人补充情况', 'The complainant of {number} was asked a question'],
  answered: ['诉求 {number} 已公布答复', 'Complaint {number} was answered'],
  settled: ['诉求 {number} 已当场办结', 'Complaint {number} was settled on the spot'],
  closed: ['诉求 {number} 逾期未确认，已按程序结束', 'Complaint {number} was closed without a word'],
  reopened: ['诉求 {number} 申请重新办理，请重新派单', 'Complaint {number} is reopened and wants routing'],
  extended: ['诉求 {number} 的办理期限已延长至{due}', 'Complaint {number} was given more time, {due}'],
  finally_answered: ['诉求 {number} 已作出终结答复', 'Complaint {number} has its final answer'],
  replied: ['诉求 {number} 的反映人已答复补充情况', 'The complainant of {number} answered the question'],
  supplemented: ['诉求 {number} 有补充材料', 'Complaint {number} was supplemented'],
  urged: ['诉求 {number} 的反映人催办', 'The complainant of {number} urges'],
  disputed: ['诉求 {number} 的答复未获认可，进入下一轮办理', 'The answer to {number} is disputed'],
  withdrawn: ['诉求 {number} 已由反映人撤回', 'Complaint {number} was withdrawn'],
  badly_rated: ['诉求 {number} 收到不满意评价，请核实', 'Complaint {number} was rated badly; please review'],
  complaint_late: ['诉求 {number} 已超过{due}的期限', 'Complaint {number} is late; it was due {due}'],
  complaint_escalated: [
    '诉求 {number} 已超过{due}的期限，仍未办理，现逐级提醒到您，请督促办理',
    'Complaint {number} is late; it was due {due}, nothing was done, and the reminder has come up to you',
  ],
  complaint_escalated_instead: [
    '诉求 {number} 已超过{due}的期限，应提醒的岗位无人在岗，请您代为督促',
    'Complaint {number} is late; it was due {due}, and nobody is there whom to remind: please see to it',
  ],
  item_proposed: [
    '督办事项 {item_number} 待第二人签批立项',
    'Item {item_number} waits for a second signature',
  ],
  item_assigned: [
    '督办事项 {item_number} 已派到贵单位，请{due}签收',
    'Item {item_number} was assigned to you; sign for it {due}',
  ],
  item_returned: ['督办事项 {item_number} 被退回，请裁定', 'Item {item_number} was returned; please rule'],
  return_ruled: ['督办事项 {item_number} 的退回已有裁定', 'The return of item {item_number} was ruled on'],
  measure_disputed: [
    '督办事项 {item_number} 有举措被提出配合争议，请裁定',
    'A measure of item {item_number} is disputed; it is to be ruled on',
  ],
  dispute_ruled: [
    '督办事项 {item_number} 的配合争议已有裁定',
    'The dispute over a measure of item {item_number} was ruled on',
  ],
  strike_off_requested: [
    '督办事项 {item_number} 申请销号，请指派督查员',
    'Strike-off of item {item_number} is requested; name an inspector',
  ],
  verification_opened: [
    '督办事项 {item_number} 待督查核实，请{due}完成',
    'Item {item_number} is to be verified {due}',
  ],
  finding_filed: ['督办事项 {item_number} 已提交一份印证结论', 'A finding on item {item_number} was filed'],
  struck_off: ['督办事项 {item_number} 已销号', 'Item {item_number} was struck off'],
  rework: ['督办事项 {item_number} 被退回整改', 'Item {item_number} was sent to rework'],
  taken_up_again: ['督办事项 {item_number} 重新办理', 'Item {item_number} was taken up again'],
  suspended: ['督办事项 {item_number} 已暂停', 'Item {item_number} is suspended'],
  resumed: ['督办事项 {item_number} 已恢复办理', 'Item {item_number} was resumed'],
  rebounded: ['督办事项 {item_number} 问题反弹', 'The problem of item {item_number} is back'],
  referred_up: ['督办事项 {item_number} 提请上级研究', 'Item {item_number} was referred up'],
  report_rejected: [
    '督办事项 {item_number} 的推进反馈被驳回，请重新报送',
    'A report on item {item_number} was sent back; please report again',
  ],
  extension_requested: [
    '督办事项 {item_number} 申请延期，请审批',
    'An extension of item {item_number} is asked for',
  ],
  extension_decided: [
    '督办事项 {item_number} 的延期申请已有结果',
    'The extension of item {item_number} was decided',
  ],
  directive_given: [
    '督办事项 {item_number} 有领导批示，请办理并回复',
    'A directive on item {item_number} wants your answer',
  ],
  directive_answered: [
    '督办事项 {item_number} 的批示已有回复',
    'The directive on item {item_number} was answered',
  ],
  inspection_team_formed: [
    '您已编入专项督查 {item_number} 的督查组',
    'You are on the team of special inspection {item_number}',
  ],
  inspection_report_submitted: [
    '专项督查 {item_number} 的报告待审定',
    'The report of special inspection {item_number} waits for approval',
  ],
  inspection_report_sent_back: [
    '专项督查 {item_number} 的报告被退回修改',
    'The report of special inspection {item_number} was sent back',
  ],
  inspection_closed: [
    '专项督查 {item_number} 的报告已审定，请查看发现的问题',
    'The report of special inspection {item_number} is approved; see what was found',
  ],
  indicator_red: [
    '指标 {item_number} 本月亮红灯，请查看原因并抓紧推进',
    'Indicator {item_number} shows a red light this month; see why and act',
  ],
  sheet_provisional: [
    '{item_number}成绩单已公示，对本部门记分有异议的，请{due}提出',
    'The provisional score sheet of {item_number} is open; objections are due {due}',
  ],
  sheet_objected: [
    '{item_number}成绩单收到部门异议，请复核',
    'A department objects to the score sheet of {item_number}; it waits for a ruling',
  ],
  sheet_ruled: [
    '对{item_number}成绩单的异议已有复核结论',
    'The objection to the score sheet of {item_number} was ruled on',
  ],
  sheet_published: ['{item_number}成绩单已公布', 'The score sheet of {item_number} is published'],
  restatement_proposed: [
    '{item_number}成绩单拟重述，请第二人核签',
    'A restatement of the score sheet of {item_number} waits for a second signature',
  ],
  sheet_restated: [
    '{item_number}成绩单已重述，请查看逐条对比',
    'The score sheet of {item_number} was restated; see line by line what changed',
  ],
  last_place_proposed: [
    '{item_number}末位零绩效已提出，请第二人核签',
    'The last-place rule for {item_number} waits for a second signature',
  ],
  last_place_settled: [
    '您提出的{item_number}末位零绩效已有核签结果',
    'Your proposal on the last place of {item_number} was signed or sent back',
  ],
  policy_to_sign: [
    '规则“{item_number}”的草稿待第二人签批',
    'The draft of the policy “{item_number}” waits for a second signature',
  ],
  policy_signed: [
    '规则“{item_number}”的草稿已由第二人签批并发布',
    'The draft of the policy “{item_number}” got its second signature and is published',
  ],
  policy_sent_back: [
    '规则“{item_number}”的草稿被退回，请查看理由后修改',
    'The draft of the policy “{item_number}” was sent back; see why and change it',
  ],
  bulletin_to_approve: ['{item_number}已起草，待审核签发', '{item_number} is drafted and waits for approval'],
  bulletin_approved: ['{item_number}已签发', '{item_number} was approved'],
  bulletin_sent_back: [
    '{item_number}被退回，请查看理由后修改',
    '{item_number} was sent back; see why and change it',
  ],
  adjustment_to_sign: [
    '{item_number}有一笔人工记分待第二人核签',
    'A line by hand of {item_number} waits for a second signature',
  ],
  adjustment_signed: [
    '您提出的{item_number}人工记分已核签入账',
    'Your line by hand of {item_number} was signed and entered',
  ],
  adjustment_declined: [
    '您提出的{item_number}人工记分未予核签，请查看理由',
    'Your line by hand of {item_number} was not signed; see why',
  ],
  result_sent_back: [
    '您录入的指标 {item_number} 的结果被退回，请查看理由后重新录入',
    'The result you entered for indicator {item_number} was sent back; see why and enter it again',
  ],
  item_near: [
    '督办事项 {item_number} 的期限临近，请{due}完成',
    'A date of item {item_number} is near: it is due {due}',
  ],
  item_late: ['督办事项 {item_number} 已超过{due}的期限', 'Item {item_number} is late; it was due {due}'],
  item_escalated: [
    '督办事项 {item_number} 已超过{due}的期限，现逐级提醒到您，请督促办理',
    'Item {item_number} is late; it was due {due}, and the reminder has come up to you',
  ],
  item_escalated_instead: [
    '督办事项 {item_number} 已超过{due}的期限，应提醒的岗位无人在岗，请您代为督促',
    'Item {item_number} is late; it was due {due}, and nobody is there whom to remind: please see to it',
  ],
  digest: [
    '今日提醒：逾期{late_count}件，临期{soon_count}件，未读通知{unread_count}条。{item_numbers}',
    'Today: {late_count} late, {soon_count} due soon, {unread_count} notices unread. {item_numbers}',
  ],
} as const satisfies Readonly<Record<string, Line>>;
