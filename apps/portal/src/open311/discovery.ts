import { m } from '@bihuan/ui/messages';
import type { z } from 'zod';
import type { discoverySchema } from './wire.ts';

/** When the contract last changed. */
const CHANGESET = '2026-11-26T00:00:00Z';

/** The service discovery of the specification. */
export function discovery(portalUrl: string): z.output<typeof discoverySchema> {
  const developers = new URL('/developers', portalUrl).href;
  return {
    changeset: CHANGESET,
    contact: m.interface_contact({ url: developers }),
    key_service: m.interface_key_service({ url: developers }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: new URL('/open311/v2', portalUrl).href,
        changeset: CHANGESET,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
