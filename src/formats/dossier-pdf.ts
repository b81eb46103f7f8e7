import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake, { type Content, type Styled } from 'pdfmake';
import { dossierOf, headOf, type Dossier, type DossierLine } from './dossier.js';
import { webAddress, type About, type Statements } from './format.js';

/** DejaVu: Latin, Cyrillic, Greek, Georgian, Armenian, Hebrew and Arabic letters. What it lacks is shown as a box. */
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** A dossier as a PDF. The same statements and date give the same pages. */
export async function* dossierPdf(statements: Statements, about: About): AsyncGenerator<Uint8Array> {
  const dossier = await dossierOf(statements, about);
  pdfmake.setFonts({
    DejaVu: { normal: join(fonts, 'DejaVuSans.ttf'), bold: join(fonts, 'DejaVuSans-Bold.ttf') },
  });
  // A dossier holds strangers' strings: nothing but the fonts is read, and nothing is fetched.
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setUrlAccessPolicy(() => false);
  yield await pdfmake
    .createPdf({
      info: { title: dossier.title, producer: 'onrecord', creationDate: new Date(dossier.made) },
      pageMargins: [50, 50, 50, 60],
      defaultStyle: { font: 'DejaVu', fontSize: 9.5, lineHeight: 1.25 },
      footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 8, margin: [0, 20, 0, 0] }), // prettier-ignore
      content: contentOf(dossier),
    })
    .getBuffer();
}

function contentOf(dossier: Dossier): Content[] {
  return [
    { text: dossier.title, bold: true, fontSize: 16, margin: [0, 0, 0, 6] },
    { text: headOf(dossier), margin: [0, 0, 0, 14] },
    ...dossier.lines.map(lineOf),
  ];
}

/** A part of a line in bold. */
const strong = (text: string): Styled => ({ text, bold: true });
/** A part that leads elsewhere; as it is where there is nowhere. */
const leading = (text: string, link: string | null): Styled => (link === null ? { text } : { text, link });

function lineOf(line: DossierLine, index: number): Content {
  const stance = line.positions.length === 0 ? '' : `; ${line.positions.join('; ')}`;
  return {
    unbreakable: line.words.length < 1500,
    margin: [0, 0, 0, 10],
    stack: [
      { text: [`${index + 1}.  `, strong(line.who), `${line.role === null ? '' : `, ${line.role}`} (${line.act}${stance})`] },
      { text: line.words, margin: [0, 2, 0, 2] },
      {
        fontSize: 7.5,
        color: '#555555',
        text: [`${line.day ?? 'undated'} · ${line.outlet} · `, leading(line.title, webAddress(line.url)), ` · statement ${line.statementId}, ${line.hash}`],
      },
    ],
  }; // prettier-ignore
}
