import { TEMPLATES } from '@bihuan/api';
import { describe, expect, it } from 'vitest';
import { composeMessage } from './compose-message.ts';

const facts = {
  trackingNumber: 'BH-261012-7K3M9Q-4',
  trackingUrl: 'https://window.example.cn/track?number=BH-261012-7K3M9Q-4',
  due: { date: '2026-10-13', half: 'am', provisional: false },
  until: '2026-10-26',
  declined: { reason: 'court', competentBody: '园区人民法院' },
} as const;

describe('composeMessage', () => {
  it('says in Chinese what happened, what is next by when, and where to look', () => {
    expect(composeMessage('receipt', 'zh-CN', facts)).toEqual({
      subject: '已收到您的诉求（BH-261012-7K3M9Q-4）',
      text: `您好：

我们已收到您反映的事项，受理编号为 BH-261012-7K3M9Q-4。

接下来：2026年10月13日星期二中午12:00前告知您是否受理；不属于受理范围的，会说明理由，并告知应向哪个部门反映。

查询进度：https://window.example.cn/track?number=BH-261012-7K3M9Q-4
查询时需要受理编号和您提交时保存的查询码，本邮件不含查询码。

本邮件由系统自动发出，请勿回复。工作人员不会向您索要查询码。
“办不成事”反映窗口
`,
    });
  });

  it('says the same in English', () => {
    const due = { date: '2027-01-06', half: 'pm', provisional: true } as const;
    const { subject, text } = composeMessage('accepted', 'en', { ...facts, due });
    expect(subject).toBe('Your complaint is accepted (BH-261012-7K3M9Q-4)');
    expect(text).toContain(
      'Next: you get an answer by the end of Wednesday, 6 January 2027 (this may move once the official calendar of that year is published).',
    );
  });

  it('names reason and competent body where a complaint is declined', () => {
    const { text } = composeMessage('declined', 'zh-CN', facts);
    expect(text).toContain('不予受理，原因：已进入或应通过诉讼、仲裁、复议。');
    expect(text).toContain('请向园区人民法院反映');
  });

  it('asks nobody to confirm what was settled on the spot', () => {
    expect(composeMessage('answered', 'zh-CN', { ...facts, due: null }).text).toContain(
      '您可以在2026年10月26日星期一（含当日）前评价。',
    );
    expect(composeMessage('answered', 'zh-CN', { ...facts, due: null }).text).not.toContain('是否认可');
  });

  it.each(TEMPLATES.flatMap((template) => [[template, 'zh-CN'] as const, [template, 'en'] as const]))(
    '%s in %s has every word and both number and link',
    (template, locale) => {
      const { subject, text } = composeMessage(template, locale, facts);
      expect(subject).toContain('BH-261012-7K3M9Q-4');
      expect(text).toContain('https://window.example.cn/track?number=BH-261012-7K3M9Q-4');
      expect(`${subject}${text}`).not.toMatch(/mail_|undefined|null|[{}]/);
    },
  );
});
