import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { runProgram } from '../setup/run-program.mjs';
import { StepFailed } from '../setup/step.mjs';

const USUAL_PLACES = [
  // Draws no window, and so takes less.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium that runs: CHROMIUM_PATH, one of the usual places, or Debian's package, installed now. */
export async function findChromium(show) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new StepFailed(`CHROMIUM_PATH is ${given}, which does not run`);
  }
  const found = USUAL_PLACES.find(runs);
  if (found) return found;
  await installChromium(show);
  const installed = USUAL_PLACES.find(runs);
  if (installed) return installed;
  throw new StepFailed('Chromium was installed but does not run; set CHROMIUM_PATH to one that does');
}

function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

async function installChromium(show) {
  const isRoot = process.getuid?.() === 0;
  const maySudo = !isRoot && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || maySudo)) {
    throw new StepFailed(
      'The browser tests need Chromium or Chrome. Install one (Debian: sudo apt-get install chromium ' +
        'fonts-noto-cjk) or set CHROMIUM_PATH to its program, then run npm test again.',
    );
  }
  const packages = ['chromium-headless-shell', 'fonts-noto-cjk'];
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const command = [...(maySudo ? ['sudo', '-n'] : []), 'apt-get', ...args];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await runProgram(command[0], command.slice(1), { env, onLine: show });
    if (code !== 0) throw new StepFailed(`${command.join(' ')} failed`, output);
  }
}
