/**
 * Enter as the hall uses it: in a line it goes on to the next field, on a choice it goes to the next choice, on a tick it
 * ticks. Buttons, links and longer texts keep their Enter. Whether the key was used.
 */
export function enterMovesOn(event: KeyboardEvent, form: HTMLFormElement): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const field = event.target;
  if (field instanceof HTMLSelectElement) return focusNext(field, form, event.shiftKey);
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.type === 'radio') return chooseNext(field, form, event.shiftKey ? -1 : 1);
  if (field.type === 'checkbox') {
    field.click();
    return true;
  }
  return focusNext(field, form, event.shiftKey);
}

function chooseNext(radio: HTMLInputElement, form: HTMLFormElement, by: 1 | -1): true {
  const group = groupOf(radio, form);
  const at = group.findIndex((one) => one.checked);
  const next = at === -1 ? radio : group[(at + by + group.length) % group.length];
  next?.focus();
  next?.click();
  return true;
}

function focusNext(from: Element, form: HTMLFormElement, isBack: boolean): true {
  const stops = [...form.elements].filter((one) => one instanceof HTMLElement && isStop(one));
  const next = stops[stops.indexOf(from) + (isBack ? -1 : 1)];
  if (next instanceof HTMLElement) next.focus();
  return true;
}

/** Where Tab would stop: of a group of choices only the chosen one, or the first. */
function isStop(field: HTMLElement): boolean {
  if (!field.checkVisibility() || field instanceof HTMLFieldSetElement) return false;
  if (!(field instanceof HTMLInputElement)) return true;
  if (field.type === 'hidden') return false;
  if (field.type !== 'radio' || field.checked || field.form === null) return true;
  const group = groupOf(field, field.form);
  return group[0] === field && group.every((one) => !one.checked);
}

function groupOf(radio: HTMLInputElement, form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.elements].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === radio.name,
  );
}
