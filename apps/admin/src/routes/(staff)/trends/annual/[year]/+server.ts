import { openAnnualReport } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { serveFile } from '#lib/server/serve-file.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The report of a year: the paper that was kept, or a preview. */
export const GET: RequestHandler = async (event) => {
  const { year, bytes } = valueOf(
    await openAnnualReport(event.locals.house, actorOf(event), { year: event.params.year }),
  );
  const name = `${m.views_annual_file({ year: String(year) })}.docx`;
  return serveFile({ bytes: Buffer.from(bytes), type: TYPE, name, isInline: false });
};
