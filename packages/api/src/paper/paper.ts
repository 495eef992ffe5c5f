/** One piece of a paper, top to bottom. All words come from the app that has it made. */
export type PaperPart =
  | { readonly kind: 'heading' | 'text' | 'note' | 'quote'; readonly text: string }
  /** Names and values, one pair a line. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /** A number or code set large in a frame; without a value, a line to write on. */
  | { readonly kind: 'code'; readonly name: string; readonly value: string | null }
  /** A history: when, and what. */
  | { readonly kind: 'steps'; readonly rows: readonly (readonly [when: string, what: string])[] }
  /** A QR code with what it is for, and its text in small print so that it can be checked without it. */
  | { readonly kind: 'qr'; readonly address: string; readonly caption: string; readonly text?: string }
  /** Who issued it, and when; at the right. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

/** A paper as it is handed over: official A4 with a red head, or a narrow slip of 80 mm. */
export type Paper = {
  readonly size: 'a4' | 'narrow';
  /** Who issues it; the red head of the A4 sheet. */
  readonly office: string;
  readonly title: string;
  /** The line under the title: the number of the paper. */
  readonly number: string;
  readonly parts: readonly PaperPart[];
  readonly language: 'zh-CN' | 'en';
  /** What is said at the end where characters that the font lacks were spelt out by their numbers. */
  readonly lackingNote: string;
  /** When it was made, ISO-8601 UTC. */
  readonly madeAt: string;
};
