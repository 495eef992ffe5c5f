import type { StaffRouter } from '@bihuan/api';
import { createTRPCClient, httpBatchLink } from '@trpc/client';

/** What the browser asks while a person types. Forms are sent by form actions. */
export const trpc = createTRPCClient<StaffRouter>({
  links: [httpBatchLink({ url: '/api/trpc', maxItems: 10 })],
});
