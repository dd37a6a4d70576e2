import type { DataFiles, TrainerContext } from './trainer-configs.ts';

/** The dataset folder, from a script in its `trainers/`. */
export const FOLDER_LINE = 'folder = Path(__file__).resolve().parent.parent';

/** Python that loads the splits with `datasets`. */
export function loadDatasetLines({ files, loader }: DataFiles): readonly string[] {
  const entries = files.map(([split, names]) => {
    const paths = names.map((name) => `str(folder / ${JSON.stringify(name)})`);
    return `${JSON.stringify(split)}: ${paths.length === 1 ? paths[0] : `[${paths.join(', ')}]`}`;
  });
  return [FOLDER_LINE, `dataset = load_dataset("${loader}", data_files={${entries.join(', ')}})`];
}

/**
 * Python that renders rows with tools before `datasets` sees them: it gives every object of a column the same keys and fills
 * the gaps with None, so the arguments and parameters of one tool would get those of all others.
 */
export function renderLines({ format }: TrainerContext, result: readonly string[]): readonly string[] {
  const bare = 'tools = json.loads(row.get("tools") or "[]")';
  const wrapped = 'tools = [{"type": "function", "function": tool} for tool in tools]';
  const tools = format === 'sharegpt' ? [bare, wrapped] : ['tools = row.get("tools") or []'];
  return [
    'def render(row):',
    '    messages = to_messages(row)',
    ...tools.map((line) => `    ${line}`),
    ...result.map((line) => `    ${line}`),
    '',
    '',
    'def load(*files):',
    '    rows = []',
    '    for file in files:',
    '        with open(folder / file, encoding="utf-8") as lines:',
    '            rows += [render(json.loads(line)) for line in lines]',
    '    return Dataset.from_list(rows)',
  ];
}

/** `load` reads JSON Lines line by line; in another container, rows with tools get no script. */
export function canRender({ columns, packing }: TrainerContext): boolean {
  return !columns.has('tools') || (packing.container === 'lines' && packing.compression === undefined);
}

/** The splits as Python reads them with `load`. */
export function loadedSplitLines({ files }: Pick<TrainerContext, 'files'>): readonly string[] {
  const entries = files.map(([split, names]) => {
    return `${JSON.stringify(split)}: load(${names.map((name) => JSON.stringify(name)).join(', ')})`;
  });
  return [`dataset = {${entries.join(', ')}}`];
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
          '    for question, answer in row.get("history") or []:',
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
    ? '    messages = [{"role": "system", "content": row["system"]}] if row.get("system") else []'
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
    '            if isinstance(call["function"]["arguments"], str):',
    '                call["function"]["arguments"] = json.loads(call["function"]["arguments"])',
    '        messages.append(message)',
    '    return messages',
  ];
}

/** `json` is needed only where calls are parsed. */
export function importLines({ format, columns }: TrainerContext): readonly string[] {
  const needsJson = format === 'sharegpt' || (format === 'openai' && columns.has('tools'));
  const loader = columns.has('tools') ? 'Dataset' : 'load_dataset';
  return [...(needsJson ? ['import json'] : []), 'from pathlib import Path', '', `from datasets import ${loader}`];
}
