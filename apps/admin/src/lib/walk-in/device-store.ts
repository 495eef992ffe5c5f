import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer };

/** An entry that waits on this device; what was typed is sealed. */
type WaitingRow = Sealed & { readonly once: string; readonly staffId: string; readonly at: string };

interface Desk extends DBSchema {
  /** One key per clerk; it cannot be taken out of the browser. */
  key: { key: string; value: CryptoKey };
  draft: { key: string; value: Sealed };
  waiting: { key: string; value: WaitingRow };
}

/** Name and value of each field, as the form would send them. */
export type Typed = readonly (readonly [string, string])[];

export type Waiting = { readonly once: string; readonly at: string; readonly typed: Typed };

const ALGORITHM = 'AES-GCM';

/** Whether entries can be kept on this device: browsers allow it under HTTPS and on the machine itself. */
export function canKeepOnDevice(): boolean {
  return isSecureContext && 'indexedDB' in window;
}

let opened: Promise<IDBPDatabase<Desk>> | null = null;

function desk(): Promise<IDBPDatabase<Desk>> {
  opened ??= openDB<Desk>('bihuan-desk', 1, {
    upgrade(db) {
      db.createObjectStore('key');
      db.createObjectStore('draft');
      db.createObjectStore('waiting', { keyPath: 'once' });
    },
  });
  return opened;
}

/** What a clerk keeps on this device until it is sent: the draft as typed, and the entries that wait for the network. */
export function deviceStoreOf(staffId: string) {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a draft that is being sealed would come to lie there after it was dropped. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    keepDraft: (typed: Typed): Promise<void> =>
      inTurn(async () => {
        const sealed = await seal(staffId, typed);
        await (await desk()).put('draft', sealed, staffId);
      }),
    async readDraft(): Promise<Typed | null> {
      const sealed = await (await desk()).get('draft', staffId);
      return sealed === undefined ? null : await open(staffId, sealed);
    },
    dropDraft: (): Promise<void> =>
      inTurn(async () => {
        await (await desk()).delete('draft', staffId);
      }),
    async keepWaiting({ once, at, typed }: Waiting): Promise<void> {
      const sealed = await seal(staffId, typed);
      await (await desk()).put('waiting', { once, staffId, at, ...sealed });
    },
    async dropWaiting(once: string): Promise<void> {
      await (await desk()).delete('waiting', once);
    },
    /** Own entries, oldest first, and how many are of colleagues. */
    async readWaiting(): Promise<{ own: readonly Waiting[]; others: number }> {
      const rows = await (await desk()).getAll('waiting');
      const own = rows.filter((row) => row.staffId === staffId).sort((a, b) => (a.at < b.at ? -1 : 1));
      const opened = own.map(async ({ once, at, ...sealed }) => ({
        once,
        at,
        typed: (await open(staffId, sealed)) ?? [],
      }));
      return { own: await Promise.all(opened), others: rows.length - own.length };
    },
  };
}

export type DeviceStore = ReturnType<typeof deviceStoreOf>;

/** At sign-out: drafts go, and keys that no waiting entry needs. Entries that wait stay sealed for who wrote them. */
export async function clearDevice(): Promise<void> {
  if (!canKeepOnDevice()) return;
  const db = await desk();
  await db.clear('draft');
  const needed = new Set((await db.getAll('waiting')).map(({ staffId }) => staffId));
  for (const staffId of await db.getAllKeys('key')) if (!needed.has(staffId)) await db.delete('key', staffId);
}

async function keyOf(staffId: string): Promise<CryptoKey> {
  const db = await desk();
  const known = await db.get('key', staffId);
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await db.put('key', made, staffId);
  return made;
}

async function seal(staffId: string, typed: Typed): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(typed));
  return {
    nonce,
    bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce }, await keyOf(staffId), text),
  };
}

/** Null where the key is gone or the bytes do not fit. */
async function open(staffId: string, { nonce, bytes }: Sealed): Promise<Typed | null> {
  try {
    const text = await crypto.subtle.decrypt({ name: ALGORITHM, iv: nonce }, await keyOf(staffId), bytes);
    return JSON.parse(new TextDecoder().decode(text)) as Typed;
  } catch {
    return null;
  }
}
