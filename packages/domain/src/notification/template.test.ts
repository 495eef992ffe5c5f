import { describe, expect, it } from 'vitest';
import { audiencesOf } from './audience.ts';
import { NOTICE_EVENTS } from './notice-event.ts';
import { channelsFor, templateFor, withTemplate } from './notice-rules.ts';
import { fillOpen, fillPrivate, lintTemplate, NO_OPEN_VALUES, type Template } from './template.ts';

const mail: Template = {
  event: 'accepted',
  to: 'complainant',
  kind: 'email',
  locale: 'zh-CN',
  category: '',
  subject: '您的诉求已受理（{number}）',
  body: '您反映的“{title}”（{number}）已受理，{due}答复。退订：{opt_out_url}',
};
const sms: Template = { ...mail, kind: 'short', subject: '', body: '诉求（{number}）已受理，{due}答复' };
const faults = (template: Template) =>
  lintTemplate(template).map(({ field, fault, about }) => `${field} ${fault} ${about}`.trim());

describe('lintTemplate', () => {
  it('lets sound templates through', () => {
    expect(faults(mail)).toEqual([]);
    expect(faults(sms)).toEqual([]);
  });

  it.each<[string, Template, string]>([
    ['a variable nobody knows', { ...sms, body: '{number}{phone}' }, 'body unknown_variable phone'],
    ['a private variable in an SMS', { ...sms, body: '{number}{title}' }, 'body private_variable title'],
    [
      'a private variable in a subject',
      { ...mail, subject: '{category}' },
      'subject private_variable category',
    ],
    [
      'a variable of other messages',
      { ...sms, body: '{number}{item_number}' },
      'body variable_out_of_place item_number',
    ],
    ['a lone brace', { ...sms, body: '{number} {due' }, 'body stray_brace'],
    ['nested braces', { ...sms, body: '{{number}}{number}' }, 'body stray_brace'],
    ['nothing', { ...sms, body: ' \n' }, 'body empty'],
    ['no number', { ...sms, body: '已受理' }, 'body number_missing number'],
    ['no way out', { ...mail, body: '{number}' }, 'body opt_out_missing opt_out_url'],
    ['too much', { ...sms, body: `{number}${'字'.repeat(300)}` }, 'body too_long 300'],
  ])('refuses %s', (_, template, fault) => {
    expect(faults(template)).toContain(fault);
  });
});

describe('filling', () => {
  const open = { ...NO_OPEN_VALUES, number: 'BH-1', due: '周二前' };
  const all = {
    ...open,
    title: '私密',
    category: '',
    reason: '',
    body: '',
    rate_url: '',
    opt_out_url: 'https://x',
  };

  it('leaves private variables empty where only open ones belong, whatever it is given', () => {
    expect(fillOpen('{number} {title}{opt_out_url}{due}{nonsense}', all)).toBe('BH-1 周二前');
  });

  it('puts everything into the body of a mail, and reads no braces in what it put there', () => {
    expect(fillPrivate('{number} {title}', { ...all, title: '{due}' })).toBe('BH-1 {due}');
  });
});

describe('the rules', () => {
  it('prefer the words of the category', () => {
    const own = { ...mail, category: 'tax', subject: '税费（{number}）' };
    const templates = withTemplate([mail], own);
    expect(templateFor(templates, { ...mail, category: 'tax' })).toBe(own);
    expect(templateFor(templates, { ...mail, category: 'project' })).toBe(mail);
    expect(templateFor([own], mail)).toBeNull();
    expect(withTemplate(templates, { ...own, subject: '改' })).toHaveLength(2);
  });

  it('never tell departments of ratings or findings, whatever the matrix says', () => {
    const matrix = { badly_rated: { lead_head: ['in_app'], triage: ['in_app'] } } as const;
    expect(channelsFor({ matrix }, 'badly_rated', 'lead_head')).toEqual([]);
    expect(channelsFor({ matrix }, 'badly_rated', 'triage')).toEqual(['in_app']);
    expect(audiencesOf('finding_filed')).toEqual(['triage']);
  });

  it('give complainants no bell', () => {
    const matrix = { accepted: { complainant: ['in_app', 'email'] } } as const;
    expect(channelsFor({ matrix }, 'accepted', 'complainant')).toEqual(['email']);
    expect(NOTICE_EVENTS.filter((event) => audiencesOf(event).includes('complainant'))).toHaveLength(12);
  });
});
