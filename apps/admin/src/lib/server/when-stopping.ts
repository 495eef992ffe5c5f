const ends = new Set<() => void>();

// One listener for all that is open, however much that is.
process.once('sveltekit:shutdown', endWhatIsOpen);

/** Ends what would be open for as long as somebody looks on, so that the server can close. */
export function endWhatIsOpen(): void {
  for (const end of ends) end();
}

/** Calls back when the server is about to stop, until the function it answers with is called. */
export function whenStopping(end: () => void): () => void {
  ends.add(end);
  return () => void ends.delete(end);
}
