/** A fault: the stored events of one stream do not fit together, which only damaged data can cause. */
export class BrokenStream extends Error {
  override name = 'BrokenStream';
}
