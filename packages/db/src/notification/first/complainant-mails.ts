/** Subject, what happened and what happens next: what complainants are told by mail. */
type Mail = { readonly subject: string; readonly happened: string; readonly next: string };

export const FIRST_MAILS = {
  receipt: {
    'zh-CN': {
      subject: '已收到您的诉求（{number}）',
      happened: '我们已收到您反映的事项，受理编号为 {number}。',
      next: '接下来：{due}告知您是否受理；不属于受理范围的，会说明理由，并告知应向哪个部门反映。',
    },
    en: {
      subject: 'We have received your complaint ({number})',
      happened: 'We have received your complaint. Its tracking number is {number}.',
      next: 'Next: {due} we tell you whether it is accepted; if it is not ours to handle, we say why and who is competent.',
    },
  },
  accepted: {
    'zh-CN': {
      subject: '您的诉求已受理（{number}）',
      happened: '您反映的事项（{number}）已经受理。',
      next: '接下来：{due}办理并答复您。',
    },
    en: {
      subject: 'Your complaint is accepted ({number})',
      happened: 'Your complaint {number} is accepted.',
      next: 'Next: you get an answer {due}.',
    },
  },
  declined: {
    'zh-CN': {
      subject: '您的诉求不属于受理范围（{number}）',
      happened: '您反映的事项（{number}）不予受理，原因：{reason}。',
      next: '接下来：请向{body}反映。一次性告知的内容可以在查询页面查看和打印。',
    },
    en: {
      subject: 'Your complaint is not ours to handle ({number})',
      happened: 'Your complaint {number} is not accepted. Reason: {reason}.',
      next: 'Next: please turn to {body}. The full notice can be read and printed on the tracking page.',
    },
  },
  merged: {
    'zh-CN': {
      subject: '您的诉求已合并办理（{number}）',
      happened: '您反映的事项（{number}）与正在办理的另一件诉求属于同一件事，已合并办理。',
      next: '接下来：您的受理编号继续有效，仍用原编号查询进度和答复。',
    },
    en: {
      subject: 'Your complaint is handled together with another ({number})',
      happened:
        'Your complaint {number} is about the same matter as one already being handled, so the two are handled together.',
      next: 'Next: your tracking number stays valid; keep following progress and answer with it.',
    },
  },
  under_supervision: {
    'zh-CN': {
      subject: '您的诉求已列入督办（{number}）',
      happened: '您反映的事项（{number}）已列入督办清单，并明确了责任部门。',
      next: '接下来：{due}办理并答复您。',
    },
    en: {
      subject: 'Your complaint is under supervision ({number})',
      happened: 'Your complaint {number} is on the supervision list and a department answers for it.',
      next: 'Next: you get an answer {due}.',
    },
  },
  question: {
    'zh-CN': {
      subject: '请您补充情况（{number}）',
      happened: '办理您反映的事项（{number}）时，有一个问题需要您答复。',
      next: '接下来：请在{due}到查询页面查看问题并答复。等待期间办理时限暂停；到期没有答复的，按现有材料继续办理。',
    },
    en: {
      subject: 'We have a question for you ({number})',
      happened: 'To go on with your complaint {number} we need an answer from you.',
      next: 'Next: please read the question on the tracking page and answer it {due}. Our deadline stands still while we wait; without an answer we go on with what we have.',
    },
  },
  answered: {
    'zh-CN': {
      subject: '您的诉求已答复（{number}）',
      happened: '您反映的事项（{number}）已作出答复。',
      next: '接下来：请在{due}到查询页面查看答复，并告诉我们是否认可；不认可的，继续办理。到期没有表示的，按程序结束，但不视为您满意。您可以在{until}（含当日）前评价。',
    },
    en: {
      subject: 'Your complaint is answered ({number})',
      happened: 'Your complaint {number} has been answered.',
      next: 'Next: please read the answer on the tracking page {due} and tell us whether you accept it; if not, we go on. If we hear nothing the case is closed, which does not count as satisfied. You can rate it until the end of {until}.',
    },
  },
  settled: {
    'zh-CN': {
      subject: '您的诉求已答复（{number}）',
      happened: '您反映的事项（{number}）已作出答复。',
      next: '接下来：请到查询页面查看答复。您可以在{until}（含当日）前评价。',
    },
    en: {
      subject: 'Your complaint is answered ({number})',
      happened: 'Your complaint {number} has been answered.',
      next: 'Next: please read the answer on the tracking page. You can rate it until the end of {until}.',
    },
  },
  closed: {
    'zh-CN': {
      subject: '您的诉求已按程序结束（{number}）',
      happened: '您反映的事项（{number}）答复后，在期限内没有收到您的意见，已按程序结束。这不视为您满意。',
      next: '接下来：问题仍未解决的，可以在{until}（含当日）前到查询页面申请重新办理。',
    },
    en: {
      subject: 'Your complaint is closed ({number})',
      happened:
        'We answered your complaint {number} and heard nothing from you in time, so it is closed. This does not count as satisfied.',
      next: 'Next: if the problem remains you can ask for it to be reopened on the tracking page until the end of {until}.',
    },
  },
  reopened: {
    'zh-CN': {
      subject: '您的诉求重新办理（{number}）',
      happened: '您反映的事项（{number}）已重新办理。',
      next: '接下来：我们会重新明确责任部门和期限，并告知您新的日期。',
    },
    en: {
      subject: 'Your complaint is reopened ({number})',
      happened: 'Your complaint {number} is being handled again.',
      next: 'Next: we name the department and the deadline anew and tell you the date.',
    },
  },
  extended: {
    'zh-CN': {
      subject: '您的诉求延长办理时间（{number}）',
      happened: '您反映的事项（{number}）情况较为复杂，经审批延长了办理时间，原因可以在查询页面查看。',
      next: '接下来：{due}办理并答复您。',
    },
    en: {
      subject: 'Your complaint needs more time ({number})',
      happened: 'Your complaint {number} was given more time. The reason is on the tracking page.',
      next: 'Next: you get an answer {due}.',
    },
  },
  finally_answered: {
    'zh-CN': {
      subject: '您的诉求已作出终结答复（{number}）',
      happened:
        '您反映的事项（{number}）经过办理、答复和复查，已由两人先后审核，作出终结答复。同一事实没有新的理由的，不再重新办理。',
      next: '接下来：请到查询页面查看终结理由和依据，下载带签名的终结答复书，可以随时核验真伪。有新的事实或者新的理由的，请作为新的诉求提交，并写明新在哪里。您依法申请行政复议、提起诉讼的权利不受影响。',
    },
    en: {
      subject: 'Your complaint has its final answer ({number})',
      happened:
        'Your complaint {number} was handled, answered and reviewed, and two people in turn have now signed the final answer. The same facts are not worked on again without new reasons.',
      next: 'Next: the tracking page gives grounds and legal basis, and the signed final answer to download; whether it is genuine can be checked at any time. If you have new facts or reasons, please file them as a new complaint and say what is new. Your right to administrative reconsideration or to go to court is not affected.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly 'zh-CN': Mail; readonly en: Mail }>>;
