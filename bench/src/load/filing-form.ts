import { randomBytes } from 'node:crypto';

const MATTER =
  '经营范围变更的材料交了四次，每次要求补的都不一样，窗口也不出具一次性告知书。第一次说章程要重做，第二次说要房东到场，第三次说系统没有这一项，第四次又退回到第一次的说法。公司已经等了一个月，合同因此不能签。';

/** What the page of answers sends when a filing is sent off, new each time. */
export function filingForm(): Record<string, string> {
  return {
    once: randomBytes(16).toString('base64url'),
    complainantKind: 'citizen',
    openness: 'confidential',
    scope: 'stuck',
    chosenCategory: 'enterprise',
    serviceItem: 'enterprise-s2',
    'answers.enterprise-q1': 'hall',
    'answers.enterprise-q2': 'oral',
    mayPublish: 'no',
    placeCode: 'hall-1',
    title: '经营范围变更跑了四趟没办成',
    body: MATTER,
    'tried.desk': '二楼12号窗口',
    'tried.trips': '4',
    causeClass: 'papers_again',
    wish: '一次说清要什么材料',
    name: '反映人甲',
    phone: '13800138000',
    email: 'a@example.com',
  };
}
