import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runProgram } from './setup/run-program.mjs';
import { ROOT, useToolchain } from './toolchain.mjs';

// Who may import whom, and that nobody tells the linter to look away: judges our code, then proves on fixtures that every rule still bites.
await useToolchain(fileURLToPath(import.meta.url));
const { judgeTree } = await import('./boundaries/judge-tree.mjs');
const { judgeComments } = await import('./boundaries/judge-comments.mjs');
const { proveDomainPurity } = await import('./boundaries/prove-domain-purity.mjs');
const { proveImportRules } = await import('./boundaries/prove-import-rules.mjs');
const { provePackageTags } = await import('./boundaries/prove-package-tags.mjs');

const wrong = [];
for (const { rule, from, to } of await judgeTree(ROOT)) wrong.push(`${rule}: ${from} → ${to}`);
wrong.push(...judgeComments(ROOT));
const tags = await runProgram('turbo', ['boundaries']);
if (tags.code !== 0) wrong.push(tags.output.trim());
wrong.push(...(await proveImportRules()), ...(await proveDomainPurity()), ...(await provePackageTags()));

if (wrong.length > 0) console.error(wrong.join('\n'));
else console.log('every boundary holds, and every rule refuses its fixture');
process.exit(wrong.length === 0 ? 0 : 1);
