import { dataFileLines } from './axolotl.ts';
import { datasetInfo, shareGptTags } from './llamafactory.ts';
import { loadDatasetLines } from './python-messages.ts';
import type { DataFiles } from './trainer-configs.ts';

/** What the configurations of formats that one trainer reads as they are depend on. */
export interface DirectContext extends DataFiles {
  readonly name: string;
}

type Writer = (context: DirectContext) => string;

/** Preferences, prompts with completions and texts: each has the one trainer it is named after. */
export const directConfigs: Readonly<Record<string, ReadonlyArray<readonly [string, Writer]>>> = {
  'prompt-completion': [['train_trl.py', (context) => trlScript(context, 'SFT')]],
  'preference-trl': [['train_trl.py', (context) => trlScript(context, 'DPO')]],
  kto: [['train_trl.py', (context) => trlScript(context, 'KTO')]],
  text: [['train_trl.py', (context) => trlScript(context, 'SFT')]],
  'preference-axolotl': [['axolotl.yaml', axolotlPreference]],
  'preference-llamafactory': [['dataset_info.json', llamaFactoryPreference]],
};

function trlScript(context: DirectContext, trainer: 'SFT' | 'DPO' | 'KTO'): string {
  const lines = [
    '# pip install trl datasets',
    'from pathlib import Path',
    '',
    'from datasets import load_dataset',
    `from trl import ${trainer}Config, ${trainer}Trainer`,
    '',
    'MODEL = "your/model"',
    '',
    ...loadDatasetLines(context),
    `trainer = ${trainer}Trainer(`,
    '    model=MODEL,',
    `    args=${trainer}Config(output_dir="output"),`,
    '    train_dataset=dataset["train"],',
    '    eval_dataset=dataset.get("validation"),',
    ')',
    'trainer.train()',
  ];
  return `${lines.join('\n')}\n`;
}

function axolotlPreference(context: DirectContext): string {
  const lines = [
    '# The data part of an axolotl configuration: add base_model and your training options.',
    '# Paths are relative to the dataset folder: run axolotl there, or make them absolute.',
    'rl: dpo',
    'chat_template: tokenizer_default',
  ];
  for (const [split, names] of context.files) {
    if (split === 'test') continue;
    lines.push(split === 'train' ? 'datasets:' : 'test_datasets:');
    lines.push(
      ...dataFileLines(names, context),
      '    type: chat_template.default',
      '    field_messages: messages',
      '    field_chosen: chosen',
      '    field_rejected: rejected',
    );
  }
  return `${lines.join('\n')}\n`;
}

function llamaFactoryPreference(context: DirectContext): string {
  return datasetInfo(context, {
    ranking: true,
    formatting: 'sharegpt',
    columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected' },
    tags: shareGptTags,
  });
}
