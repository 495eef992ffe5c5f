import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import type { publishedKeys } from './published-keys.ts';

/**
 * A page that checks receipts by itself, without network: saved once with the keys of that day, opened from the disk. It is
 * handed out as a file and never shown by the portal, whose own pages run no script.
 */
export function offlinePage({ keys }: ReturnType<typeof publishedKeys>, madeOn: string): string {
  const words = {
    genuine: m.verify_offline_genuine(),
    forged: m.refusal_receipt_forged(),
    incomplete: m.refusal_receipt_incomplete(),
    unreadable: m.refusal_receipt_unreadable(),
    unknownKey: m.verify_offline_unknown_key(),
    unable: m.verify_offline_unable(),
    number: m.portal_receipt_number(),
    filed: m.portal_receipt_filed(),
    due: m.receipt_due(),
    hash: m.verify_hash(),
    am: m.half_am(),
    pm: m.half_pm(),
  };
  const data = JSON.stringify({ keys: Object.fromEntries(keys.map(({ kid, x }) => [kid, x])), words });
  return `<!doctype html>
<html lang="${getLocale()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${m.verify_offline_title()}</title>
<style>
:root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
textarea { width: 100%; box-sizing: border-box; font: inherit }
button { font: inherit; padding: .5em 1.5em }
[role=status] { font-weight: 700; padding: .75em 1em; border: 2px solid; margin-top: 1rem }
[role=status]:empty { display: none }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25em 1em; overflow-wrap: anywhere }
</style>
<h1>${m.verify_offline_title()}</h1>
<p>${m.verify_offline_lead({ date: madeOn })}</p>
<form><label for="text">${m.verify_field()}</label><textarea id="text" rows="6"></textarea>
<p><button>${m.verify_submit()}</button></p></form>
<div role="status" id="verdict"></div><dl id="says"></dl>
<script type="application/json" id="data">${data.replaceAll('<', '\\u003c')}</script>
<script>${SCRIPT}</script>
</html>
`;
}

const SCRIPT = `
const { keys, words } = JSON.parse(document.getElementById('data').textContent);
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const WHOLE = /^BHR1\\.([A-Z]{1,8}-[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z])\\.(\\d{8}T\\d{6}Z)\\.(\\d{8})(am|pm)(~?)\\.([0-9a-f]{64})\\.([0-9a-z]{1,12})\\.([\\w-]{86})$/;
async function judge(typed) {
  const joined = typed.replaceAll(/\\s/g, '');
  const start = joined.lastIndexOf('BHR1.');
  if (start < 0) return [words.unreadable];
  const text = joined.slice(start);
  const parts = WHOLE.exec(text);
  if (parts === null) return [words.incomplete];
  const [, number, filed, due, half, , hash, keyId, signature] = parts;
  if (!(keyId in keys)) return [words.unknownKey];
  const key = await crypto.subtle.importKey('raw', bytes(keys[keyId]), 'Ed25519', false, ['verify']);
  const signed = new TextEncoder().encode(text.slice(0, -87));
  const isGenuine = await crypto.subtle.verify('Ed25519', key, bytes(signature), signed);
  if (!isGenuine) return [words.forged];
  const at = new Date(filed.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
  return [words.genuine, [
    [words.number, number],
    [words.filed, at.toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' })],
    [words.due, due.replace(/(....)(..)(..)/, '$1-$2-$3 ') + words[half]],
    [words.hash, hash],
  ]];
}
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const [verdict, facts = []] = await judge(document.getElementById('text').value).catch(() => [words.unable]);
  document.getElementById('verdict').textContent = verdict;
  document.getElementById('says').replaceChildren(...facts.flat().map((text, index) =>
    Object.assign(document.createElement(index % 2 ? 'dd' : 'dt'), { textContent: text })));
});
`;
