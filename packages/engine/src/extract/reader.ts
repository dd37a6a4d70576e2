import type { DocumentSource, ExtractContext } from './source.ts';
import type { RawDocument } from './raw-block.ts';

/** One input format. Readers never touch files or the network and throw only ExtractError for bad input. */
export interface Reader {
  readonly name: string;
  readonly mediaTypes: readonly string[];
  read(source: DocumentSource, context: ExtractContext): Promise<RawDocument>;
}
