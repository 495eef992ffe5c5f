declare namespace App {
  interface Locals {
    /** Names this request in the log and on error pages. */
    requestId: string;
    /** The network address the request came from. */
    address: string;
    look: 'standard' | 'elder';
  }
}
