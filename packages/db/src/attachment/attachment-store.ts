import { foldAttachment, type Attachment, type AttachmentEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { GENESIS } from '../audit/event-hash.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Keyring } from '../people/keyring.ts';
import type { Statement } from '../statement.ts';
import { attachmentRow } from './attachment-row.ts';
import { nameContext, type KeptFile, type SealedName } from './kept-file.ts';

export type LoadedAttachment = { readonly state: Attachment; readonly head: StreamHead };

/** The attachment as its events fold to; null where there is none. */
export async function loadAttachment(
  db: Pick<Database, 'pool'>,
  id: string,
): Promise<LoadedAttachment | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'attachment') return null;
  const state = foldAttachment(stored.map((event) => toDomainEvent<AttachmentEvent>(event)));
  return state === null ? null : { state, head: { version: last.version, hash: last.hash } };
}

/**
 * Statements that add a file to a complaint, or as evidence to an item or a finding. Refused by a unique key where the same one is there.
 * `sealed`: its name, and the key its bytes lie under.
 */
export function insertAttachment(
  added: Extract<AttachmentEvent, { type: 'AttachmentAdded' | 'EvidenceAdded' }>,
  actor: EventActor,
  { id, name, scan }: KeptFile,
  keyring: Keyring,
  sealed: SealedName = { sealedName: keyring.seal(name, nameContext(id)), keyId: keyring.keyId },
): readonly Statement[] {
  const state = foldAttachment([added]) as Attachment;
  const { statement, head } = appendEvents('attachment', id, { version: 0, hash: GENESIS }, actor, [added]);
  const columns = {
    ...attachmentRow(state, head),
    name: sealed.sealedName,
    key_id: sealed.keyId,
    scan,
    added_by_id: actor.kind === 'staff' ? actor.staffId : null,
  };
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  return [
    {
      name: 'insert-attachment',
      text: `INSERT INTO attachment (${names.join(', ')}) VALUES (${places.join(', ')})`,
      values: Object.values(columns),
    },
    statement,
  ];
}

/** Statements that append events to an attachment and bring its row up to them. */
export function updateAttachment(
  before: LoadedAttachment,
  after: Attachment,
  events: readonly AttachmentEvent[],
  actor: EventActor,
): readonly Statement[] {
  const { statement, head } = appendEvents('attachment', after.id, before.head, actor, events);
  const { id, access, redacted_sha256: redacted, version, head_hash: hash } = attachmentRow(after, head);
  return [
    statement,
    {
      name: 'update-attachment',
      text: 'UPDATE attachment SET access = $2, redacted_sha256 = $3, version = $4, head_hash = $5 WHERE id = $1',
      values: [id, access, redacted, version, hash],
    },
  ];
}
