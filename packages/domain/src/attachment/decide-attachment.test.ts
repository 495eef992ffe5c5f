import { expect, test } from 'vitest';
import type { Actor } from '../people/actor.ts';
import type { Attachment } from './attachment.ts';
import type { AttachmentCommand } from './attachment-command.ts';
import { decideAttachment, firstAccess } from './decide-attachment.ts';
import { evolveAttachment, foldAttachment } from './evolve-attachment.ts';

const at = '2026-10-12T01:00:00.000Z';
const triage: Actor = { kind: 'staff', staffId: 's', departmentId: 'd', roles: ['triage_admin'] };
const photo: Attachment = {
  ...{ id: 'a', complaintId: 'c', kind: 'image', type: 'image/jpeg', bytes: 5, sha256: 'x', copySha256: 'y' },
  ...{ addedAt: at, access: 'office', redaction: null, evidence: null },
};
const area = { left: 100, top: 0, width: 900, height: 1000 };
const redact: AttachmentCommand = { type: 'redact', areas: [area], sha256: 'z' };

test('a department sees a new file only in an open case and with consent', () => {
  expect(firstAccess('open', true)).toBe('department');
  expect(firstAccess('open', false)).toBe('office');
  expect(firstAccess('confidential', true)).toBe('office');
  expect(firstAccess('anonymous', true)).toBe('office');
});

test('triage covers parts of an image, and gives it out', () => {
  const decision = decideAttachment(photo, redact, { actor: triage, now: at });
  expect(decision).toEqual({
    ok: true,
    events: [{ type: 'AttachmentRedacted', at, areas: [area], sha256: 'z' }],
  });
  const given = decideAttachment(photo, { type: 'release' }, { actor: triage, now: at });
  expect(given).toEqual({ ok: true, events: [{ type: 'AttachmentReleased', at }] });
  const shown = evolveAttachment(photo, { type: 'AttachmentReleased', at });
  expect(shown.access).toBe('department');
  expect(evolveAttachment(shown, { type: 'AttachmentWithheld', at }).access).toBe('office');
});

test.each([
  ['clerk', redact, 'not_authorised'],
  ['department_officer', { type: 'open_original', reason: '看看' }, 'not_authorised'],
  ['triage_admin', { ...redact, areas: [] }, 'no_area'],
  ['triage_admin', { ...redact, areas: [{ ...area, width: 901 }] }, 'area_outside'],
  ['triage_admin', { ...redact, areas: [{ ...area, width: 0 }] }, 'area_outside'],
  ['triage_admin', { type: 'withhold' }, 'illegal_move'],
] as const)('%s giving %j is refused as %s', (role, command, code) => {
  const actor: Actor = { kind: 'staff', staffId: 's', departmentId: 'd', roles: [role] };
  expect(decideAttachment(photo, command, { actor, now: at })).toEqual({ ok: false, refusal: { code } });
});

test('only images are covered', () => {
  const pdf: Attachment = { ...photo, kind: 'pdf' };
  expect(decideAttachment(pdf, redact, { actor: triage, now: at })).toEqual({
    ok: false,
    refusal: { code: 'only_images_redacted' },
  });
});

test('events fold to the attachment; a stream that does not begin with its beginning is broken', () => {
  const { type: mediaType, addedAt: _, redaction: __, evidence: ___, ...facts } = photo;
  const added = { ...facts, complaintId: 'c', type: 'AttachmentAdded', at, mediaType } as const;
  const redacted = { type: 'AttachmentRedacted', at, areas: [area], sha256: 'z' } as const;
  expect(foldAttachment([added, redacted, { type: 'OriginalOpened', at, reason: 'r' }])).toEqual({
    ...photo,
    redaction: { sha256: 'z', areas: [area] },
  });
  expect(() => foldAttachment([redacted])).toThrow('before AttachmentAdded');
});

test('evidence is seen by whoever sees the item, and is not taken back from them', () => {
  const { id, kind, type: mediaType, bytes, sha256, copySha256 } = photo;
  const file = { id, kind, mediaType, bytes, sha256, copySha256 };
  const state = foldAttachment([
    { type: 'EvidenceAdded', at, ...file, itemId: 'i', of: 'measure', ref: 'm' },
  ]);
  expect(state).toMatchObject({
    ...{ complaintId: null, access: 'department' },
    evidence: { itemId: 'i', of: 'measure', ref: 'm' },
  });
  for (const type of ['release', 'withhold'] as const)
    expect(decideAttachment(state as Attachment, { type }, { actor: triage, now: at })).toEqual({
      ok: false,
      refusal: { code: 'illegal_move' },
    });
  expect(decideAttachment(state as Attachment, redact, { actor: triage, now: at }).ok).toBe(true);
});

test('evidence of a finding names its inspection and no item', () => {
  const { id, kind, type: mediaType, bytes, sha256, copySha256 } = photo;
  const file = { id, kind, mediaType, bytes, sha256, copySha256 };
  expect(
    foldAttachment([{ type: 'EvidenceAdded', at, ...file, inspectionId: 'n', of: 'finding', ref: 'f' }]),
  ).toEqual({
    ...photo,
    ...{ complaintId: null, access: 'department' },
    evidence: { inspectionId: 'n', of: 'finding', ref: 'f' },
  });
});
