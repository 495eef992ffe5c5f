import { changePassword, endOtherSessions, endSession, listSessions, readSecondFactor } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { deviceName } from '#lib/server/device-name.ts';
import { actorOf, submitForm } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.admin_nav_account(),
  hasGivenPassword: event.locals.staff?.hasGivenPassword ?? false,
  sessions: (await listSessions(event.locals.house, actorOf(event), event.locals.sessionId ?? '')).map(
    ({ userAgent, ...session }) => ({ ...session, device: deviceName(userAgent) }),
  ),
  factor: await readSecondFactor(event.locals.house, actorOf(event).staffId),
});

export const actions: Actions = {
  changePassword: (event) =>
    submitForm(
      event,
      (house, actor, raw) => changePassword(house, actor, raw, event.locals.sessionId ?? ''),
      {
        then: '/account',
        flash: 'password_changed',
      },
    ),
  endOthers: (event) =>
    submitForm(event, (house, actor) => endOtherSessions(house, actor, event.locals.sessionId ?? ''), {
      then: '/account',
      flash: 'sessions_ended',
    }),
  endOne: (event) => submitForm(event, endSession, { then: '/account', flash: 'session_ended' }),
};
