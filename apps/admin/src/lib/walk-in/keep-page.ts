const PAGES = 'walk-in-page';

/** Keeps this page for the network's next cut, where the visit that started the service worker went past it. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.ready;
  const response = await fetch('/walk-in', { headers: { accept: 'text/html' } });
  if (response.ok && !response.redirected) await (await caches.open(PAGES)).put('/walk-in', response);
}

/** At sign-out nothing of the page stays on the device. */
export async function dropPage(): Promise<void> {
  if ('caches' in window) await caches.delete(PAGES);
}
