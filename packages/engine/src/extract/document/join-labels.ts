import type { RawBlock } from '../raw-block.ts';

/** Words that announce a note, alone on a line or beside their picture. */
const LABEL =
  /^[[(]?\s*(?<word>note|n\.?b\.?|please note|important note|tip|pro tip|warning|caution|important|danger|hint|attention|beware|remember|notice|see also)\s*[\])]?\s*[:!.]?$/iu;
const LONGEST_LABEL = 80;

/**
 * Puts the label of a note before its text, as a reader would say it: "Note: never run it dry." A picture of the label
 * beside the word goes.
 */
export function joinLabels(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const joined: RawBlock[] = [];
  let open: OpenLabel | undefined;
  for (const block of blocks) {
    const label = labelOf(block);
    if (label !== undefined) {
      open = open === undefined || open.role !== block.role ? { text: label, role: block.role } : longer(open, label);
      continue;
    }
    if (open !== undefined) joined.push(...labelled(open, block));
    else joined.push(block);
    open = undefined;
  }
  if (open !== undefined) joined.push({ kind: 'paragraph', text: open.text, ...roleOf(open) });
  return joined.map(withPlainLabel);
}

/** "! EXAMPLE: …", "NOTE: …": labels that a page sets apart by their look. */
const SHOUTED =
  /^(?:[!?>] ?)?(?<word>NOTE|NEW|INFO|TIP|WARNING|CAUTION|DANGER|IMPORTANT|EXAMPLE|HINT|SUCCESS|QUESTION|BUG|DEPRECATED|SUMMARY):\s+(?<rest>\S[^]*)$/u;

/** The label as a word of the text, once: "NEW: New in version 2" says it twice. */
function withPlainLabel(block: RawBlock): RawBlock {
  if (block.kind !== 'paragraph') return block;
  const { word, rest = '' } = SHOUTED.exec(block.text)?.groups ?? {};
  if (word === undefined) return block;
  const isSaid = rest.toLowerCase().startsWith(word.toLowerCase());
  return { ...block, text: isSaid ? rest : `${word.charAt(0)}${word.slice(1).toLowerCase()}: ${rest}` };
}

interface OpenLabel {
  readonly text: string;
  readonly role: RawBlock['role'];
}

/** Of two labels in a row one is the picture of the other, or says more. */
function longer(open: OpenLabel, text: string): OpenLabel {
  return LABEL.test(open.text) ? { ...open, text } : open;
}

function labelOf(block: RawBlock): string | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'figure') return undefined;
  const text = block.text.trim();
  const word = LABEL.exec(text)?.groups?.['word'];
  if (word !== undefined) return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`;
  return block.kind === 'paragraph' && block.isLabel === true && text.length <= LONGEST_LABEL ? text : undefined;
}

function labelled(label: OpenLabel, block: RawBlock): readonly RawBlock[] {
  const own = { kind: 'paragraph', ...roleOf(label) } as const;
  if (label.role !== block.role || block.kind === 'heading') return [{ ...own, text: label.text }, block];
  const opening = /[.:!?]$/u.test(label.text) ? label.text : `${label.text}:`;
  if (block.kind === 'paragraph') return [{ ...block, text: `${opening} ${block.text}` }];
  return [{ ...own, text: opening }, block];
}

function roleOf({ role }: OpenLabel): Pick<RawBlock, 'role'> {
  return role === undefined ? {} : { role };
}
