import { randomInt } from 'node:crypto';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createAdmin as create } from '@bihuan/api';
import { Command } from 'commander';
import { failureSentence } from '../failure-sentence.ts';
import { withHouse } from '../with-house.ts';

type Options = { login: string; name: string; department?: string; passwordStdin?: boolean };

/** No letters and digits that look alike. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

export const createAdmin = new Command('create-admin')
  .description('make a system admin: the first one, or a further one for those who are locked out')
  .option('--login <login>', 'what the person signs in with', 'admin')
  .option('--name <name>', 'the name shown', '系统管理员')
  .option('--department <code>', 'code of the department; without it that of the first admin')
  .option('--password-stdin', 'read the password from standard input instead of making one up')
  .action(({ login, name, department, passwordStdin = false }: Options) =>
    withHouse(async (house) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : newPassword();
      const made = await create(house, { login, name, password, department });
      if (!made.ok) {
        console.error(failureSentence(made));
        return 1;
      }
      console.log(
        passwordStdin ? `made the admin ${login}` : `made the admin ${login} with the password ${password}`,
      );
      return 0;
    }),
  );

function newPassword(): string {
  return Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
