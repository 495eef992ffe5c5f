/** Where the bytes of a file lie in the store. Also the context that binds what was sealed to its place. */
export const originalKey = (id: string): string => `${id.slice(0, 2)}/${id}/original`;
export const copyKey = (id: string): string => `${id.slice(0, 2)}/${id}/copy`;
export const redactedKey = (id: string, sha256: string): string =>
  `${id.slice(0, 2)}/${id}/redacted-${sha256.slice(0, 16)}`;
