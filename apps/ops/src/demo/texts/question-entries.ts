/** Questions that the window of an invented zone hears every week. */
export const QUESTION_ENTRIES = [
  {
    category: 'enterprise',
    question: '变更经营范围，窗口一再要求补材料怎么办？',
    questionEn: 'The counter keeps asking for more papers to change our business scope. What can we do?',
    answer:
      '请窗口出具一次性告知书，写明缺少的全部材料和依据。已经出具过而又提出新要求的，可以在这里反映，写清办理窗口、时间和往返次数。',
    answerEn:
      'Ask the counter for a written list of everything missing and its basis. Where new papers are asked for after that, file it here with the counter, the dates and how often you went.',
    status: 'published',
  },
  {
    category: 'project',
    question: '施工许可办理超过承诺时限，可以催办吗？',
    questionEn: 'The construction permit is over its promised time. Can it be urged?',
    answer:
      '可以。先在本平台反映并取得受理编号，办理期间每3个工作日可以催办一次，超期责任按各部门实际占用天数认定。',
    answerEn:
      'Yes. File it here first; while it is handled you may urge once in three working days. Lateness is counted for each department by the days it had the matter.',
    status: 'published',
  },
  {
    category: null,
    question: '反映问题会不会让被反映的部门知道我是谁？',
    questionEn: 'Will the department learn who I am?',
    answer:
      '不会。选择“保密”或“匿名”的，所涉部门只看到事情经过，看不到姓名、电话和企业名称；确需联系的须经专人批准并限定时间，每次查看都会记录并告诉您。',
    answerEn:
      'No. With “confidential” or “anonymous” it sees the matter only. Where it needs to reach you, a custodian grants that for a time; every look is recorded and shown to you.',
    status: 'published',
  },
  {
    category: 'labour',
    question: '社保转移提交后一直没有结果，到哪里查询？',
    questionEn: '',
    answer: '先在社保经办窗口查询受理流水号。超过承诺期限没有结果的，可以在这里反映，请附上受理回执。',
    answerEn: '',
    status: 'published',
  },
  {
    category: 'tax',
    question: '增值税留抵退税审核中，怎么了解进度？',
    questionEn: '',
    answer: '正在与税务部门核对答复口径。',
    answerEn: '',
    status: 'draft',
  },
] as const;
