import {
  AUDIENCES,
  audiencesOf,
  channelsFor,
  isComplainant,
  kindOf,
  lintTemplate,
  NOTICE_EVENTS,
  templateFor,
} from '@bihuan/domain';
import { expect, it } from 'vitest';
import { FIRST_NOTICES } from './first-notices.ts';

it('stands up to its own lint', () => {
  for (const template of FIRST_NOTICES.templates)
    expect({ ...template, faults: lintTemplate(template) }).toEqual({ ...template, faults: [] });
});

it('has words in both languages for everything it may be asked to say', () => {
  for (const event of NOTICE_EVENTS)
    for (const audience of AUDIENCES)
      for (const channel of channelsFor(FIRST_NOTICES, event, audience))
        for (const locale of ['zh-CN', 'en'] as const) {
          const to = isComplainant(audience) ? 'complainant' : 'staff';
          const key = { event, to, kind: kindOf(channel), locale, category: 'none' } as const;
          expect(templateFor(FIRST_NOTICES.templates, key), JSON.stringify(key)).not.toBeNull();
        }
});

it('tells nobody who may not be told', () => {
  for (const event of NOTICE_EVENTS)
    for (const audience of Object.keys(FIRST_NOTICES.matrix[event] ?? {}))
      expect(audiencesOf(event), event).toContain(audience);
});
