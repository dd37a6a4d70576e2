import { deflateSync } from 'node:zlib';

/* PDFs written by hand, whole or broken in one place. */

/** What a page of the PDFs below says. */
export const PDF_TEXT = 'A permit is a written approval that the harbour office issues for one voyage.';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A PDF of these objects, numbered from 1. Object 1 is the catalog. */
function pdf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.5\n';
  const rows: string[] = [];
  for (const [index, body] of objects.entries()) {
    rows.push(`${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

function pdfStream(data: string, dictionary = ''): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

interface PageOptions {
  readonly mediaBox?: string;
  readonly content?: string;
  /** Replaces the whole stream object of the content. */
  readonly contentObject?: string;
  readonly resources?: string;
  readonly pages?: string;
  readonly otherObjects?: readonly string[];
  readonly trailer?: string;
}

function showText(text: string): string {
  return `BT /F1 11 Tf 72 700 Td (${text}) Tj ET`;
}

/** A PDF of one page with {@link PDF_TEXT}; other objects begin at number 6. */
export function onePagePdf(options: PageOptions = {}): Buffer {
  const {
    mediaBox = '[0 0 595 842]',
    content = showText(PDF_TEXT),
    contentObject = pdfStream(content),
    resources = '',
    pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    otherObjects = [],
    trailer = '',
  } = options;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} /Resources << /Font << /F1 5 0 R >> ${resources} >> /Contents 4 0 R >>`;
  return pdf(['<< /Type /Catalog /Pages 2 0 R >>', pages, page, contentObject, FONT, ...otherObjects], trailer);
}

/** An encryption dictionary that no empty password opens. */
export function encryptedPdf(): Buffer {
  const dictionary = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  return onePagePdf({ otherObjects: [dictionary], trailer: '/Encrypt 6 0 R /ID [<00><00>] ' });
}

/** The only kid of the page tree is the page tree. */
export function cyclicPagesPdf(): Buffer {
  return onePagePdf({ pages: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' });
}

/** A page that draws a form that draws itself, beside its text. */
export function recursiveFormPdf(): Buffer {
  const form = pdfStream(
    '/X Do',
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
  );
  return onePagePdf({
    content: `${showText(PDF_TEXT)} /X Do`,
    resources: '/XObject << /X 6 0 R >>',
    otherObjects: [form],
  });
}

/** Twenty forms, each drawing the next ten times: 10^20 drawings. */
export function multiplyingFormsPdf(): Buffer {
  const forms = Array.from({ length: 20 }, (_, index) =>
    pdfStream(
      index === 19 ? showText('deep') : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << /X ${7 + index} 0 R >> >>`,
    ),
  );
  return onePagePdf({
    content: `${showText(PDF_TEXT)} /X Do`,
    resources: '/XObject << /X 6 0 R >>',
    otherObjects: forms,
  });
}

/** A content stream that is packed twice: a few hundred bytes for 200 MB. */
export function inflatingPdf(): Buffer {
  const twice = deflateSync(deflateSync(Buffer.alloc(200_000_000, ' '), { level: 9 }), { level: 9 }).toString('latin1');
  return onePagePdf({ contentObject: pdfStream(twice, '/Filter [/FlateDecode /FlateDecode]') });
}

/** Arrays in arrays, where a recursive parser runs out of stack. */
export function deeplyNestedPdf(): Buffer {
  return onePagePdf({ mediaBox: `${'['.repeat(200_000)}${']'.repeat(200_000)}` });
}

/** The reference table is cut off, as after an interrupted download. */
export function truncatedPdf(): Buffer {
  const whole = onePagePdf();
  return whole.subarray(0, whole.indexOf('xref\n0') + 30);
}

/** The place of the reference table is wrong: viewers then look for the objects themselves. */
export function misplacedTablePdf(): Buffer {
  return Buffer.from(
    onePagePdf()
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7'),
    'latin1',
  );
}
