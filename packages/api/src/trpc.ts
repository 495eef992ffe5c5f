import { initTRPC } from '@trpc/server';
import type { Actor } from '@bihuan/domain';
import type { House } from './house.ts';

/** What every procedure is called with: the house and who asks. */
export type Caller = { readonly house: House; readonly actor: Actor };

/** Procedures return a `Result`; only faults are thrown, and say nothing of where. */
export const t = initTRPC.context<Caller>().create({
  isDev: false,
  errorFormatter: ({ shape }) => ({
    ...shape,
    message: shape.data.code,
    data: { ...shape.data, stack: undefined },
  }),
});

/** A caller from outside the office, with the network address the request came from. */
export type PublicCaller = Caller & { readonly address: string };

/** The public's procedures. They are called in-process, so faults come through as they are. */
export const publicT = initTRPC.context<PublicCaller>().create();

/**
 * A procedure of the public that reads what was published, or figures of the whole zone, and may be some seconds old: asked of
 * the replica where there is one, and once more of the primary where the replica fails meanwhile.
 */
export const publishedProcedure = publicT.procedure.use(async ({ ctx, next }) => {
  const reading = ctx.house.reading();
  if (reading === ctx.house) return next();
  const read = await next({ ctx: { ...ctx, house: reading } });
  return read.ok ? read : next();
});
