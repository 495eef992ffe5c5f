import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';
import { version } from '$app/env';

/**
 * Keeps the one page that the hall must open without a network, and the program files it is made of. Nothing else of the
 * office is kept: no case, no list, no answer to a form.
 */
const PAGE = '/walk-in';
const FILES = `files-${version}`;
/** Emptied at sign-out by the page itself. */
const PAGES = 'walk-in-page';

self.addEventListener('install', (event) => {
  const files = [...immutable, ...assets].map(({ path }) => `/${path.replace(/^\//, '')}`);
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(files)));
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(fileFirst(request));
  else if (url.pathname === PAGE && request.mode === 'navigate') event.respondWith(networkFirst(request));
});

async function dropOldFiles(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('files-') && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fileFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The page as the network gives it, and a copy for when there is none. A page that leads to the sign-in is not kept. */
async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (response.ok && response.type === 'basic' && !response.redirected)
      await cache.put(PAGE, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}
