import { m } from '@bihuan/ui/messages';
import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { bulletinFeed } from '../../bulletin/bulletin-feed.ts';
import { env } from '../../house.ts';

/** Bulletins as an Atom feed, in the language they are written in. */
export const GET: APIRoute = async ({ locals }) => {
  const bulletins = await publicApi(locals).listPublicBulletins();
  const spoken = { locale: 'zh-CN' } as const;
  const title = m.bulletin_portal_title({}, spoken);
  const xml = bulletinFeed(new URL(env.PORTAL_URL).origin, title, m.portal_site({}, spoken), bulletins);
  return new Response(xml, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
  });
};
