import { readTallyRows } from '@bihuan/api';
import { isOfNow } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import { departmentName } from '#lib/department-name.ts';
import { tallyTerm } from '#lib/overview/overview-terms.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const found = valueOf(await readTallyRows(event.locals.house, actorOf(event), asked));
  const [tally, count] = [tallyTerm[found.tally](), String(found.rows)];
  const { next } = found;
  return {
    title:
      found.department === null
        ? m.views_rows_of({ tally, count })
        : m.views_rows_of_department({ department: departmentName(found.department), tally, count }),
    found,
    isNow: isOfNow(found.tally),
    nextHref: next === null ? null : `?${new URLSearchParams({ ...asked, after: next }).toString()}`,
  };
};
