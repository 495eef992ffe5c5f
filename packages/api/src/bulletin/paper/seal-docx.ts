import type { Instant } from '@bihuan/domain';
import JSZip from 'jszip';
import { INSTEAD } from './official-measures.ts';

const NO_TIME = new Date('1980-01-01T00:00:00Z');
const FONT_TABLE = 'word/fontTable.xml';
const PROPERTIES = 'docProps/core.xml';

/**
 * Takes out of a .docx what differs from one making to the next (the clock in its properties and in the archive) and names
 * stand-ins for the typefaces of official papers.
 */
export async function sealDocx(bytes: Uint8Array, madeAt: Instant): Promise<Uint8Array> {
  const made = await JSZip.loadAsync(bytes);
  const sealed = new JSZip();
  const second = `${madeAt.slice(0, 19)}Z`;
  for (const [name, file] of Object.entries(made.files)) {
    if (file.dir) continue;
    const text = await file.async('string');
    const content = name === FONT_TABLE ? fontTable() : name === PROPERTIES ? atMoment(text, second) : text;
    sealed.file(name, content, { date: NO_TIME, createFolders: false });
  }
  return sealed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

function atMoment(properties: string, second: string): string {
  return properties.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g, `$1${second}$3`);
}

function fontTable(): string {
  const fonts = Object.entries(INSTEAD).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
