import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { theComplainant } from '../testing/answered.ts';
import { withdrawComplaint } from '../withdraw-complaint.ts';
import { fileFromPortal } from './file-from-portal.ts';
import { recogniseOwnCase } from './recognise-own-case.ts';
import { saveDraftPage } from './save-draft-page.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const LEAK = {
  title: '楼道漏水三个月没有人来修',
  body: '三月起四号楼二单元楼道一直漏水，先后报修三次，每次都说登记了，没有人来看过。',
};
const PERMIT = {
  title: '居住证办理被退回三次',
  body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。',
};
const file = async (matter: object) => {
  const form = { complainantKind: 'citizen', openness: 'confidential', name: '反映人', phone: '13800138000' };
  return taken(await fileFromPortal(house, ANYONE, '10.4.0.1', { ...form, ...matter }));
};
const draftOf = async (fields: Record<string, string>) => {
  const { id } = taken(
    await saveDraftPage(house, { draftId: null, page: 'scope', fields: { scope: 'stuck' } }),
  );
  taken(await saveDraftPage(house, { draftId: id, page: 'matter', fields }));
  return id;
};
const recognise = (draftId: string, number: string, code: string, address = '10.4.0.2') =>
  recogniseOwnCase(house, address, { draftId, number, code });

describe('recogniseOwnCase', () => {
  it('shows the running case to whoever holds its code, where the matter is the same', async () => {
    const { trackingNumber, queryCode } = await file(LEAK);
    const again = await draftOf({ ...LEAK, body: `${LEAK.body}今天又去问了一次。` });
    expect(taken(await recognise(again, trackingNumber, queryCode))).toMatchObject({
      ...{ trackingNumber, status: 'submitted', isRunning: true, isSame: true },
    });
  });

  it('says nothing to somebody who guesses the matter, the number or the person', async () => {
    const { trackingNumber } = await file(LEAK);
    const guessed = await draftOf(LEAK);
    const wrong = await recognise(guessed, trackingNumber, '0000-0000-0000', '10.4.0.3');
    const nobody = await recognise(guessed, 'BH-260101-000000-0', '0000-0000-0000', '10.4.0.3');
    expect(wrong).toEqual({ ok: false, kind: 'refusal', refusal: { code: 'not_found' } });
    expect(nobody).toEqual(wrong);
    for (let tries = 0; tries < 9; tries += 1)
      await recognise(guessed, trackingNumber, '0000-0000-0000', '10.4.0.3');
    expect(await recognise(guessed, trackingNumber, '0000-0000-0000', '10.4.0.3')).toMatchObject({
      refusal: { code: 'too_many_tries' },
    });
  });

  it('takes another matter for another matter, and a case that is over for over', async () => {
    const { complaintId, trackingNumber, queryCode } = await file(LEAK);
    const other = await draftOf(PERMIT);
    expect(taken(await recognise(other, trackingNumber, queryCode))).toMatchObject({ isSame: false });
    const ended = { complaintId, reason: '已经修好' };
    taken(await withdrawComplaint(house, theComplainant(complaintId), ended));
    expect(taken(await recognise(await draftOf(LEAK), trackingNumber, queryCode))).toMatchObject({
      isRunning: false,
    });
  });
});
