import { makeBulletinPaper } from '@bihuan/api';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async (event) => {
  const paper = valueOf(
    await makeBulletinPaper(event.locals.house, actorOf(event), { ref: event.params.ref }),
  );
  return new Response(Buffer.from(paper.bytes), {
    headers: {
      'content-type': TYPE,
      'content-disposition': `attachment; filename="bulletin.docx"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      'cache-control': 'no-store',
    },
  });
};
