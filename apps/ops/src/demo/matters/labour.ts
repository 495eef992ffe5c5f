import type { Matter } from './matter.ts';

export const LABOUR_MATTERS: readonly Matter[] = [
  {
    category: 'labour-1',
    kind: 'citizen',
    cause: 'passed_around',
    complexity: 'ordinary',
    title: '外省社保转入跑了{trips}趟，两边都说等对方',
    body:
      '我从外地回来工作，养老保险转入手续{day}就交了。这边说等转出地的信息表，转出地说表早就发出来了。我两头打电话打了一个月，' +
      '谁也查不到那张表在哪里。再不接上，今年的居住证积分就少算一年。',
    desk: '社保经办大厅{window}号窗口',
    step: '养老保险关系转移接续',
    answered: '没收到对方的表，让对方再发一次',
    wish: '请两边直接对接，不要让我当传话的。',
    steps: [['与转出地经办机构直接核对信息表并入账', '转移接续信息表、入账单']],
    answer:
      '信息表因身份证号少录一位被系统挂起，已与转出地更正并入账，您的缴费年限已连续。今后挂起件由经办人主动联系对方。',
  },
  {
    category: 'labour-3',
    kind: 'citizen',
    cause: 'papers_again',
    complexity: 'ordinary',
    title: '人才租房补贴审核反复退回',
    body:
      '硕士毕业来高新区工作，申请租房补贴被退回{trips}次：第一次说合同没备案，备案后说备案日期晚于申请日期，重新申请又说劳动合同页数不全。' +
      '每退一次要等半个月，三个月的补贴就这样拖没了。',
    desk: '人才服务专区',
    step: '租房补贴审核',
    answered: '系统退回的，按提示改',
    wish: '把要求一次写全，补发错过的月份。',
    steps: [
      ['人工复核全部材料，一次性告知', '复核意见单'],
      ['核定并补发补贴', '补贴发放明细'],
    ],
    answer: '经复核您符合条件，补贴已从首次申请月份起核定并补发。退回意见改为一次列全，由专人电话说明。',
  },
  {
    category: 'labour-4',
    kind: 'enterprise',
    cause: 'over_promised_time',
    complexity: 'ordinary',
    title: 'Work permit renewal of our engineer past the promised date',
    body:
      'We applied for the renewal of a work permit for our process engineer on {day}. The promised time is 10 working days; it is now ' +
      '{days} days later and the system still shows "under review". The old permit ends in two weeks and he cannot travel to our ' +
      'customer. Nobody could tell us what is missing.',
    desk: 'Foreign talent counter {window}',
    step: 'Renewal of work permit',
    answered: 'Under review, please wait',
    wish: 'A decision before the old permit ends, or a letter that lets him travel.',
    steps: [['核对学历认证与无犯罪记录并办结延期', '工作许可延期决定']],
    answer:
      'The renewal has been granted and the new permit can be collected. The file had waited for a degree check that was already ' +
      'in the system; we apologise and now remind ourselves of each file three days before its date.',
    locale: 'en',
  },
  {
    category: 'labour-5',
    kind: 'citizen',
    cause: 'passed_around',
    complexity: 'complex',
    title: '工地拖欠工资{amount}万元，投诉无人受理',
    body:
      '我们{count}个人在{street}的工地干了四个月，包工头跑了，总包说钱已经付给分包。劳动监察说要先有考勤表，考勤表在总包手里不给我们。' +
      '住建说欠薪找人社，人社说没有证据立不了案。都是养家糊口的钱，请帮帮我们。',
    desk: '劳动保障监察窗口',
    step: '欠薪投诉立案',
    answered: '没有考勤表不能立案',
    wish: '先立案，由部门去调考勤和付款记录，把工资要回来。',
    steps: [
      ['立案并向总包调取实名制考勤和付款记录', '立案审批表、调取证据清单'],
      ['暂停拨付该项目进度款，督促总包先行清偿', '约谈记录', 'construction'],
      ['组织发放被欠工资', '工资发放表（签字）'],
    ],
    answer: '已立案并查清欠薪数额，总包按规定先行清偿，工资已全部发到每人的银行卡。',
  },
  {
    category: 'labour-2',
    kind: 'citizen',
    cause: 'staff_conduct',
    complexity: 'simple',
    title: '窗口人员对工伤待遇问题态度生硬',
    body: '去问工伤护理费标准，窗口人员边看手机边说“自己上网查”，我不会上网才来问的。排了一个小时队，不到一分钟就被打发了。',
    desk: '工伤待遇窗口',
    step: '待遇咨询',
    answered: '自己上网查',
    wish: '当事人道歉，把标准打印给我。',
    steps: [['调取监控核实并处理，向当事人当面致歉、说明标准', '核查情况说明、致歉记录']],
    answer: '监控显示情况属实，当班人员已离岗培训并向您当面致歉，护理费标准和计算方法已打印给您。',
  },
];
