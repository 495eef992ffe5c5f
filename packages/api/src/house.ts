import { randomBytes, randomUUID } from 'node:crypto';
import { openDatabase, type Database, type Keyring } from '@bihuan/db';
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
  close(): Promise<void>;
};

export type HouseConfig = {
  readonly databaseUrl: string;
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
export function openHouse(config: HouseConfig): House {
  return houseOn(openDatabase(config.databaseUrl, config.maxConnections), config);
}

/** The house that stands on a database that is open. */
export function houseOn(db: Database, config: Omit<HouseConfig, 'databaseUrl' | 'maxConnections'>): House {
  return {
    db,
    keyring: keyringOf(config.masterKey),
    files: config.files === undefined ? NO_FILES : openFileStore(config.files),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    randomBytes,
    numberPrefix: config.numberPrefix ?? 'BH',
    portalUrl: config.portalUrl ?? 'http://127.0.0.1:4321',
    close: () => db.close(),
  };
}
