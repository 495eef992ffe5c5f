import { takeResendReport } from '@bihuan/api';
import type { APIRoute } from 'astro';
import { env } from '../../house.ts';
import { takeReport } from '../../notices/take-report.ts';

/** Resend reports what bounced. */
export const POST: APIRoute = ({ request }) =>
  takeReport(request, env.RESEND_WEBHOOK_SECRET, takeResendReport);
