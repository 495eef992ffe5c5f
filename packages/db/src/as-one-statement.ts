import { createHash } from 'node:crypto';
import type { Statement } from './statement.ts';

/** More would give too many kinds of statements for a connection to keep plans of. */
const MOST = 12;

type Prepared = Pick<Statement, 'name' | 'text'>;

const kept = new Map<string, Prepared>();

/**
 * Several insertions, and what stands apart from them, as one statement, which is a transaction by itself and costs the database
 * about half of what they cost one by one. Null where there is another among them, or too many: what changes rows may depend on
 * what came before it.
 * Statements of the same name have the same text; foreign keys hold within it, for they are checked at its end.
 */
export function asOneStatement(statements: readonly Statement[]): Statement | null {
  if (statements.length === 0 || statements.length > MOST) return null;
  if (!statements.every(({ text, isApart }) => isApart ?? /^\s*INSERT\s/.test(text))) return null;
  const names = statements.map(({ name }) => name).join(' ');
  const prepared = kept.get(names) ?? prepare(names, statements);
  return { ...prepared, values: statements.flatMap(({ values }) => values) };
}

function prepare(names: string, statements: readonly Statement[]): Prepared {
  let before = 0;
  const texts = statements.map(({ text, values }) => {
    const shift = before;
    before += values.length;
    return text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`);
  });
  const last = texts.pop() ?? '';
  const parts = texts.map((text, index) => `part${index} AS (${text})`);
  const made = {
    name: `one-${createHash('sha256').update(names).digest('hex').slice(0, 24)}`,
    text: parts.length === 0 ? last : `WITH ${parts.join(',\n')}\n${last}`,
  };
  kept.set(names, made);
  return made;
}
