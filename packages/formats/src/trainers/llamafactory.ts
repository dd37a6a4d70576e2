import type { DataFiles, TrainerContext } from './trainer-configs.ts';

/** Every tag is named, because a `tags` block sets those it does not name to nothing. */
export const shareGptTags = {
  role_tag: 'from',
  content_tag: 'value',
  user_tag: 'human',
  assistant_tag: 'gpt',
  observation_tag: 'observation',
  function_tag: 'function_call',
  system_tag: 'system',
} as const;

/**
 * `tool` and `function_call` never occur: rows with tools are left to ShareGPT. They are named all the same, because
 * a `tags` block sets every tag it does not name to nothing.
 */
const openAiTags = {
  role_tag: 'role',
  content_tag: 'content',
  user_tag: 'user',
  assistant_tag: 'assistant',
  observation_tag: 'tool',
  function_tag: 'function_call',
  system_tag: 'system',
} as const;

/**
 * `dataset_info.json` of LLaMA-Factory, for `--dataset_dir <dataset>/trainers`. Every column is named, because a
 * `columns` block sets those it does not name to nothing: the prompt would be empty and no one would notice.
 *
 * OpenAI rows with tools get none: LLaMA-Factory encodes their arguments twice. Nor do compressed files, which it does
 * not open.
 */
export function llamaFactoryConfig(context: TrainerContext): string | undefined {
  if (context.format === 'openai' && context.columns.has('tools')) return undefined;
  if (context.packing.compression !== undefined) return undefined;
  return datasetInfo(context, description(context));
}

/** An entry for each file: a folder would be read whole, all splits together. */
export function datasetInfo({ name, files }: DataFiles & { readonly name: string }, columns: object): string {
  const entries = files.flatMap(([split, names]) => {
    const base = split === 'train' ? name : `${name}_${split}`;
    return names.map((file, index) => [
      names.length === 1 ? base : `${base}_${String(index).padStart(5, '0')}`,
      { file_name: `../${file}`, ...columns },
    ]);
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function description({ format, columns }: TrainerContext): Readonly<Record<string, unknown>> {
  if (format === 'alpaca') {
    return {
      formatting: 'alpaca',
      columns: {
        prompt: 'instruction',
        query: 'input',
        response: 'output',
        ...(columns.has('system') && { system: 'system' }),
        ...(columns.has('history') && { history: 'history' }),
      },
    };
  }
  if (format === 'sharegpt') {
    return {
      formatting: 'sharegpt',
      columns: {
        messages: 'conversations',
        ...(columns.has('system') && { system: 'system' }),
        ...(columns.has('tools') && { tools: 'tools' }),
      },
      tags: shareGptTags,
    };
  }
  // Not `formatting: openai`: that converter adds a system prompt of its own to rows that have none.
  return { formatting: 'sharegpt', columns: { messages: 'messages' }, tags: openAiTags };
}
