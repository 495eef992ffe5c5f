import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CATALOGUE = fileURLToPath(new URL('../../packages/ui/messages/zh-CN', import.meta.url));
const PREFIX = 'input_';

const CODES = new Map(
  readdirSync(CATALOGUE)
    .flatMap((file) => Object.entries(JSON.parse(readFileSync(join(CATALOGUE, file), 'utf8')) as object))
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, sentence]) => [sentence as string, key.slice(PREFIX.length)]),
);

/** The code of what is wrong with a field, by the sentence that the office says; throws where it is no such sentence. */
export function inputCodeOf(sentence: string): string {
  const code = CODES.get(sentence);
  if (code === undefined) throw new Error(`no sentence of the catalogue: ${sentence}`);
  return code;
}
