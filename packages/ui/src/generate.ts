import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { compile } from '@inlang/paraglide-js';

refuseTwice('zh-CN');

// Node reads two large files faster than thousands of small ones; a browser shall load no more than the messages of its page.
await compileTo('./src/paraglide', { outputStructure: 'locale-modules', emitTsDeclarations: true });
await compileTo('./src/paraglide-browser', { outputStructure: 'message-modules', emitTsDeclarations: false });
// The compiler leaves timers of half a minute behind.
process.exit(0);

type Manner = Pick<Parameters<typeof compile>[0], 'outputStructure' | 'emitTsDeclarations'>;

async function compileTo(outdir: string, manner: Manner): Promise<void> {
  await compile({
    project: './project.inlang',
    outdir,
    strategy: ['cookie', 'baseLocale'],
    cookieName: 'locale',
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
