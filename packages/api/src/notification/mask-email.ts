/** `zhang.san@example.com` → `z***@example.com`: enough to tell which address, not to write to it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at <= 0 ? '***' : `${first}***${address.slice(at)}`;
}
