import { openExport } from '@bihuan/api';
import { exportKindTerm } from '#lib/export/export-words.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file that was made in the background, handed on piece by piece. */
export const GET: RequestHandler = async (event) => {
  const asked = { exportId: event.params.id };
  const {
    kind,
    format,
    asked: of,
    pieces,
  } = valueOf(await openExport(event.locals.house, actorOf(event), asked));
  const name = `${[exportKindTerm[kind](), of['period'] ?? ''].filter((part) => part !== '').join(' ')}.${format}`;
  const piece = pieces();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await piece.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await piece.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${kind}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
