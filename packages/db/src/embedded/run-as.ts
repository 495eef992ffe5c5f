import { execFile } from 'node:child_process';

/** The account a program runs under; undefined means the account of this process. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | undefined;

export type Outcome = { readonly ok: boolean; readonly output: string };

/** Runs a program to its end as the given account, and returns all it printed. Never throws for a failing program. */
export function runAs(account: Account, program: string, args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', PGPORT: undefined, PGDATA: undefined };
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { uid: account?.uid, gid: account?.gid, env, cwd: '/' },
      (error, stdout, stderr) => {
        const output = [stdout, stderr, error && stdout === '' && stderr === '' ? error.message : '']
          .join('')
          .trim();
        resolve({ ok: error === null, output });
      },
    );
  });
}
