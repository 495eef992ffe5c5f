import type { DeclineReason } from '@bihuan/api/domain';

/** What somebody brings that this window is not for, and the notice that says where to go. */
export type DeclinedMatter = {
  readonly reason: DeclineReason;
  readonly title: string;
  readonly body: string;
  readonly competentBody: string;
  readonly notice: string;
};

export const DECLINED_MATTERS: readonly DeclinedMatter[] = [
  {
    reason: 'consultation',
    title: '想问办理营业执照需要哪些材料',
    body: '我准备在{street}开一家小吃店，想问一下办营业执照要哪些材料、几天能拿到，网上的指南看不太懂。',
    competentBody: '政务服务中心咨询台',
    notice:
      '您提出的是办事咨询，尚未实际办理，不属于“办不成事”反映范围。材料清单已随本通知发给您，咨询台可当面或电话解答。',
  },
  {
    reason: 'consultation',
    title: 'Which permit do I need for a food truck',
    body: 'I would like to run a food truck near {street} at weekends and want to know which permits I need before I buy the vehicle.',
    competentBody: '政务服务中心咨询台',
    notice:
      'This is a question before any application was made, so this window is not the place for it. The information desk answers it on every working day; the list of permits is attached.',
  },
  {
    reason: 'petition',
    title: '要求解决二十年前企业改制安置问题',
    body: '原集体企业改制时的安置方案我不认可，多次上访，信访部门已有复核意见，我仍然不同意，请你们重新处理。',
    competentBody: '信访工作联席会议办公室',
    notice: '该事项已经信访三级程序终结，本窗口不能重复受理。如有新的事实和证据，可向信访工作机构提出。',
  },
  {
    reason: 'court',
    title: '与装修公司的合同纠纷请求追回定金',
    body: '装修公司收了定金不开工，我已经向法院起诉，案子开过一次庭，希望你们出面让对方先退钱。',
    competentBody: '受理案件的人民法院',
    notice: '该事项已进入诉讼程序，行政机关不得干预。请按法院通知行使诉讼权利，需要法律援助的可拨打12348。',
  },
  {
    reason: 'court',
    title: '对行政处罚不服要求撤销',
    body: '{street}门店被罚款，我对处罚决定不服，认为事实不清，请“办不成事”窗口撤销这份处罚决定书。',
    competentBody: '行政复议机构或人民法院',
    notice:
      '对行政处罚决定不服，应在收到决定之日起60日内申请行政复议，或在6个月内提起行政诉讼。复议申请书样本已随本通知附上。',
  },
  {
    reason: 'other_jurisdiction',
    title: '邻市的公积金提取被退回',
    body: '我在邻市缴存的公积金，申请异地购房提取被那边退回，请你们催一下。',
    competentBody: '缴存地住房公积金管理中心',
    notice:
      '提取由缴存地中心审核，不在本区职权范围。已将缴存地中心的窗口电话告知您，本区可协助出具购房核验证明。',
  },
  {
    reason: 'other_jurisdiction',
    title: '外省车管所不给办理转籍',
    body: '车辆从外省转入，外省车管所以系统维护为由拖了半个月，跨省的事没人管。',
    competentBody: '车辆登记地公安交通管理部门',
    notice: '转出手续由登记地办理，本区无权督办。可拨打登记地12345或通过交通管理服务热线反映。',
  },
  {
    reason: 'emergency',
    title: '楼道里有很浓的煤气味',
    body: '{building}楼道里煤气味很重，已经持续半小时，物业联系不上。',
    competentBody: '119、燃气抢修热线',
    notice:
      '您反映的是紧急险情，本窗口已在收到后立即电话转119和燃气抢修，请马上离开现场。险情处置完毕后，如有办事问题可再反映。',
  },
  {
    reason: 'no_facts',
    title: '你们都不作为',
    body: '什么部门都不作为，什么事都办不成，希望领导重视，严肃处理一批人。',
    competentBody: '“办不成事”反映窗口',
    notice:
      '来件没有具体事项，也未留下可供核实的情况，无法交办。请补充办的是什么事、在哪个窗口、卡在哪一步，我们随时受理。',
  },
];
