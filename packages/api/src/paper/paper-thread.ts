import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { openSync, type Font } from 'fontkit';
import pdfmake from 'pdfmake';
import { paperLayout } from './paper-layout.ts';
import type { Paper } from './paper.ts';
import { speltPaper } from './spelt-paper.ts';

const resolve = (file: string) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${file}`);

const FONTS = {
  normal: resolve('400Regular/NotoSerifSC_400Regular.ttf'),
  bold: resolve('700Bold/NotoSerifSC_700Bold.ttf'),
};

// Nothing but the two fonts is read, whatever a text may look like.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FONTS).includes(path));
pdfmake.addFonts({ Song: { ...FONTS, italics: FONTS.normal, bolditalics: FONTS.bold } });

const song = openSync(FONTS.normal) as Font;
const hasGlyph = (codePoint: number) => song.hasGlyphForCodePoint(codePoint);

/** Sets one paper after the other: setting takes most of a second, which no page may wait for. */
parentPort?.on('message', ({ id, paper }: { id: number; paper: Paper }) => {
  void pdfmake
    .createPdf(paperLayout(speltPaper(paper, hasGlyph)))
    .getBuffer()
    .then(
      (pdf) => parentPort?.postMessage({ id, pdf: new Uint8Array(pdf) }),
      (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
    );
});
