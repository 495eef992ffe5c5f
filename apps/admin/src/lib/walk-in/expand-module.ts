import type { TextModule } from '@bihuan/api';

/**
 * Puts a text module where `/code` was typed, on Enter, Tab or Space after it. Whether something was put in; then the key
 * does nothing else.
 */
export function expandModule(event: KeyboardEvent, modules: readonly TextModule[]): boolean {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || !['Enter', 'Tab', ' '].includes(event.key)) return false;
  if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const end = field.selectionStart;
  const typed = /\/([\p{L}\p{N}]{1,12})$/u.exec(field.value.slice(0, end));
  const found = modules.find(({ code }) => code === typed?.[1]?.toLowerCase());
  if (!typed || !found) return false;
  field.setRangeText(found.text, typed.index, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}
