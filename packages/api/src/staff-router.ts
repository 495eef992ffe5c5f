import { listDepartments } from './people/list-departments.ts';
import { t } from './trpc.ts';

/** What the pages of the staff ask for in between. Every procedure is a use case and checks authority itself. */
export const staffRouter = t.router({
  departments: t.procedure.query(({ ctx: { house, actor } }) => listDepartments(house, actor)),
});

export type StaffRouter = typeof staffRouter;
