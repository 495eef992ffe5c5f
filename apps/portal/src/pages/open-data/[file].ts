import { m } from '@bihuan/ui/messages';
import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { env } from '../../house.ts';
import { answerFeed } from '../../open-data/answer-feed.ts';
import { datasetReply, formatAsked, OPEN_TO_ALL } from '../../open-data/dataset-reply.ts';
import { dictionary } from '../../open-data/dictionary.ts';

/** Everything that everybody may have as data: `scoreboard.csv`, `answers.xml`, `dictionary.json` … */
export const GET: APIRoute = async ({ params, request, locals, rewrite }) => {
  const api = publicApi(locals);
  const portalUrl = new URL(env.PORTAL_URL).origin;
  const [name = '', ending = ''] = (params['file'] ?? '').split('.', 2);
  if (params['file'] === 'dictionary.json')
    return Response.json(dictionary(portalUrl, await api.readOpenDataRules()), { headers: kept(600) });
  if (params['file'] === 'answers.xml') {
    const spoken = { locale: 'zh-CN' } as const;
    const title = m.open_data_feed_title({}, spoken);
    const xml = answerFeed(portalUrl, title, m.portal_site({}, spoken), await api.listOpenAnswers());
    return new Response(xml, {
      headers: { ...kept(300), 'content-type': 'application/atom+xml; charset=utf-8' },
    });
  }
  const found = await api.openDataset({ name });
  if (!found.ok) return rewrite('/404');
  const format = formatAsked(ending, request.headers.get('accept') ?? '');
  if (format !== null) return datasetReply(found.value, format, request, portalUrl);
  if (ending !== '') return rewrite('/404');
  return new Response(m.open_data_wrong_accept(), {
    status: 406,
    headers: { ...OPEN_TO_ALL, 'content-type': 'text/plain; charset=utf-8', vary: 'accept' },
  });
};

function kept(seconds: number) {
  return { ...OPEN_TO_ALL, 'cache-control': `public, max-age=${seconds}` };
}
