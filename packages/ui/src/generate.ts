import process from 'node:process';
import { compile } from '@inlang/paraglide-js';

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
