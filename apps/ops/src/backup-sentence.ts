import type { BackupRefusal, BackupRefused } from '@bihuan/api';

const SENTENCES: Readonly<Record<BackupRefusal, (what: string) => string>> = {
  folder_not_empty: () => 'The folder is not empty; a backup goes into a folder of its own.',
  not_a_backup: () => 'There is no manifest in the folder: it is no backup, or one that was cut off.',
  foreign: () => 'The manifest in the folder is not one of Bihuan.',
  newer: (what) =>
    `The backup was made by a later version (${what}). Restore it with that version or a later one.`,
  other_line: (what) =>
    `The backup was made by a version whose migrations went another way (${what}). Restore it with that version.`,
  other_key: () =>
    'The backup was made under another master key. Set BIHUAN_MASTER_KEY to the one it was made under (secrets.json beside the data).',
  manifest_changed: () => 'The manifest is not what was written: it was changed or damaged.',
  damaged: (what) => `The backup is damaged: ${what} is missing or not what was written.`,
  database_not_empty: () =>
    'The database is not empty. A backup is restored only into an empty one: take an empty DATA_DIR, or make a new database.',
  tables_differ: () =>
    'The tables or queues of the backup are not those that this version makes. Restore it with the version that made it, then upgrade.',
  not_as_it_was: (what) => `What was loaded into ${what} does not read back as it was. Nothing was restored.`,
};

/** One sentence for why a backup is not made or not taken. */
export function backupSentence({ code, what }: BackupRefused): string {
  return SENTENCES[code](what);
}
