import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { compile } from '@inlang/paraglide-js';

refuseTwice('zh-CN');

await compile({
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['cookie', 'baseLocale'],
  cookieName: 'locale',
  emitTsDeclarations: true,
  outputStructure: 'locale-modules',
});
// The compiler leaves timers of half a minute behind.
process.exit(0);

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
