import { BackupRefused } from '@bihuan/api';
import { backupSentence } from './backup-sentence.ts';

const AWAY = 'The database does not answer.';
const UNPREPARED = 'The database is not prepared yet; run: npm run ops -- prepare';

/** By the codes of Node, PostgreSQL and Prisma. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: AWAY,
  ECONNRESET: AWAY,
  ENOTFOUND: 'The host of the database is not known.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '3D000': 'There is no database of the name in DATABASE_URL.',
  '42P01': UNPREPARED,
  '57P01': 'The database was stopped meanwhile.',
  P1000: 'The database refuses the password in DATABASE_URL.',
  P1001: AWAY,
  P1003: 'There is no database of the name in DATABASE_URL.',
  P1017: 'The database was stopped meanwhile.',
  P2021: UNPREPARED,
};

/** One sentence for the operator instead of a stack trace. */
export function explainFault(error: unknown): string {
  if (error instanceof AggregateError) return explainFault(error.errors[0]);
  if (error instanceof BackupRefused) return backupSentence(error);
  const { code, path } = (error ?? {}) as { code?: unknown; path?: unknown };
  if (code === 'ENOENT' && typeof path === 'string') return `There is no file ${path}.`;
  if (code === 'EACCES' && typeof path === 'string') return `${path} may not be read.`;
  if (code === 'ENOSPC') return 'The disk is full.';
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${String(path ?? 'That')} is a file, not a folder.`;
  if (code === 'EISDIR') return 'That is a folder, not a file.';
  const sentence = typeof code === 'string' ? SENTENCES[code] : undefined;
  if (sentence !== undefined) return sentence;
  const lines = (error instanceof Error ? error.message : String(error)).trim().split(/\n+/);
  // Prisma says first which call it was, and last what went wrong.
  const line = error instanceof Error && error.name.startsWith('Prisma') ? lines.at(-1) : lines[0];
  return line === undefined || line === '' ? 'The command failed without saying why.' : line;
}
