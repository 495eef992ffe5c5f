import { watchItems } from '@bihuan/api';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { whenStopping } from '#lib/server/when-stopping.ts';
import type { RequestHandler } from './$types';

const ALIVE_MS = 20_000;

/** Says "changed" whenever items changed, as server-sent events; never what. */
export const GET: RequestHandler = (event) => {
  const actor = actorOf(event);
  const { house } = event.locals;
  let close: () => void = () => undefined;
  const body = new ReadableStream<string>({
    start(controller) {
      const stop = valueOf(watchItems(house, actor, () => controller.enqueue('data: changed\n\n')));
      const alive = setInterval(() => controller.enqueue(': here\n\n'), ALIVE_MS);
      alive.unref();
      const stayOn = whenStopping(() => {
        close();
        controller.close();
      });
      close = () => {
        stop();
        clearInterval(alive);
        stayOn();
      };
      controller.enqueue('retry: 3000\n\n');
    },
    cancel: () => close(),
  });
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
  });
};
