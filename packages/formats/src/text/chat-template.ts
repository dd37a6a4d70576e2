import { UsageError } from '@dsgen/core';
import { isObject, own, type JsonObject } from '../conversation/row-reader.ts';

/** What turns a conversation into the text a model is trained on. */
export interface ChatTemplate {
  /** Jinja source, as `apply_chat_template` of transformers takes it. */
  readonly source: string;
  /** Source for conversations with tools, where the tokenizer has one of its own. Default: `source`. */
  readonly toolSource?: string;
  /** What the template finds beside the messages, such as `bos_token`. Default: nothing. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface ChatTemplateFiles {
  /** Text of `chat_template.jinja`, or of a template of the user's own; it goes before the one in the configuration. */
  readonly template?: string;
  /** Parsed `tokenizer_config.json`. */
  readonly tokenizerConfig?: unknown;
}

/**
 * The chat template of a tokenizer's files.
 *
 * @throws UsageError `chat-template-missing` when they hold none.
 * @example
 * ```ts
 * import { chatTemplateOf } from '@dsgen/formats';
 *
 * const template = chatTemplateOf({ tokenizerConfig: { chat_template: '{{ messages[0].content }}', eos_token: '</s>' } });
 * console.log(template.variables); // { eos_token: '</s>' }
 * ```
 */
export function chatTemplateOf({ template, tokenizerConfig }: ChatTemplateFiles): ChatTemplate {
  const config = isObject(tokenizerConfig) ? tokenizerConfig : {};
  const found = template === undefined ? templatesOf(config) : { source: template };
  if (found !== undefined) return { ...found, variables: tokensOf(config) };
  throw new UsageError({
    code: 'chat-template-missing',
    message: 'Choosing the chat template failed: the tokenizer has none.',
    fix: 'Give the template itself as a Jinja file, or the folder of a tokenizer that was made for chat.',
  });
}

/** A template as a `tokenizer_config.json` has it, so that it can be given to others. */
export function templateConfig({ source, toolSource, variables }: ChatTemplate): Readonly<Record<string, unknown>> {
  if (toolSource === undefined) return { ...variables, chat_template: source };
  const named = [
    { name: 'default', template: source },
    { name: 'tool_use', template: toolSource },
  ];
  return { ...variables, chat_template: named };
}

/** `chat_template` is a text, or a list of named ones with `default` and perhaps `tool_use` among them. */
function templatesOf(config: JsonObject): Pick<ChatTemplate, 'source' | 'toolSource'> | undefined {
  const given = own(config, 'chat_template');
  if (typeof given === 'string') return { source: given };
  if (!Array.isArray(given)) return undefined;
  const named = new Map(given.flatMap((entry: unknown) => namedTemplate(entry)));
  const source = named.get('default');
  const toolSource = named.get('tool_use');
  return source === undefined ? undefined : { source, ...(toolSource === undefined ? {} : { toolSource }) };
}

function namedTemplate(entry: unknown): ReadonlyArray<readonly [string, string]> {
  if (!isObject(entry)) return [];
  const name = own(entry, 'name');
  const template = own(entry, 'template');
  return typeof name === 'string' && typeof template === 'string' ? [[name, template]] : [];
}

/** `bos_token` and its like are texts, or objects with their text as `content`. */
function tokensOf(config: JsonObject): Readonly<Record<string, string>> {
  const tokens = Object.entries(config).flatMap(([key, value]): ReadonlyArray<readonly [string, string]> => {
    if (!/^[a-z]+_token$/.test(key)) return [];
    const text = isObject(value) ? own(value, 'content') : value;
    return typeof text === 'string' ? [[key, text]] : [];
  });
  return Object.fromEntries(tokens);
}
