import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const LAYOUT = fileURLToPath(new URL('src/routes/(staff)/+layout.svelte', import.meta.url));
const OWN = /\/(admin\/src\/(lib|routes)|ui\/src)\/(?!paraglide)/;
const MESSAGE = /\/paraglide-browser\/messages\/\w+\.js$/;
const BY_NAME = /\bm\.(\w+)/g;

type Module = { readonly code: string | null; readonly importedIds: readonly string[] };
type Context = { readonly getModuleInfo: (id: string) => Module | null };

/**
 * Names the chunk of the messages in the frame around every page of the office. To the bundler each name in the menu is shared with
 * one page alone, the page of that name, and would be a file of its own that every page fetches.
 */
export function messagesOfFrame(): (id: string, context: Context) => 'frame' | null {
  let inFrame: ReadonlySet<string> | undefined;
  return (id, context) => {
    if (!MESSAGE.test(id)) return null;
    inFrame ??= namesInFrame(context);
    return inFrame.has(basename(id, '.js')) ? 'frame' : null;
  };
}

/** The names of the messages that the layout and what it imports call for. */
function namesInFrame(context: Context): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const look = (id: string) => {
    if (!OWN.test(id) || seen.has(id)) return;
    seen.add(id);
    const { code, importedIds } = context.getModuleInfo(id) ?? { code: null, importedIds: [] };
    for (const [, name] of code?.matchAll(BY_NAME) ?? []) if (name !== undefined) names.add(name);
    for (const imported of importedIds) look(imported);
  };
  look(LAYOUT);
  if (names.size === 0) throw new Error(`no messages were found in ${LAYOUT}`);
  return names;
}
