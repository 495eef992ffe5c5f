/** How pages look, kept in cookies that both apps read. */
export const LOOKS = ['standard', 'elder'] as const;
export type Look = (typeof LOOKS)[number];

export const SCHEMES = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export function asLook(text: string | undefined): Look {
  return LOOKS.find((look) => look === text) ?? 'standard';
}

export function asScheme(text: string | undefined): Scheme {
  return SCHEMES.find((scheme) => scheme === text) ?? 'auto';
}
