/** Lines of plain text by page; a page that could not be read is undefined. */
export interface PlainPages {
  readonly totalPages: number;
  readonly pages: ReadonlyMap<number, readonly string[]>;
}

/**
 * Reads text without layout with PDFium in WebAssembly: slower and plainer than the main engine, but a fault in it
 * is an exception instead of the end of the process. A page that faults costs that page only.
 *
 * @param pages The pages to read, 1-based; all by default.
 * @throws What the library throws for a document it cannot open.
 */
export async function readPlainText(bytes: Uint8Array, pages?: readonly number[]): Promise<PlainPages> {
  let session = await openSession(bytes);
  const { totalPages } = session;
  const wanted = pages ?? Array.from({ length: totalPages }, (_, index) => index + 1);
  const read = new Map<number, readonly string[]>();
  for (const page of wanted) {
    try {
      read.set(page, session.readLines(page));
    } catch {
      // After a trap the module's memory cannot be trusted: go on with a fresh one.
      session = await openSession(bytes);
    }
  }
  session.close();
  return { totalPages, pages: read };
}

interface PdfiumSession {
  readonly totalPages: number;
  readLines(page: number): readonly string[];
  close(): void;
}

async function openSession(bytes: Uint8Array): Promise<PdfiumSession> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return {
    totalPages: document.getPageCount(),
    readLines: (page) =>
      document
        .getPage(page - 1)
        .getText()
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim()),
    close() {
      document.destroy();
      library.destroy();
    },
  };
}
