/** How a message on the portal looks. */
export const SITE_MESSAGE_TONES = ['notice', 'warning'] as const;
/** When it is shown: always, or only while the window is open, or only while it is not. */
export const SITE_MESSAGE_HOURS = ['always', 'in_hours', 'out_of_hours'] as const;
/** How far an entry of the questions and answers has come. */
export const ENTRY_STATUSES = ['draft', 'published', 'withdrawn'] as const;
