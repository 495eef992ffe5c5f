/** A word of the domain in the language of the person who looks. */
export type Terms<Word extends string> = Readonly<Record<Word, () => string>>;
