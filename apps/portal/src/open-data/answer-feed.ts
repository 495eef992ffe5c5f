import type { OpenAnswer } from '@bihuan/api';
import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });

/** Published answers as an Atom feed, in the language they are written in. Source: RFC 4287. `portalUrl` without a closing stroke. */
export function answerFeed(
  portalUrl: string,
  title: string,
  author: string,
  answers: readonly OpenAnswer[],
): string {
  const address = `${portalUrl}/open-data`;
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: `${address}/answers.xml`,
      title,
      updated: answers[0]?.answeredAt ?? '1970-01-01T00:00:00.000Z',
      author: { name: author },
      link: [
        { '@rel': 'alternate', '@type': 'text/html', '@href': address },
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': `${address}/answers.xml` },
      ],
      entry: answers.map(({ id, answeredAt, outcome, title: name, text }) => ({
        id: `${address}/answers#${id}`,
        title: name,
        published: answeredAt,
        updated: answeredAt,
        category: { '@term': outcome },
        content: { '@type': 'text', '#text': text },
      })),
    },
  });
}
