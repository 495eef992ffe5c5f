// Node has WebAssembly, but its types are only in TypeScript's library for browsers.
declare global {
  namespace WebAssembly {
    function instantiate(
      program: Uint8Array,
      imports: Record<string, Record<string, unknown>>,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>;
  }
}

export {};
