import { listNotices, openNotice, readAllNotices } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const after = url.searchParams.get('after') ?? '';
  const page = await listNotices(locals.house, actorOf(event), { after });
  // A key that was tampered with shows the first page.
  const shown = page.ok ? page : await listNotices(locals.house, actorOf(event), {});
  return { title: m.notice_title(), page: valueOf(shown) };
};

export const actions: Actions = {
  open: (event) => submitForm(event, openNotice, { then: ({ about, aboutId }) => pageOf(about, aboutId) }),
  readAll: (event) => submitForm(event, readAllNotices, { then: '/notices', flash: 'notices_read' }),
};

function pageOf(about: string, id: string | null): string {
  if (id === null) return '/inbox';
  if (about === 'inspection') return `/inspections/${id}`;
  if (about === 'indicator') return `/indicators/${id}`;
  if (about === 'sheet') return `/appraisal/periods/${id}`;
  if (about === 'policy') return `/policies/${id}`;
  if (about === 'bulletin') return `/bulletins/${id}`;
  if (about === 'adjustment') return `/appraisal/adjustments?adjustment=${id}#line-${id}`;
  return about === 'item' ? `/supervision/${id}` : `/complaints/${id}`;
}
