import { nearestName, UsageError } from '@dsgen/core';
import type { FormatName } from '../codecs.ts';
import { axolotl } from './axolotl.ts';
import { bedrock } from './bedrock.ts';
import type { Consumer } from './consumer.ts';
import { llamaFactory } from './llamafactory.ts';
import { mistral } from './mistral.ts';
import { openAi } from './openai.ts';
import { together } from './together.ts';
import { torchtune } from './torchtune.ts';
import { trl } from './trl.ts';
import { unsloth } from './unsloth.ts';
import { vertex } from './vertex.ts';

/** Every consumer whose rules are known. */
export const CONSUMERS: readonly Consumer[] = [
  llamaFactory,
  axolotl,
  trl,
  torchtune,
  unsloth,
  openAi,
  together,
  mistral,
  bedrock,
  vertex,
];

/** The consumers that understand a format. */
export function consumersOf(format: FormatName): readonly Consumer[] {
  return CONSUMERS.filter(({ formats, misreads = [] }) => formats.includes(format) && !misreads.includes(format));
}

/**
 * Consumers by name.
 *
 * @throws UsageError `consumer-unknown`.
 */
export function resolveConsumers(names: readonly string[]): readonly Consumer[] {
  return names.map((name) => {
    const consumer = CONSUMERS.find((known) => known.name === name);
    if (consumer !== undefined) return consumer;
    const known = CONSUMERS.map((other) => other.name);
    const meant = nearestName(name, known);
    throw new UsageError({
      code: 'consumer-unknown',
      message: `Choosing the consumer failed: ${JSON.stringify(name)} is not known.`,
      fix: `${meant === undefined ? '' : `Did you mean ${meant}? `}Use ${known.join(', ')}.`,
      data: { name, known },
    });
  });
}
