/** Characters that a password has at the least. */
export const LEAST_PASSWORD = 10;
