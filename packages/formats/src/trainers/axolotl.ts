import type { DataFiles, TrainerContext } from './trainer-configs.ts';

/** The data part of an axolotl configuration, to be merged into one's own. */
export function axolotlConfig(context: TrainerContext): string {
  const lines = [
    '# The data part of an axolotl configuration: add base_model and your training options.',
    '# Paths are relative to the dataset folder: run axolotl there, or make them absolute.',
  ];
  if (context.format !== 'alpaca') lines.push('chat_template: tokenizer_default');
  for (const [split, names] of context.files) {
    if (split === 'test') continue;
    lines.push(split === 'train' ? 'datasets:' : 'test_datasets:');
    lines.push(...dataFileLines(names, context), ...typeLines(context));
  }
  return `${lines.join('\n')}\n`;
}

/** One dataset, of one file or of several. */
export function dataFileLines(names: readonly string[], { loader }: Pick<DataFiles, 'loader'>): readonly string[] {
  const [first = ''] = names;
  const end = [`    ds_type: ${loader}`, '    split: train'];
  if (names.length === 1) return [`  - path: ${JSON.stringify(first)}`, ...end];
  const files = names.map((name) => `      - ${JSON.stringify(name)}`);
  return [`  - path: ${loader}`, '    data_files:', ...files, ...end];
}

function typeLines({ format, columns }: TrainerContext): readonly string[] {
  if (format === 'alpaca') {
    const note = '    # axolotl reads no history column: rows that have one train on the last exchange only.';
    const type = columns.has('system') ? 'alpaca_w_system' : 'alpaca';
    return [...(columns.has('history') ? [note] : []), `    type: ${type}`];
  }
  if (format === 'openai') {
    return [
      '    type: chat_template',
      '    field_messages: messages',
      '    roles_to_train: ["assistant"]',
      // 0 is falsy, so OpenAI's weight works as axolotl's switch.
      '    message_field_training: weight',
    ];
  }
  return [
    '    type: chat_template',
    '    field_messages: conversations',
    '    message_property_mappings:',
    '      role: from',
    '      content: value',
    '    roles:',
    '      system: ["system"]',
    '      user: ["human"]',
    '      assistant: ["gpt", "function_call"]',
    '      tool: ["observation"]',
    '    roles_to_train: ["assistant"]',
  ];
}
