import { expect, it } from 'vitest';
import { aComplaintContext, complaintHistory } from '../testing/index.ts';
import { submitComplaint } from './submit-complaint.ts';

it('starts the triage clock: half a working day, to the noon of the next', () => {
  const submitted = submitComplaint(
    {
      type: 'submit',
      id: 'complaint-1',
      trackingNumber: 'BH-2026-0001',
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'open',
      reachable: true,
      matterHash: 'hash-of-the-matter',
    },
    aComplaintContext({ now: '2026-10-12T01:00:00.000Z' }),
  );
  expect([submitted]).toEqual(complaintHistory('submitted'));
});
