import type { TrainerContext } from './trainer-configs.ts';

/** Python that loads the splits with `datasets`. */
export function loadDatasetLines({ files }: Pick<TrainerContext, 'files'>): readonly string[] {
  const entries = files.map(([split, file]) => `${JSON.stringify(split)}: str(folder / ${JSON.stringify(file)})`);
  return [
    'folder = Path(__file__).resolve().parent.parent',
    `dataset = load_dataset("json", data_files={${entries.join(', ')}})`,
  ];
}

/** A Python function from a row to OpenAI-style messages, as chat templates take them. */
export function toMessagesLines({ format, columns }: TrainerContext): readonly string[] {
  if (format === 'alpaca') return alpacaLines(columns);
  return format === 'sharegpt' ? shareGptLines(columns) : openAiLines(columns);
}

function alpacaLines(columns: ReadonlySet<string>): readonly string[] {
  return [
    'def to_messages(row):',
    '    messages = []',
    ...(columns.has('system')
      ? ['    if row["system"]:', '        messages.append({"role": "system", "content": row["system"]})']
      : []),
    ...(columns.has('history')
      ? [
          '    for question, answer in row["history"] or []:',
          '        messages.append({"role": "user", "content": question})',
          '        messages.append({"role": "assistant", "content": answer})',
        ]
      : []),
    '    question = "\\n\\n".join(text for text in (row["instruction"], row["input"]) if text)',
    '    messages.append({"role": "user", "content": question})',
    '    messages.append({"role": "assistant", "content": row["output"]})',
    '    return messages',
  ];
}

function shareGptLines(columns: ReadonlySet<string>): readonly string[] {
  const start = columns.has('system')
    ? '    messages = [{"role": "system", "content": row["system"]}] if row["system"] else []'
    : '    messages = []';
  return [
    'ROLES = {"system": "system", "human": "user", "gpt": "assistant", "observation": "tool"}',
    '',
    '',
    'def to_messages(row):',
    start,
    '    for turn in row["conversations"]:',
    '        if turn["from"] == "function_call":',
    '            calls = json.loads(turn["value"])',
    '            calls = calls if isinstance(calls, list) else [calls]',
    '            calls = [{"type": "function", "function": call} for call in calls]',
    '            messages.append({"role": "assistant", "content": "", "tool_calls": calls})',
    '        else:',
    '            messages.append({"role": ROLES[turn["from"]], "content": turn["value"]})',
    '    return messages',
  ];
}

function openAiLines(columns: ReadonlySet<string>): readonly string[] {
  if (!columns.has('tools')) return ['def to_messages(row):', '    return row["messages"]'];
  return [
    'def to_messages(row):',
    '    messages = []',
    '    for message in row["messages"]:',
    '        message = {key: value for key, value in message.items() if value is not None}',
    '        for call in message.get("tool_calls", []):',
    '            # Chat templates take the arguments as an object, OpenAI writes them as text.',
    '            call["function"]["arguments"] = json.loads(call["function"]["arguments"])',
    '        messages.append(message)',
    '    return messages',
  ];
}

/** `json` is needed only where calls are parsed. */
export function importLines({ format, columns }: TrainerContext): readonly string[] {
  const needsJson = format === 'sharegpt' || (format === 'openai' && columns.has('tools'));
  return [...(needsJson ? ['import json'] : []), 'from pathlib import Path', '', 'from datasets import load_dataset'];
}
