import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openS3Peer, type S3Peer } from '../testing/s3-peer.ts';
import type { FileSettings } from './file-settings.ts';
import { openFileStore } from './file-store.ts';

let folder: string;
let peer: S3Peer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-store-'));
  peer = await openS3Peer('files');
});
afterEach(async () => {
  await peer.close();
  await rm(folder, { recursive: true });
});

const KEYS = ['2026/11/a', '2026/11/b', '2026/12/c', '2026/12/d', '2026/12/e'];

describe.each(['a folder', 'an S3 bucket'])('files in %s', (place) => {
  const settings = (): FileSettings => {
    const { endpoint } = peer;
    const s3 = { bucket: 'files', endpoint, region: 'auto', key: 'keeper', secret: 'of the files' };
    return place === 'a folder' ? { folder } : { folder, s3 };
  };

  it('are kept, found, replaced whole, listed and removed', async () => {
    const store = openFileStore(settings());
    const [first, second] = [randomBytes(70_000), randomBytes(90_000)];
    for (const key of KEYS) await store.put(key, first);
    expect(await store.has('2026/11/a')).toBe(true);
    expect(await store.has('2026/11/z')).toBe(false);
    expect(Buffer.from(await store.get('2026/12/c')).equals(first)).toBe(true);
    await store.replace('2026/12/c', second);
    expect(Buffer.from(await store.get('2026/12/c')).equals(second)).toBe(true);
    const found: string[] = [];
    for await (const key of store.keys()) found.push(key);
    expect(found.sort()).toEqual(KEYS);
    await store.remove('2026/11/a');
    await store.remove('2026/11/a');
    expect(await store.has('2026/11/a')).toBe(false);
    await expect(store.get('2026/11/a')).rejects.toThrow();
  });
});

describe('an S3 bucket', () => {
  it('is asked with a signature, and holds the bytes as they are', async () => {
    const s3 = {
      bucket: 'files',
      endpoint: peer.endpoint,
      region: 'auto',
      key: 'keeper',
      secret: 'of the files',
    };
    const bytes = randomBytes(1000);
    await openFileStore({ folder, s3 }).put('2026/11/a', bytes);
    expect([...peer.signedBy]).toEqual(['keeper']);
    expect(peer.objects.get('2026/11/a')?.equals(bytes)).toBe(true);
  });
});
