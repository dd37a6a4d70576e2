import { importLines, loadDatasetLines, toMessagesLines } from './python-messages.ts';
import type { TrainerContext } from './trainer-configs.ts';

/**
 * A script for TRL's SFTTrainer. Rows become prompt and completion, so that only the last answer is trained: TRL trains
 * on every token of `messages` unless the chat template marks the assistant's.
 */
export function trlScript(context: TrainerContext): string {
  const lines = [
    '# pip install trl datasets',
    ...importLines(context),
    'from trl import SFTConfig, SFTTrainer',
    '',
    'MODEL = "your/model"',
    '',
    ...loadDatasetLines(context),
    '',
    '',
    ...toMessagesLines(context),
    '',
    '',
    'def to_prompt_completion(row):',
    '    messages = to_messages(row)',
    '    return {"prompt": messages[:-1], "completion": messages[-1:]}',
    '',
    '',
    'dataset = dataset.map(to_prompt_completion, remove_columns=dataset["train"].column_names)',
    'trainer = SFTTrainer(',
    '    model=MODEL,',
    '    args=SFTConfig(output_dir="output"),',
    '    train_dataset=dataset["train"],',
    '    eval_dataset=dataset.get("validation"),',
    ')',
    'trainer.train()',
  ];
  return `${lines.join('\n')}\n`;
}
