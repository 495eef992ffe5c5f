import type { APIRoute } from 'astro';
import { publicApi } from '../../../api.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The paper of a published bulletin, the very bytes it was published as. */
export const GET: APIRoute = async ({ params, locals, rewrite }) => {
  const paper = await publicApi(locals).readPublicPaper({ month: params['month'] });
  if (!paper.ok) return rewrite('/404');
  const { bytes, fileName } = paper.value;
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': TYPE,
      'content-disposition': `attachment; filename="bulletin.docx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'public, max-age=300',
    },
  });
};
