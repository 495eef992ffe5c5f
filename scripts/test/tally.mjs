import { performance } from 'node:perf_hooks';
import { stripVTControlCharacters } from 'node:util';
import { step, StepFailed } from '../setup/step.mjs';

/** Adds up what passed and failed, and remembers what to show about the failures. */
export class Tally {
  passed = 0;
  failed = 0;
  #began = performance.now();

  /** Does what the rest needs. Counts only when it fails. */
  prepare(title, work) {
    return this.suite(title, async (show) => ({
      passed: 0,
      failed: 0,
      failures: [],
      note: await work(show),
    }));
  }

  /** Runs a check that passes or fails as a whole. */
  gate(title, work) {
    return this.suite(title, async (show) => {
      const note = await work(show);
      return { passed: 1, failed: 0, failures: [], note };
    });
  }

  /** Runs a suite that counts its own tests: `work` returns `{ passed, failed, failures, note? }`. */
  async suite(title, work) {
    try {
      await step(title, async (show) => {
        const { passed, failed, failures, note } = await work(show);
        this.passed += passed;
        this.failed += failed;
        if (failed > 0) throw new SuiteFailed(`${passed} passed, ${failed} failed`, failures.join('\n\n'));
        return note ?? `${passed} passed`;
      });
      return true;
    } catch (error) {
      if (!(error instanceof SuiteFailed)) this.failed += 1;
      console.log(`    ${error.message}`);
      if (!(error instanceof StepFailed)) console.log(error.stack);
      else if (error.output) console.log(indent(error.output));
      return false;
    }
  }

  /** Prints the closing line and returns the exit code. */
  close() {
    const minutes = (performance.now() - this.#began) / 60_000;
    console.log(`\n${minutes.toFixed(1)} minutes\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

class SuiteFailed extends StepFailed {}

function indent(text) {
  const lines = stripVTControlCharacters(text).trimEnd().split('\n');
  return lines
    .slice(-400)
    .map((line) => `    ${line}`)
    .join('\n');
}
