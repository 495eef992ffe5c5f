/** What complainants are told by SMS or app: that something happened, and where to look. */
export const FIRST_SHORTS = {
  receipt: {
    'zh-CN': '您反映的事项已收到，受理编号{number}，{due}告知是否受理。查询：{track_url}',
    en: 'We received your complaint {number}; you hear {due} whether it is accepted. {track_url}',
  },
  accepted: {
    'zh-CN': '您反映的事项（{number}）已受理，{due}办理并答复。查询：{track_url}',
    en: 'Your complaint {number} is accepted; you get an answer {due}. {track_url}',
  },
  declined: {
    'zh-CN': '您反映的事项（{number}）不予受理，理由和应向哪个部门反映请查看：{track_url}',
    en: 'Your complaint {number} is not accepted. Why, and who is competent: {track_url}',
  },
  merged: {
    'zh-CN': '您反映的事项（{number}）已与同一事项合并办理，原受理编号继续有效。查询：{track_url}',
    en: 'Your complaint {number} is handled together with another; your number stays valid. {track_url}',
  },
  under_supervision: {
    'zh-CN': '您反映的事项（{number}）已列入督办，{due}办理并答复。查询：{track_url}',
    en: 'Your complaint {number} is under supervision; you get an answer {due}. {track_url}',
  },
  question: {
    'zh-CN': '办理您反映的事项（{number}）需要您补充情况，请{due}查看并答复：{track_url}',
    en: 'We have a question on your complaint {number}; please answer it {due}. {track_url}',
  },
  answered: {
    'zh-CN': '您反映的事项（{number}）已答复，请{due}查看并确认是否认可：{track_url}',
    en: 'Your complaint {number} is answered; please tell us {due} whether you accept it. {track_url}',
  },
  settled: {
    'zh-CN': '您反映的事项（{number}）已当场办结，{until}前可以评价：{track_url}',
    en: 'Your complaint {number} was settled; you can rate it until {until}. {track_url}',
  },
  closed: {
    'zh-CN': '您反映的事项（{number}）已按程序结束，仍未解决的可在{until}前申请重新办理：{track_url}',
    en: 'Your complaint {number} is closed; you can have it reopened until {until}. {track_url}',
  },
  reopened: {
    'zh-CN': '您反映的事项（{number}）已重新办理。查询：{track_url}',
    en: 'Your complaint {number} is being handled again. {track_url}',
  },
  extended: {
    'zh-CN': '您反映的事项（{number}）因情况复杂延长办理时间，{due}答复。原因见：{track_url}',
    en: 'Your complaint {number} needs more time; you get an answer {due}. The reason: {track_url}',
  },
  finally_answered: {
    'zh-CN': '您反映的事项（{number}）已作出终结答复，请查看、下载答复书：{track_url}',
    en: 'Your complaint {number} has its final answer; read and download it here: {track_url}',
  },
} as const;
