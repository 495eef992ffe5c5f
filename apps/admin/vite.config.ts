import { messagesByUse } from '@bihuan/ui/messages-by-use';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { messagesOfFrame } from './messages-of-frame.ts';

export default defineConfig({
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: messagesOfFrame(), debugName: 'frame' },
                {
                  name: 'messages',
                  test: /paraglide-browser/,
                  entriesAware: true,
                  entriesAwareMergeThreshold: 8_000,
                },
              ],
            },
          },
        },
      },
    },
    ssr: { build: { sourcemap: false, rolldownOptions: { output: { comments: false } } } },
  },
  plugins: [
    messagesByUse(),
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The framework's announcer of page titles hides itself with this one style.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'media-src': ['self'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      // The origin of every form is checked in hooks.server.ts against ADMIN_URL, which is known only when the server runs.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
});
