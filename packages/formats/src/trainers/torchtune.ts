import type { TrainerContext } from './trainer-configs.ts';

/**
 * The data part of a torchtune configuration. Rows with tools get none: torchtune stops at tool turns, and where a
 * call has no text it trains the model to repeat the question.
 */
export function torchtuneConfig(context: TrainerContext): string | undefined {
  if (context.columns.has('tools')) return undefined;
  const lines = [
    '# The data part of a torchtune configuration: merge it into your recipe.',
    '# Paths are relative to the dataset folder: run tune there, or make them absolute.',
  ];
  if (context.columns.has('system') || context.columns.has('history')) {
    lines.push('# torchtune reads no system and no history column; convert the data to openai to keep them.');
  }
  for (const [split, names] of context.files) {
    if (split === 'test') continue;
    lines.push(split === 'train' ? 'dataset:' : 'dataset_val:');
    lines.push(...componentLines(context), `  source: ${context.loader}`, ...fileLines(names), '  split: train');
    lines.push('  train_on_input: false');
  }
  return `${lines.join('\n')}\n`;
}

function fileLines(names: readonly string[]): readonly string[] {
  if (names.length === 1) return [`  data_files: ${JSON.stringify(names[0])}`];
  return ['  data_files:', ...names.map((name) => `    - ${JSON.stringify(name)}`)];
}

function componentLines({ format }: TrainerContext): readonly string[] {
  if (format === 'alpaca') return ['  _component_: torchtune.datasets.alpaca_dataset'];
  return [
    '  _component_: torchtune.datasets.chat_dataset',
    `  conversation_column: ${format === 'openai' ? 'messages' : 'conversations'}`,
    `  conversation_style: ${format}`,
  ];
}
