const ends = new Set<() => void>();

// One listener for all that is open, however much that is.
process.once('sveltekit:shutdown', () => {
  for (const end of ends) end();
});

/** Calls back when the server is about to stop, until the function it answers with is called. */
export function whenStopping(end: () => void): () => void {
  ends.add(end);
  return () => void ends.delete(end);
}
