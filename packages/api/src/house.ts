import { randomUUID } from 'node:crypto';
import { drawBytes, openDatabase, openReplica, type Database, type Keyring } from '@bihuan/db';
import type { Instant } from '@bihuan/domain';
import type { FileSettings } from './attachment/store/file-settings.ts';
import { openFileStore, type FileStore } from './attachment/store/file-store.ts';
import { keyringOf } from './master-keys.ts';

/** What every use case stands on. Time, ids and randomness come from here, so that a simulation can move them. */
export type House = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly files: FileStore;
  /** The present moment, ISO-8601 UTC. */
  now(): Instant;
  newId(): string;
  randomBytes(length: number): Uint8Array;
  /** Letters that tracking numbers of this zone begin with. */
  readonly numberPrefix: string;
  readonly portalUrl: string;
  /**
   * The same house on the replica, for what may be some seconds old; the house itself where there is no replica or it cannot be
   * asked at this moment.
   */
  reading(): House;
  close(): Promise<void>;
};

export type HouseConfig = {
  readonly databaseUrl: string;
  /** A streaming replica, for reads that may be some seconds old. */
  readonly readUrl?: string | undefined;
  /** 32 bytes in base64, or several as `readMasterKeys` takes them, the one in use first. */
  readonly masterKey: string;
  readonly numberPrefix?: string;
  readonly portalUrl?: string;
  readonly maxConnections?: number;
  /** Where files are kept; without it nothing that has to do with files works. */
  readonly files?: FileSettings;
};

const noFiles = (): never => {
  throw new Error('no place for files is configured');
};
const NO_FILES: FileStore = {
  put: noFiles,
  replace: noFiles,
  has: noFiles,
  get: noFiles,
  remove: noFiles,
  keys: noFiles,
  incoming: noFiles,
  scanner: null,
};

/** Opens the house of a running app. Throws where the master key is not 32 bytes in base64. */
export function openHouse({ databaseUrl, readUrl, maxConnections, ...config }: HouseConfig): House {
  const house = houseOn(openDatabase(databaseUrl, maxConnections), config);
  if (readUrl === undefined) return house;
  const replica = openReplica(readUrl, maxConnections);
  const onReplica: House = { ...house, db: replica.db, reading: () => onReplica };
  return {
    ...house,
    reading() {
      return replica.isFresh() ? onReplica : this;
    },
    close: async () => {
      await Promise.all([house.close(), replica.close()]);
    },
  };
}

/** The house that stands on a database that is open. */
export function houseOn(
  db: Database,
  config: Omit<HouseConfig, 'databaseUrl' | 'readUrl' | 'maxConnections'>,
): House {
  return {
    db,
    keyring: keyringOf(config.masterKey),
    files: config.files === undefined ? NO_FILES : openFileStore(config.files),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomBytes: drawBytes,
    numberPrefix: config.numberPrefix ?? 'BH',
    portalUrl: config.portalUrl ?? 'http://127.0.0.1:4321',
    reading() {
      return this;
    },
    close: () => db.close(),
  };
}
