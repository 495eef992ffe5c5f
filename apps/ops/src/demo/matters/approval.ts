import type { Matter } from './matter.ts';

export const APPROVAL_MATTERS: readonly Matter[] = [
  {
    category: 'enterprise-2',
    kind: 'enterprise',
    cause: 'papers_again',
    complexity: 'ordinary',
    title: '经营范围变更跑了{trips}趟还没受理',
    body:
      '我公司{day}起办理经营范围变更，要增加“软件开发”和“技术服务”两项。第一次去说表述不规范，改好后第二次去又说要补股东会决议，' +
      '决议补上后第{trips}次去，换了一位工作人员，说章程也要一起备案，之前交的材料全部退回重做。每次都是口头告知，没有给过一次性告知单。' +
      '客户合同等着变更后的执照才能签，已经拖了{days}天。',
    desk: '政务服务中心{floor}楼企业登记{window}号窗口',
    step: '经营范围变更受理',
    answered: '每次说的都不一样，最后一次说“前面的同事可能没讲全”',
    wish: '把要交的材料一次说清楚，尽快受理并换发执照。',
    steps: [
      ['指定专人对接企业，一次性出具书面补正清单', '补正通知书（盖章扫描件）'],
      ['受理变更登记并换发营业执照', '准予变更登记通知书、新执照复印件'],
    ],
    answer:
      '您反映的经营范围变更已于收齐材料当日受理并换发执照。经核查，前期窗口确有分次口头告知的情况，已向您书面致歉，' +
      '并将该事项的材料清单张贴在窗口、同步到网上办事指南。',
  },
  {
    category: 'enterprise-1',
    kind: 'citizen',
    cause: 'system_fault',
    complexity: 'simple',
    title: '网上设立登记卡在人脸认证，窗口不让线下办',
    body:
      '想注册一家小型设计公司，网上系统在人脸认证这一步反复提示“网络异常”，试了{trips}次都不行。到窗口问，说现在只能全程网办，' +
      '让我回家再试。我年纪大的合伙人根本不会用手机认证。',
    desk: '企业开办专区自助机',
    step: '实名认证',
    answered: '系统的事窗口管不了，再多试几次',
    wish: '能在窗口帮我们现场把认证做完，或者允许线下提交。',
    steps: [['在企业开办专区现场帮办认证，并开通线下受理', '帮办登记单、受理回执']],
    answer:
      '已由帮办人员陪同两位合伙人在窗口完成认证，执照当天领取。认证系统的故障已报送技术单位修复，窗口恢复线下受理通道。',
  },
  {
    category: 'project-1',
    kind: 'enterprise',
    cause: 'passed_around',
    complexity: 'complex',
    title: '厂房扩建备案在两个部门之间来回{trips}次',
    body:
      '我司在{street}的厂房要扩建{area}平方米生产线，去办项目备案。审批窗口说要先有规划意见，规划窗口说要先有项目备案代码，' +
      '两边都要求对方先出文件，我们在两个窗口之间跑了{trips}次。银行贷款的放款条件是{day}前拿到备案证，现在已经过期，' +
      '每拖一天利息就多一天。我们只想知道，到底哪个在前、哪个在后，谁能拍板。',
    desk: '工程建设项目综合窗口',
    step: '投资项目备案',
    answered: '“规划没意见我们没法备”“没代码我们没法出意见”',
    wish: '请牵头部门把两家叫到一起，定下先后顺序并书面告诉我们。',
    steps: [
      ['召集规划、经发开联审会，明确办理顺序并形成纪要', '联审会纪要'],
      ['出具规划初步意见', '规划初步意见函', 'planning'],
      ['赋码并办结项目备案', '项目备案证'],
    ],
    answer:
      '三个部门已开联审会明确：扩建类项目先赋码备案、再出规划意见，两件事并联办理。您单位的备案证已经办结。' +
      '该顺序已写入办事指南，今后不再要求互为前置。',
  },
  {
    category: 'enterprise-3',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'ordinary',
    title: '简易注销公告期满{days}天仍未办结',
    body: '公司早已停业，{day}简易注销公告期满，系统一直显示“审核中”。承诺时限写的是3个工作日，打电话没人接，到窗口说后台人手不够，让等通知。',
    desk: '企业登记{window}号窗口',
    step: '简易注销审核',
    answered: '后台在排队，没有办法催',
    wish: '按承诺时间办结，不要再拖。',
    steps: [['核查积压件并办结该笔简易注销', '注销登记通知书']],
    answer:
      '该笔简易注销已办结。经查，系公告期满后系统未自动推送，我局已清理同类积压件，并改为每日人工核对。',
  },
  {
    category: 'project-2',
    kind: 'enterprise',
    cause: 'papers_again',
    complexity: 'complex',
    title: '装修施工许可要求重复提交已共享的材料',
    body:
      '办公楼{building}内部装修办施工许可，窗口要我们提交产权证、规划许可、消防备案三份复印件盖章，其中两份就是同一栋楼里另外两个窗口发的。' +
      '说好的“部门共享材料不再重复提交”没有落实，光盖章就来回跑了{trips}趟。',
    desk: '工程建设项目综合窗口',
    step: '施工许可核发',
    answered: '系统里查不到，只能你们自己交',
    wish: '内部能查到的就不要让企业再交，许可证尽快发。',
    steps: [
      ['通过共享平台调取产权和规划信息，核发施工许可', '施工许可证'],
      ['打通消防备案结果的内部推送', '接口联调记录', 'construction'],
    ],
    answer:
      '施工许可证已核发，重复提交的两份材料已退还。产权、规划和消防备案结果改由窗口在共享平台自行调取。',
  },
  {
    category: 'enterprise-2',
    kind: 'enterprise',
    cause: 'refused_without_reason',
    complexity: 'ordinary',
    title: 'Change of registered address refused at the counter',
    body:
      'We are a small foreign-invested company moving from one building in the zone to another on {street}. On {day} the counter ' +
      'refused our application for a change of registered address and only said that the lease "does not look right". ' +
      'We asked for the reason in writing and were told to come back another day. We have been {trips} times in total. ' +
      'Our bank has frozen the account change until the new licence is issued.',
    desk: 'Enterprise registration, counter {window}',
    step: 'Change of registered address',
    answered: 'Come back another day',
    wish: 'A written reason, or acceptance of the application.',
    steps: [
      ['复核租赁合同并书面说明审查意见', '审查意见书（中英文）'],
      ['受理住所变更并换发执照', '准予变更登记通知书'],
    ],
    answer:
      'The lease was found to be in order; the counter had overlooked the annex with the property number. The change was ' +
      'accepted and the new licence issued. A counter with English-speaking staff is open on weekday mornings.',
    locale: 'en',
  },
];
