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

/** A script for unsloth. It renders the chat template itself: unsloth guesses keys and roles from the first ten rows. */
export function unslothScript(context: TrainerContext): string | undefined {
  if (!canRender(context)) return undefined;
  const lines = [
    '# pip install unsloth',
    'from unsloth import FastLanguageModel',
    ...importLines(context),
    'from trl import SFTConfig, SFTTrainer',
    '',
    'MODEL = "your/model"',
    '',
    'model, tokenizer = FastLanguageModel.from_pretrained(MODEL, max_seq_length=4096, load_in_4bit=True)',
    'model = FastLanguageModel.get_peft_model(model)',
    ...(context.columns.has('tools') ? toolBody(context) : plainBody(context)),
    'trainer = SFTTrainer(',
    '    model=model,',
    '    processing_class=tokenizer,',
    '    args=SFTConfig(output_dir="output", dataset_text_field="text"),',
    '    train_dataset=dataset["train"],',
    '    eval_dataset=dataset.get("validation"),',
    ')',
    'trainer.train()',
  ];
  return `${lines.join('\n')}\n`;
}

function plainBody(context: TrainerContext): readonly string[] {
  return [
    ...loadDatasetLines(context),
    '',
    '',
    ...toMessagesLines(context),
    '',
    '',
    'def to_text(row):',
    '    return {"text": tokenizer.apply_chat_template(to_messages(row), tokenize=False)}',
    '',
    '',
    'dataset = dataset.map(to_text, remove_columns=dataset["train"].column_names)',
  ];
}

function toolBody(context: TrainerContext): readonly string[] {
  return [
    FOLDER_LINE,
    '',
    '',
    ...toMessagesLines(context),
    '',
    '',
    ...renderLines(context, [
      'return {"text": tokenizer.apply_chat_template(messages, tools=tools or None, tokenize=False)}',
    ]),
    '',
    '',
    ...loadedSplitLines(context),
  ];
}
