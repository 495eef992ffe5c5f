import type { Matter } from './matter.ts';

export const TAX_MATTERS: readonly Matter[] = [
  {
    category: 'tax-2',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'complex',
    title: '留抵退税申请{days}天没有进展',
    body:
      '我公司{day}提交增值税留抵退税申请，金额约{amount}万元，是购置研发设备形成的。系统显示“审核中”，专管员说在等复核，复核岗说在等数据，' +
      '打了{trips}次电话，每次都是“再等等”。公司发工资全靠这笔钱，请告知卡在哪个环节、还要多久。',
    desk: '办税服务厅{window}号窗口',
    step: '留抵退税审核',
    answered: '在复核，时间说不准',
    wish: '说明卡在哪一步，给一个明确的日期。',
    steps: [
      ['核对疑点数据并一次性告知需补充的凭证', '税务事项通知书'],
      ['完成审核并开具退还书', '税收收入退还书'],
    ],
    answer:
      '退税款已开具退还书并送国库办理。延误原因是一张设备发票信息比对异常，我们没有及时告知，特此致歉。',
  },
  {
    category: 'tax-1',
    kind: 'enterprise',
    cause: 'refused_without_reason',
    complexity: 'simple',
    title: '新办企业申请数电票额度被拒没有说明原因',
    body: '公司刚成立，客户要{amount}万元的发票，申请调整额度被退回，理由栏只写“不予通过”。电话打不通，到大厅让在系统上重新提交。',
    desk: '办税服务厅',
    step: '发票额度调整',
    answered: '系统自动判断的，重新提交试试',
    wish: '说明不通过的原因，按实际合同调整额度。',
    steps: [['人工复核合同并调整额度，退回理由写明', '额度调整通知']],
    answer: '经复核合同，发票额度已调整到位。今后退回一律写明具体原因和补充材料。',
  },
  {
    category: 'tax-3',
    kind: 'enterprise',
    cause: 'policy_conflict',
    complexity: 'complex',
    title: '研发费用加计扣除两个科室口径不一致',
    body:
      '咨询窗口答复说委托外部机构的试验费可以加计扣除，我们照此申报；风险科电话又说不能，让补税并写情况说明。' +
      '同一件事两个口径，我们该听谁的？如果是我们理解错了，请拿出文件；如果没错，请不要再让我们写第{trips}份说明。',
    desk: '{floor}楼咨询辅导台',
    step: '研发费用加计扣除申报',
    answered: '咨询台和风险科说法相反',
    wish: '给出统一的书面口径。',
    steps: [
      ['组织政策、征管和风险科室会商，出具统一书面意见', '会商意见书'],
      ['撤回不当的风险提示', '风险提示撤销记录'],
    ],
    answer: '经会商，您公司委托开发的费用按规定比例可以加计扣除，原风险提示已撤销。统一口径已印发全部窗口。',
  },
  {
    category: 'tax-4',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'ordinary',
    title: '农民工工资保证金到期{days}天未退',
    body: '项目{day}已竣工备案，工资保证金{amount}万元的退还申请交了两次，一次说缺公示照片，一次说经办人休假。',
    desk: '非税收入窗口',
    step: '保证金退还',
    answered: '经办人休假，回来再办',
    wish: '尽快退还，并说明为什么没有人顶岗。',
    steps: [
      ['核对公示情况并出具退还意见', '无欠薪证明', 'labour'],
      ['办理保证金退还', '退还回单'],
    ],
    answer: '保证金已全额退还到公司账户。窗口已实行AB岗，经办人请假时由B岗受理。',
  },
];
