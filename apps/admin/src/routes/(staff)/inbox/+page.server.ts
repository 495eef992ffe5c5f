import { readInbox, readRepresentedInboxes, type InboxSection } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { policyWords } from '#lib/server/policy/policy-words.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.admin_nav_inbox(),
  sections: valueOf(await readInbox(event.locals.house, actorOf(event))).map(named),
  represented: valueOf(await readRepresentedInboxes(event.locals.house, actorOf(event))).map((inbox) => ({
    ...inbox,
    sections: inbox.sections.map(named),
  })),
});

/** Policies are called by their kind, with why they are to change. */
function named(section: InboxSection): InboxSection {
  if (section.about !== 'policy') return section;
  const lines = section.lines.map((line) => {
    const name = line.id === 'routing' ? m.routing_title() : policyWords(`kind_${line.id}`);
    return { ...line, title: line.title === '' ? name : `${name}${m.admin_colon()}${line.title}` };
  });
  return { ...section, lines };
}
