import { randomBytes } from 'node:crypto';

/** What the page of walk-ins sends when a clerk saves one, new each time; `isSettled`: settled while the person was there. */
export function walkInForm(isSettled: boolean): Record<string, string> {
  return {
    once: randomBytes(16).toString('base64url'),
    channel: 'walk_in',
    complainantKind: 'citizen',
    openness: 'confidential',
    title: '经营范围变更跑了四趟没办成',
    body: '经营范围变更的材料交了四次，每次要求补的都不一样。',
    causeClass: 'papers_again',
    name: '反映人乙',
    phone: '13800138001',
    email: 'b@example.com',
    ...(isSettled && {
      isSettled: 'true',
      category: 'enterprise',
      complexity: 'simple',
      outcome: 'solved',
      text: '已当场出具一次性告知书。',
    }),
  };
}
