import type { BounceTaken, House, Report } from '@bihuan/api';
import { house } from '../house.ts';

const STATUS: Readonly<Record<BounceTaken, number>> = { noted: 204, ignored: 204, refused: 401 };

type Take = (house: House, secret: string, report: Report) => Promise<BounceTaken>;

/** Answers a provider's report. Where no secret is set up there is no such page. */
export async function takeReport(
  request: Request,
  secret: string | undefined,
  take: Take,
): Promise<Response> {
  if (secret === undefined) return new Response(null, { status: 404 });
  const report = { text: await request.text(), header: (name: string) => request.headers.get(name) };
  return new Response(null, { status: STATUS[await take(house, secret, report)] });
}
