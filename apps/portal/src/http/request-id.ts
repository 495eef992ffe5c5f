/** Set by the server itself on every request, whatever the client sent. */
export const REQUEST_ID = 'x-request-id';
