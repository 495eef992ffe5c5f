import { takeShortReport } from '@bihuan/api';
import type { APIRoute } from 'astro';
import { env } from '../../house.ts';
import { takeReport } from '../../notices/take-report.ts';

/** The provider of SMS or app messages reports what could not be handed over. */
export const POST: APIRoute = ({ request }) => takeReport(request, env.SMS_SECRET, takeShortReport);
