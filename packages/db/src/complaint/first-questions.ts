import type { QuestionKind } from './first-filing-catalogue.ts';

type Question = {
  readonly kind: QuestionKind;
  readonly name: string;
  readonly nameEn: string;
  readonly choices?: readonly (readonly [value: string, name: string, nameEn: string])[];
  readonly isRequired?: boolean;
};

const ONLINE: Question = {
  kind: 'choice',
  name: '是在哪里申请的？',
  nameEn: 'Where did you apply?',
  choices: [
    ['hall', '到大厅窗口', 'At a counter of the hall'],
    ['online', '网上或手机上', 'Online or by phone app'],
    ['both', '线上线下都试过', 'Both'],
  ],
};

const RECEIVED: Question = {
  kind: 'choice',
  name: '有没有拿到受理通知书或一次性告知书？',
  nameEn: 'Were you given a notice of acceptance or a list of missing papers?',
  choices: [
    ['accepted', '拿到受理通知书', 'A notice of acceptance'],
    ['told_once', '拿到一次性告知书', 'A list of missing papers'],
    ['oral', '只有口头答复', 'Only spoken answers'],
    ['nothing', '都没有', 'Neither'],
  ],
};

const APPLIED_ON: Question = {
  kind: 'date',
  name: '哪天提交的申请？',
  nameEn: 'On which day did you apply?',
};

/** What each top category asks beside the matter itself; few, so that filing stays short. */
export const FIRST_QUESTION_ROWS: Readonly<Record<string, readonly Question[]>> = {
  enterprise: [ONLINE, RECEIVED],
  project: [
    {
      kind: 'choice',
      name: '项目现在到哪个阶段？',
      nameEn: 'How far is the project?',
      isRequired: true,
      choices: [
        ['approval', '立项与用地', 'Approval and land'],
        ['permit', '规划与施工许可', 'Planning and construction permits'],
        ['building', '正在施工', 'Under construction'],
        ['acceptance', '竣工验收', 'Acceptance'],
      ],
    },
    APPLIED_ON,
    RECEIVED,
  ],
  tax: [
    ONLINE,
    {
      kind: 'text',
      name: '涉及哪个税种或费种，哪个所属期？',
      nameEn: 'Which tax or charge, and which period?',
    },
  ],
  labour: [
    {
      kind: 'choice',
      name: '您是？',
      nameEn: 'You are',
      choices: [
        ['employee', '职工本人', 'The employee'],
        ['employer', '用人单位', 'The employer'],
        ['family', '家属或其他', 'Family or other'],
      ],
    },
    RECEIVED,
  ],
  property: [APPLIED_ON, RECEIVED],
  planning: [APPLIED_ON, RECEIVED],
  market: [ONLINE, RECEIVED],
  environment: [APPLIED_ON, RECEIVED],
  city: [{ kind: 'text', name: '具体在哪条路、哪个路段？', nameEn: 'Which street, and which part of it?' }],
  utility: [
    {
      kind: 'choice',
      name: '报装类型',
      nameEn: 'Kind of connection',
      choices: [
        ['new', '新装', 'New'],
        ['extension', '增容或改造', 'Extension'],
        ['transfer', '过户或变更', 'Transfer'],
      ],
    },
    APPLIED_ON,
  ],
  policy: [
    {
      kind: 'text',
      name: '哪一项政策？文件名称或文号',
      nameEn: 'Which policy? Its title or number',
      isRequired: true,
    },
    { kind: 'number', name: '申请金额（万元）', nameEn: 'Amount applied for (10,000 yuan)' },
    APPLIED_ON,
  ],
  people: [ONLINE, RECEIVED],
  conduct: [
    { kind: 'date', name: '哪天发生的？', nameEn: 'On which day did it happen?', isRequired: true },
    { kind: 'text', name: '工号或窗口号（记得就写）', nameEn: 'Staff or counter number, if you remember' },
  ],
};
