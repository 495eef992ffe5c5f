import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import type { AstroIntegration } from 'astro';
import manifest from './package.json' with { type: 'json' };

/** The largest upload of files. What is no upload is kept far smaller: src/http/is-too-large.ts. */
const UPLOAD_BYTES = 64 * 1024 * 1024;

/** The handler of the adapter in a server of our own: configuration first, files, log, headers, an orderly end. */
function portalServer(): AstroIntegration {
  const adapter = node({
    mode: 'middleware',
    bodySizeLimit: UPLOAD_BYTES,
    experimentalDisableStreaming: true,
  });
  const ready = adapter.hooks['astro:config:done'];
  const serverEntrypoint = fileURLToPath(new URL('src/server.ts', import.meta.url));
  return {
    ...adapter,
    hooks: {
      ...adapter.hooks,
      'astro:config:done': (options) =>
        ready?.({ ...options, setAdapter: (given) => options.setAdapter({ ...given, serverEntrypoint }) }),
    },
  };
}

export default defineConfig({
  output: 'server',
  adapter: portalServer(),
  session: false,
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  // Our own check compares with PORTAL_URL, which is known only when the server starts (src/http/same-origin.ts).
  security: { checkOrigin: false },
  vite: {
    build: {
      // A script in the page would be stopped by the content security policy.
      assetsInlineLimit: 0,
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    },
    environments: { ssr: { build: { rolldownOptions: { output: { comments: false } } } } },
    // The server is built whole, but for packages with native parts or threads of their own.
    ssr: { noExternal: true, external: Object.keys(manifest.dependencies) },
  },
});
