import { publicRouter } from '@bihuan/api';
import { house } from './house.ts';

/** The use cases of the public, called as the holder of one complaint, or as nobody in particular. */
export function publicApi({ address }: App.Locals, complaintId = '') {
  return publicRouter.createCaller({ house, actor: { kind: 'complainant', complaintId }, address });
}
