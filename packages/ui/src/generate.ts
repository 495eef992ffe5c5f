import nodeFs, { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { compile } from '@inlang/paraglide-js';
import pLimit from 'p-limit';

/** A file each for thousands of messages; many systems let a program have a thousand open. */
const few = pLimit(64);
/** The compiler goes on where a file cannot be written. */
const notWritten: unknown[] = [];
const fs = {
  ...nodeFs,
  promises: {
    ...nodeFs.promises,
    writeFile: (...file: Parameters<typeof nodeFs.promises.writeFile>) =>
      few(() => nodeFs.promises.writeFile(...file)).catch((error: unknown) => notWritten.push(error)),
  },
};

refuseTwice('zh-CN');

// Node reads two large files faster than thousands of small ones; a browser shall load no more than the messages of its page.
await compileTo('./src/paraglide', { outputStructure: 'locale-modules', emitTsDeclarations: true });
await compileTo('./src/paraglide-browser', { outputStructure: 'message-modules', emitTsDeclarations: false });
if (notWritten.length > 0) throw notWritten[0];
// The compiler leaves timers of half a minute behind.
process.exit(0);

type Manner = Pick<Parameters<typeof compile>[0], 'outputStructure' | 'emitTsDeclarations'>;

async function compileTo(outdir: string, manner: Manner): Promise<void> {
  await compile({
    project: './project.inlang',
    outdir,
    strategy: ['cookie', 'baseLocale'],
    cookieName: 'locale',
    fs,
    ...manner,
  });
}

/** A key in two files makes the compiler run for ever. */
function refuseTwice(locale: string): void {
  const seen = new Map<string, string>();
  for (const file of readdirSync(`messages/${locale}`)) {
    const keys = Object.keys(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as object);
    for (const key of keys.filter((one) => one !== '$schema')) {
      const other = seen.get(key);
      if (other !== undefined) throw new Error(`${key} is in ${other} and in ${file}`);
      seen.set(key, file);
    }
  }
}
