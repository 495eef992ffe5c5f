import type { EarlierCase } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { trpc } from '../trpc-client.ts';

const WHOLE = /^(\+?86)?1[3-9]\d{9}$|^0\d{9,11}$/;

/**
 * Cases filed with a phone, once it is typed in full; null before. Each look is recorded and shown to the complainant, whose
 * language the desk does not know: the reason is kept in Chinese.
 */
export async function lookUpEarlierCases(phone: string): Promise<readonly EarlierCase[] | null> {
  if (!WHOLE.test(phone.replace(/[\s()（）-]/g, ''))) return null;
  const reason = m.admin_earlier_reason({}, { locale: 'zh-CN' });
  const result = await trpc.earlierCases.mutate({ phone, reason });
  return result.ok ? result.value : null;
}
