import type { ExportOptions } from '@dsgen/core';
import { CONVERSATION_FORMAT_NAMES, resolveConsumers } from '@dsgen/formats';

/** What most consumers read. */
const USUAL_FORMAT = 'openai';

/** The format for consumers where none is named: one that all of them understand; undefined when there is none. */
export function consumerFormat({ consumers = [] }: Pick<ExportOptions, 'consumers'>): string | undefined {
  if (consumers.length === 0) return undefined;
  const [first, ...others] = resolveConsumers(consumers).map(({ formats, misreads = [] }): readonly string[] =>
    formats.filter((format) => !misreads.includes(format)),
  );
  // A text needs a template as well, so nobody gets it unasked.
  const shared = (first ?? []).filter((format) => {
    const isConversation = format !== 'text' && CONVERSATION_FORMAT_NAMES.some((name) => name === format);
    return isConversation && others.every((formats) => formats.includes(format));
  });
  return shared.includes(USUAL_FORMAT) ? USUAL_FORMAT : shared[0];
}
