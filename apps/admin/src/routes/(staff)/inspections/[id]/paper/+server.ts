import { makeInspectionPaper } from '@bihuan/api';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async (event) => {
  const { house } = event.locals;
  const paper = valueOf(await makeInspectionPaper(house, actorOf(event), { inspectionId: event.params.id }));
  return new Response(Buffer.from(paper.bytes), {
    headers: {
      'content-type': TYPE,
      'content-disposition': `attachment; filename="report.docx"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      'cache-control': 'no-store',
    },
  });
};
