import { expect, request, type APIRequestContext, type APIResponse, type Cookie } from '@playwright/test';
import { load, type Cheerio, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** What is typed, chosen or ticked: by the label of a field, or by the words above a group of choices. */
export type Typed = Readonly<Record<string, string | true>>;

/**
 * Reads pages and sends their forms over HTTP, as a browser without scripts would, but draws nothing. For the steps that only
 * lead up to what a journey is about; each of those pages is seen in a browser by the journey that is about it.
 */
export class FormWindow {
  readonly #requests: APIRequestContext;
  #url = '';
  #page: CheerioAPI = load('');

  private constructor(requests: APIRequestContext) {
    this.#requests = requests;
  }

  static async open(url: string, cookies: readonly Cookie[] = []): Promise<FormWindow> {
    const extraHTTPHeaders = { accept: 'text/html', 'accept-language': 'zh-CN' };
    const storageState = { cookies: [...cookies], origins: [] };
    const window = new FormWindow(await request.newContext({ extraHTTPHeaders, storageState }));
    await window.goto(url);
    return window;
  }

  async cookies(): Promise<Cookie[]> {
    return (await this.#requests.storageState()).cookies;
  }

  /** The words of the page, without what it does not show. */
  text(): string {
    return words(this.#page('main, body').first());
  }

  heading(): string {
    return words(this.#page('h1').first());
  }

  /** The words of the first link that holds `name`; null where there is none. */
  link(name: string | RegExp): string | null {
    const found = this.#linkTo(name);
    return found === undefined ? null : words(found);
  }

  async goto(url: string): Promise<void> {
    await this.#take(await this.#requests.get(new URL(url, this.#url || undefined).href));
  }

  /** Follows the first link that holds `name`. */
  async follow(name: string | RegExp): Promise<void> {
    const link = this.#linkTo(name);
    if (link === undefined) throw new Error(`no link ${String(name)} on ${this.#url}`);
    await this.goto(link.attr('href') ?? '');
  }

  /** Fills the form with this button in, sends it, and stands on the page that comes of it, which must not refuse. */
  async send(button: string, typed: Typed = {}): Promise<void> {
    await this.submit(button, typed);
    const faults = this.#all('[role=alert]').map(words);
    expect(
      faults.filter((fault) => fault !== ''),
      `${button} on ${this.#url}`,
    ).toEqual([]);
  }

  /** The same, whatever the answer is. */
  async submit(button: string, typed: Typed = {}): Promise<void> {
    const form = this.#formWith(button);
    for (const [label, value] of Object.entries(typed)) this.#type(form, label, value);
    const key = form
      .find('button')
      .filter((_, one) => words(this.#page(one)) === button)
      .first();
    const fields = new FormData();
    for (const { name, value } of this.#filled(form)) fields.append(name, value);
    const name = key.attr('name');
    if (name !== undefined) fields.append(name, key.attr('value') ?? '');
    const url = new URL(key.attr('formaction') ?? form.attr('action') ?? '', this.#url);
    const isWithFiles = form.attr('enctype') === 'multipart/form-data';
    const answer = await this.#requests.post(url.href, {
      headers: { origin: url.origin },
      ...(isWithFiles ? { multipart: fields } : { form: fields }),
    });
    await this.#take(answer);
  }

  #linkTo(name: string | RegExp): Cheerio<Element> | undefined {
    return this.#all('a[href]').find((one) => matches(words(one), name));
  }

  #formWith(button: string): Cheerio<Element> {
    const form = this.#all('form').find((one) =>
      one
        .find('button')
        .toArray()
        .some((key) => words(this.#page(key)) === button),
    );
    if (form === undefined) throw new Error(`no form with ${button} on ${this.#url}`);
    return form;
  }

  /** What a browser would send of a form. The parser's own list takes the first option where the chosen one is in a group. */
  #filled(form: Cheerio<Element>): readonly { readonly name: string; readonly value: string }[] {
    const chosen = form
      .find('select')
      .toArray()
      .map((one) => {
        const select = this.#page(one);
        const option = select.find('option[selected]').last();
        return { name: select.attr('name') ?? '', value: option.attr('value') ?? words(option) };
      });
    const names = chosen.map(({ name }) => name);
    return [...form.serializeArray().filter(({ name }) => !names.includes(name)), ...chosen];
  }

  #type(form: Cheerio<Element>, label: string, value: string | true): void {
    const $ = this.#page;
    const group = form
      .find('fieldset')
      .filter((_, one) => words($(one).find('legend').first()).includes(label))
      .last();
    const field =
      group.length > 0 && value !== true ? this.#labelled(group, value) : this.#labelled(form, label);
    if (field === undefined) throw new Error(`no field ${label} on ${this.#url}`);
    if (field.is('[type=radio]')) {
      form.find(`[type=radio][name="${field.attr('name')}"]`).prop('checked', false);
      field.prop('checked', true);
    } else if (field.is('[type=checkbox]')) field.prop('checked', true);
    else if (field.is('select') && value !== true) {
      const options = field
        .find('option')
        .toArray()
        .map((one) => $(one));
      const option =
        options.find((one) => words(one) === value) ?? options.find((one) => words(one).includes(value));
      if (option === undefined) throw new Error(`no ${value} under ${label} on ${this.#url}`);
      field.find('option').removeAttr('selected');
      option.attr('selected', 'selected');
    } else if (value !== true) field.val(value);
  }

  /** The field that this label names: the whole of the label first, then a label that begins with it, then one that holds it. */
  #labelled(within: Cheerio<Element>, label: string): Cheerio<Element> | undefined {
    const $ = this.#page;
    const labels = within
      .find('label')
      .toArray()
      .map((one) => $(one));
    const found =
      labels.find((one) => words(one) === label) ??
      labels.find((one) => words(one).startsWith(label)) ??
      labels.find((one) => words(one).includes(label));
    if (found === undefined) return undefined;
    const id = found.attr('for');
    const field = id === undefined ? found.find('input, select, textarea').first() : $(`[id="${id}"]`);
    return field as Cheerio<Element>;
  }

  #all(selector: string): Cheerio<Element>[] {
    return this.#page(selector)
      .toArray()
      .map((one) => this.#page(one) as Cheerio<Element>);
  }

  async #take(answer: APIResponse): Promise<void> {
    const html = await answer.text();
    this.#url = answer.url();
    this.#page = load(html);
    expect(
      answer.status(),
      `${this.#url} ${this.heading()} ${this.#all('[role=alert]').map(words).join(' ')}`,
    ).toBeLessThan(500);
    this.#page('script, style, template').remove();
  }
}

function words(element: Cheerio<Element>): string {
  return element.text().replaceAll(/\s+/g, ' ').trim();
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.includes(name) : name.test(text);
}
