import { checkImport, dropImport, fileImport, readImport, undoImport, type RefusalCode } from '@bihuan/api';
import type { FlashCode } from '#lib/server/flash-sentence.ts';
import { refusalSentence } from '#lib/server/refusal-sentence.ts';
import { actorOf, submitForm, valueOf, type UseCase } from '#lib/server/run-use-case.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const asked = {
    importId: event.params.id,
    verdict: searchParams.get('verdict') ?? '',
    after: searchParams.get('after') ?? '0',
  };
  const file = valueOf(await readImport(event.locals.house, actorOf(event), asked));
  const failure =
    file.failure &&
    refusalSentence({ code: file.failure.code as RefusalCode, data: file.failure.data ?? {} });
  return { title: file.fileName, file, failure };
};

function sends<Value>(useCase: UseCase<Value>, flash: FlashCode, isGone = false) {
  return (event: RequestEvent) => {
    const importId = event.params['id'];
    const then = isGone ? '/import' : `/import/${importId}`;
    return submitForm(event, useCase, { then, flash, extra: { importId } });
  };
}

export const actions: Actions = {
  check: sends(checkImport, 'import_checking'),
  file: sends(fileImport, 'import_filing'),
  undo: sends(undoImport, 'import_undoing'),
  drop: sends(dropImport, 'import_dropped', true),
};
