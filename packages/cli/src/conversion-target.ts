import { resolveConsumers, UsageError, type Consumer } from '@dsgen/sdk';

export interface ConversionTarget {
  readonly format: string;
  readonly consumers: readonly Consumer[];
}

/** What most consumers read. */
const USUAL_FORMAT = 'openai';

/** The format to write: the one that is named, or one that the consumer reads. */
export function conversionTarget({
  to,
  for: name,
}: {
  readonly to?: string | undefined;
  readonly for?: string | undefined;
}): ConversionTarget {
  const consumers = name === undefined ? [] : resolveConsumers([name]);
  const [consumer] = consumers;
  if (consumer === undefined) return { format: to ?? USUAL_FORMAT, consumers };
  const formats: readonly string[] = consumer.formats;
  if (to === undefined)
    return { format: formats.find((format) => format === USUAL_FORMAT) ?? formats[0] ?? USUAL_FORMAT, consumers };
  if (formats.includes(to)) return { format: to, consumers };
  throw new UsageError({
    code: 'format-not-read',
    message: `Cannot convert to ${to} for ${consumer.name}: it does not read that format`,
    fix: `Use --to with one of ${formats.join(', ')}, or leave --to out.`,
  });
}
