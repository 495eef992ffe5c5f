import type { House, SignedIn } from '@bihuan/api';
import type { Look, Scheme } from '#lib/preferences.ts';

declare global {
  namespace App {
    interface Error {
      /** Under which the fault is found in the log. */
      reference?: string;
    }
    interface Locals {
      house: House;
      /** Appears in the log and in the answer's headers. */
      requestId: string;
      sessionId: string | undefined;
      staff: SignedIn | null;
      locale: string;
      look: Look;
      scheme: Scheme;
    }
    interface PageData {
      /** What stands in the browser's tab before the product's name. */
      title?: string;
    }
  }
}
