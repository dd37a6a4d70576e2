import {
  canRender,
  FOLDER_LINE,
  importLines,
  loadDatasetLines,
  loadedSplitLines,
  renderLines,
  toMessagesLines,
} from './python-messages.ts';
import type { TrainerContext } from './trainer-configs.ts';

/**
 * A script for TRL's SFTTrainer. Rows become prompt and completion, so that only the last answer is trained: TRL trains
 * on every token of `messages` unless the chat template marks the assistant's.
 */
export function trlScript(context: TrainerContext): string | undefined {
  if (!canRender(context)) return undefined;
  const lines = [
    '# pip install trl datasets',
    ...importLines(context),
    ...(context.columns.has('tools') ? toolBody(context) : plainBody(context)),
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

function plainBody(context: TrainerContext): readonly string[] {
  return [
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
  ];
}

function toolBody(context: TrainerContext): readonly string[] {
  return [
    'from transformers import AutoTokenizer',
    'from trl import SFTConfig, SFTTrainer',
    '',
    'MODEL = "your/model"',
    '',
    FOLDER_LINE,
    'tokenizer = AutoTokenizer.from_pretrained(MODEL)',
    '',
    '',
    ...toMessagesLines(context),
    '',
    '',
    ...renderLines(context, [
      'prompt = tokenizer.apply_chat_template(messages[:-1], tools=tools or None, add_generation_prompt=True, tokenize=False)',
      'text = tokenizer.apply_chat_template(messages, tools=tools or None, tokenize=False)',
      'assert text.startswith(prompt), "this chat template renders a prompt differently when it is answered"',
      'return {"prompt": prompt, "completion": text[len(prompt):]}',
    ]),
    '',
    '',
    ...loadedSplitLines(context),
  ];
}
