import { BlockList, isIP } from 'node:net';

const CLOSED = new BlockList();
for (const [address, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ] as const),
  ...([
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  CLOSED.addSubnet(address, prefix, 'ipv4');

/** Global unicast, less what stands for something else: Teredo, documentation, 6to4. */
const OPEN6 = new BlockList();
OPEN6.addSubnet('2000::', 3, 'ipv6');
const CLOSED6 = new BlockList();
for (const [address, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED6.addSubnet(address, prefix, 'ipv6');

/** Whether an IP address is one of the public internet. Source: IANA special-purpose address registries. */
export function isPublicIp(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !CLOSED.check(ip, 'ipv4');
  return family === 6 && OPEN6.check(ip, 'ipv6') && !CLOSED6.check(ip, 'ipv6');
}

/** Whether an IP address is this machine's own. */
export function isLoopbackIp(ip: string): boolean {
  return ip === '::1' || (isIP(ip) === 4 && ip.startsWith('127.'));
}

/**
 * Whether an address may be kept for a webhook: https without user, password or fragment, on no private IP. Plain http on the
 * machine's own address is taken for trials; nothing is sent there unless the worker is told to.
 */
export function isWebhookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username !== '' || password !== '' || hash !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isLoopbackIp(host)) return protocol === 'https:' || protocol === 'http:';
  if (protocol !== 'https:') return false;
  return isIP(host) === 0
    ? /\.[a-z]/i.test(host) && !/\.(local|localhost|internal)$/i.test(host)
    : isPublicIp(host);
}
