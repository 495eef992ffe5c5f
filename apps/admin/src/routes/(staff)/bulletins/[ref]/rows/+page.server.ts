import { readBulletinRows } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { figureTerm } from '#lib/bulletin/bulletin-terms.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { ref } = event.params;
  const asked = {
    ref,
    key: searchParams.get('key') ?? '',
    departmentId: searchParams.get('departmentId') ?? '',
  };
  const rows = valueOf(await readBulletinRows(event.locals.house, actorOf(event), asked));
  const figure = figureTerm(rows.key);
  const { value, departmentName: department } = rows;
  const title =
    department === null
      ? m.bulletin_rows_title({ figure, value })
      : m.bulletin_rows_of({ department, figure, value });
  return { title, rows: rows.rows, ref };
};
