import type { ConsumerNotes } from '@dsgen/core';
import { FORMAT_NAMES, resolveConsumers, type FileFacts } from '@dsgen/formats';

export interface TrainingFacts extends Omit<FileFacts, 'format' | 'isTraining'> {
  /** Name of the codec. */
  readonly format: string;
}

/** What each of the consumers makes of the training data as a whole, such as fewer rows than it asks for. */
export function consumerNotes(names: readonly string[], facts: TrainingFacts): readonly ConsumerNotes[] {
  const format = FORMAT_NAMES.find((known) => known === facts.format);
  return resolveConsumers(names).map(({ name, fileRules = [] }) => {
    if (format === undefined) return { name, notes: [] };
    const notes = fileRules.flatMap((rule) => {
      const found = rule.formats.includes(format) ? rule.find({ ...facts, format, isTraining: true }) : undefined;
      return found === undefined ? [] : [`${found} ${rule.fix}`];
    });
    return { name, notes };
  });
}
