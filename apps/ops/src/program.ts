import { Command } from 'commander';
import { backup } from './commands/backup.ts';
import { createAdmin } from './commands/create-admin.ts';
import { dbUrl } from './commands/db-url.ts';
import { demoAccounts } from './commands/demo-accounts.ts';
import { evaluateLookAlikesCommand } from './commands/evaluate-lookalikes.ts';
import { evaluateSuggestionsCommand } from './commands/evaluate-suggestions.ts';
import { importCommand } from './commands/import.ts';
import { loadCalendarYear } from './commands/load-calendar-year.ts';
import { noteBounce } from './commands/note-bounce.ts';
import { prepare } from './commands/prepare.ts';
import { removeDemo } from './commands/remove-demo.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { retention } from './commands/retention.ts';
import { rotateKeys } from './commands/rotate-keys.ts';
import { rotateReceiptKey } from './commands/rotate-receipt-key.ts';
import { sweep } from './commands/sweep.ts';
import { verifyAudit } from './commands/verify-audit.ts';

/** All commands of the operator. */
export const program = new Command('npm run ops --')
  .description('Commands for the operator of Bihuan 闭环. Each has its own --help.')
  .showHelpAfterError('(--help says more)')
  .helpCommand(false);

for (const command of [
  ...[prepare, createAdmin, demoAccounts, removeDemo],
  ...[backup, restore, replay],
  ...[importCommand, loadCalendarYear, noteBounce, retention],
  ...[rotateKeys, rotateReceiptKey, sweep, verifyAudit, dbUrl],
  ...[evaluateLookAlikesCommand, evaluateSuggestionsCommand],
])
  program.addCommand(command.copyInheritedSettings(program));
