import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { badInput, done, type Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';

const schema = z.object({ ...itemRef, inspectorId: z.uuid('unknown_staff') });

/** Names the inspector who verifies on the spot; nobody of a department concerned. Starts the verification clock. */
export async function openVerification(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, inspectorId } = parsed.value;
  return changeItem(house, actor, { itemId, version }, async () => {
    const inspector = await house.db.prisma.staff.findUnique({ where: { id: inspectorId } });
    if (!inspector?.isActive || !inspector.roles.includes('inspector'))
      return badInput({ inspectorId: 'unknown_staff' });
    return done({ type: 'open_verification', inspectorId, inspectorDepartmentId: inspector.departmentId });
  });
}
