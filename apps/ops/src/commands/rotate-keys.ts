import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { checkKeys, readMasterKeys, rotateKeys as rotate, type House, type KeyReport } from '@bihuan/api';
import { Command } from 'commander';
import { readEnv } from '../env.ts';
import { showProgress, type ShownProgress } from '../show-progress.ts';
import { withHouse } from '../with-house.ts';

type Options = { readonly check?: boolean; readonly makeKey?: boolean };

export const rotateKeys = new Command('rotate-keys')
  .description('seal everything anew under the first key of BIHUAN_MASTER_KEY, and say which old key can go')
  .option('--check', 'only look: open everything, and say what is still under an old key')
  .option('--make-key', 'only print a new key with its name, to be put first in BIHUAN_MASTER_KEY')
  .addHelpText(
    'after',
    `
1. --make-key, and put what it prints first, with a comma: BIHUAN_MASTER_KEY=k2:…,k1:… (one without a name is k1).
2. Restart every process, so that each seals under the new key and opens both.
3. rotate-keys. May run while everything is in use; broken off it goes on where it stood, done twice it changes nothing.
4. Once it says so, take the old key out and restart again. Keep it as long as a backup made under it.

Codes, phones and API keys stay known: their index keys are kept in the database, sealed. Exit code 1 where a value is still
under another key, or opens with none.`,
  )
  .action(async ({ check = false, makeKey = false }: Options) => {
    if (makeKey) console.log(newEntry(readEnv(process.env).BIHUAN_MASTER_KEY));
    else await withHouse(async (house) => tell(await run(house, check)));
  });

/** A new key with the next free name. */
function newEntry(masterKey: string): string {
  const numbers = [...(readMasterKeys(masterKey)?.keys() ?? [])].map((id) => Number(id.slice(1)));
  return `k${Math.max(0, ...numbers) + 1}:${randomBytes(32).toString('base64')}`;
}

async function run(house: House, isCheck: boolean): Promise<KeyReport> {
  let shown: ShownProgress | undefined;
  let of = 0;
  const onProgress = (done: number, total: number, table: string) => {
    if (total !== of) {
      shown?.end();
      shown = showProgress('rows', total);
      of = total;
    }
    shown?.show(done, table);
  };
  try {
    return await (isCheck ? checkKeys : rotate)(house, { onProgress });
  } finally {
    shown?.end();
  }
}

function tell({ keyId, resealed, seen, left, damaged, missing, removable }: KeyReport): number {
  for (const { table, keyId: under, values } of left) console.error(`${table}: ${values} under ${under}`);
  for (const [table, values] of damaged) console.error(`${table}: ${values} that no key opens`);
  for (const [table, files] of missing) console.error(`${table}: ${files} files that are not in the store`);
  console.log(`sealed anew: ${resealed.rows} rows, ${resealed.files} files`);
  console.log(`looked through: ${seen.rows} rows, ${seen.files} files; the key in use is ${keyId}`);
  for (const { keyId: under } of unique(left)) console.log(`${under} is still needed`);
  for (const id of removable)
    console.log(`${id} can be taken out of BIHUAN_MASTER_KEY; keep it as long as a backup made under it`);
  return left.length === 0 && damaged.size === 0 ? 0 : 1;
}

function unique(left: KeyReport['left']): KeyReport['left'] {
  return left.filter(({ keyId }, at) => left.findIndex((one) => one.keyId === keyId) === at);
}
