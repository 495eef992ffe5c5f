import {
  approveBulletin,
  archiveBulletin,
  editBulletin,
  noteCorrection,
  publishBulletin,
  readBulletin,
  recountBulletin,
  sendBackBulletin,
  type ChangedBulletin,
} from '@bihuan/api';
import { hasRole } from '@bihuan/api/domain';
import { redirect } from '@sveltejs/kit';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { formInput } from '#lib/server/form-input.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  const view = valueOf(await readBulletin(event.locals.house, actor, { ref: event.params.ref }));
  const { snapshot } = view.bulletin;
  // The rows stay on the server; each number leads to its own.
  const figures = snapshot.of === 'month' ? snapshot.figures.map(({ key, value }) => ({ key, value })) : [];
  const departments =
    snapshot.of === 'month'
      ? snapshot.departments.map(({ figures: counted, ...one }) => ({
          ...one,
          figures: counted.map(({ key, value }) => ({ key, value })),
        }))
      : [];
  const { snapshot: _snapshot, form: _form, ...bulletin } = view.bulletin;
  return {
    ...{ title: view.title, version: view.version, sections: view.sections, values: view.values },
    ...{ entries: view.entries, commands: view.commands, isIntact: view.isIntact, bulletin },
    ...{ figures, departments },
    month: snapshot.of === 'month' ? { firstDay: snapshot.firstDay, lastDay: snapshot.lastDay } : null,
    corrections: snapshot.of === 'month' ? snapshot.corrections : [],
    facts: snapshot.of === 'matter' ? { ...snapshot.facts, occasion: snapshot.occasion } : null,
    cutAt: snapshot.cutAt,
    /** Rows are for who works on bulletins. */
    seesRows: hasRole(actor, 'triage_admin', 'leader', 'auditor'),
    mayRecount: hasRole(actor, 'triage_admin', 'leader', 'auditor') && snapshot.of === 'month',
    portalUrl: event.locals.house.portalUrl,
  };
};

const send =
  (useCase: UseCase<ChangedBulletin>, flash: FlashCode = 'saved') =>
  (event: RequestEvent) =>
    submitForm(event, useCase, { then: `/bulletins/${event.params.ref}`, flash });

export const actions = {
  edit_texts: send(editBulletin),
  approve: send(approveBulletin, 'bulletin_approved'),
  send_back: send(sendBackBulletin),
  publish: send(publishBulletin, 'bulletin_published'),
  archive: send(archiveBulletin),
  note_correction: send(noteCorrection),
  recount: async (event) => {
    const typed = formInput(await event.request.formData());
    const { differing } = valueOf(await recountBulletin(event.locals.house, actorOf(event), typed));
    setFlash(event.cookies, differing.length === 0 ? 'bulletin_recounted' : 'bulletin_differs');
    redirect(303, `/bulletins/${event.params.ref}`);
  },
} satisfies Actions;
