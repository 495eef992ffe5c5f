import { defineConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

// Everything that the program uses is built into it, but for its dependencies: they have native parts or threads.
export default defineConfig({
  ssr: { noExternal: true, external: Object.keys(manifest.dependencies) },
  build: {
    ...{ ssr: 'src/main.ts', target: 'node24', minify: false, reportCompressedSize: false },
    rolldownOptions: { output: { comments: false } },
  },
});
