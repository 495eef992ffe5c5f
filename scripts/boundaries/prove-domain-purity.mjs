import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { ROOT } from '../toolchain.mjs';

const FIXTURES = join(ROOT, 'fixtures', 'boundaries');
const FOLDER = 'packages/domain/src/impure';

/**
 * Lints each line of the impure fixture as if it were a file of the domain: every one must be refused.
 * Returns what is wrong, as sentences.
 */
export async function proveDomainPurity() {
  const eslint = new ESLint({
    cwd: ROOT,
    ignore: false,
    overrideConfig: [tseslint.configs.disableTypeChecked, UNTYPED],
  });
  const lines = readFileSync(join(FIXTURES, FOLDER, 'impure.ts'), 'utf8').split('\n');
  const impure = lines.filter((line) => line !== '' && !line.startsWith('//'));
  const wrong = [];
  for (const line of impure) {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: join(ROOT, FOLDER, 'fixture.ts') });
    const refused = result.messages.some(({ ruleId }) => ruleId?.startsWith('no-restricted-'));
    if (!refused) wrong.push(`the domain may not say "${line}", but lint accepts it`);
  }
  return impure.length > 5 ? wrong : [...wrong, 'the impure fixture is empty'];
}

const UNTYPED = { languageOptions: { parserOptions: { projectService: false, project: false } } };
