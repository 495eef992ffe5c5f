type Line = Readonly<Record<string, string | number>>;

/** One line of JSON on standard output. Never give it a name, a number or a text that a person typed. */
export function log(level: 'info' | 'error', event: string, line: Line): void {
  process.stdout.write(
    `${JSON.stringify({ at: new Date().toISOString(), level, app: 'admin', event, ...line })}\n`,
  );
}

/** What a fault was and where it happened. Its message is left out: it may hold what a person typed. */
export function faultLine(fault: unknown): { name: string; frames: string } {
  if (!(fault instanceof Error)) return { name: typeof fault, frames: '' };
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    name: fault.name,
    frames: frames
      .slice(0, 12)
      .map((line) => line.trim())
      .join(' | '),
  };
}
