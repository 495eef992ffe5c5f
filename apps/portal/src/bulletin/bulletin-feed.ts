import type { PublicBulletinLine } from '@bihuan/api';
import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });

/** Published bulletins as an Atom feed. Source: RFC 4287. `portalUrl` without a closing stroke. */
export function bulletinFeed(
  portalUrl: string,
  title: string,
  author: string,
  bulletins: readonly PublicBulletinLine[],
): string {
  const address = `${portalUrl}/bulletins`;
  const feed = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: address,
      title,
      updated: bulletins[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z',
      author: { name: author },
      link: [
        { '@rel': 'alternate', '@type': 'text/html', '@href': address },
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': `${address}/feed.xml` },
      ],
      entry: bulletins.map(({ month, title: name, number, publishedAt }) => ({
        id: `${address}/${month}`,
        title: name,
        published: publishedAt,
        updated: publishedAt,
        summary: number,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': `${address}/${month}` },
      })),
    },
  };
  return builder.build(feed);
}
