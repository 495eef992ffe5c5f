import {
  changeStaff,
  endRole,
  giveRole,
  listDepartments,
  listRoleTerms,
  readSecondFactor,
  readStaff,
  resetSecondFactor,
  signOutEverywhere,
  withdrawRoleTerm,
} from '@bihuan/api';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const person = valueOf(await readStaff(house, actor, { staffId: event.params.id }));
  const factor = await readSecondFactor(house, person.id);
  return {
    title: person.name,
    ...{ person, factor },
    terms: valueOf(await listRoleTerms(house, actor, { staffId: person.id })),
    departments: valueOf(await listDepartments(house, actor)),
  };
};

export const actions: Actions = {
  change: (event) =>
    submitForm(event, changeStaff, {
      then: '/people',
      flash: 'staff_changed',
      extra: { staffId: event.params.id },
    }),
  giveRole: (event) =>
    submitForm(event, giveRole, {
      ...{ then: `/people/staff/${event.params.id}`, flash: 'saved' },
      extra: { staffId: event.params.id },
    }),
  endRole: (event) =>
    submitForm(event, endRole, {
      ...{ then: `/people/staff/${event.params.id}`, flash: 'saved' },
      extra: { staffId: event.params.id },
    }),
  withdrawTerm: (event) =>
    submitForm(event, withdrawRoleTerm, { then: `/people/staff/${event.params.id}`, flash: 'saved' }),
  signOut: (event) =>
    submitForm(event, signOutEverywhere, {
      then: `/people/staff/${event.params.id}`,
      flash: 'staff_signed_out',
      extra: { staffId: event.params.id },
    }),
  resetFactor: (event) =>
    submitForm(event, resetSecondFactor, {
      then: `/people/staff/${event.params.id}`,
      flash: 'factor_reset',
      extra: { staffId: event.params.id },
    }),
};
