import {
  changeSecondFactorRule,
  createDepartment,
  createStaff,
  endDepartment,
  listConfigurationChanges,
  listDepartmentChanges,
  listDepartments,
  listStaff,
  readSecondFactorRule,
  renameDepartment,
  withdrawDepartmentChange,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const actor = actorOf(event);
  const after = url.searchParams.get('after') ?? undefined;
  const departmentId = url.searchParams.get('department') || undefined;
  return {
    title: m.admin_nav_people(),
    staffList: valueOf(await listStaff(locals.house, actor, { after, departmentId })),
    departments: valueOf(await listDepartments(locals.house, actor)),
    departmentChanges: valueOf(await listDepartmentChanges(locals.house, actor)),
    departmentId: departmentId ?? '',
    factorRule: await readSecondFactorRule(locals.house),
    changes: valueOf(
      await listConfigurationChanges(locals.house, actor, { subjects: ['department', 'staff'] }),
    ),
  };
};

export const actions: Actions = {
  factorRule: (event) =>
    submitForm(event, changeSecondFactorRule, { then: '/people', flash: 'factor_rule_saved' }),
  createDepartment: (event) =>
    submitForm(event, createDepartment, { then: '/people', flash: 'department_created' }),
  endDepartment: (event) => submitForm(event, endDepartment, { then: '/people', flash: 'saved' }),
  renameDepartment: (event) => submitForm(event, renameDepartment, { then: '/people', flash: 'saved' }),
  withdrawDepartmentChange: (event) =>
    submitForm(event, withdrawDepartmentChange, { then: '/people', flash: 'saved' }),
  createStaff: (event) =>
    submitForm(event, createStaff, { then: '/people', flash: 'staff_created', extra: { isDemo: false } }),
};
