const LEAST =
  /(?:\bat least|\bno (?:less|fewer) than|\bnot (?:less|fewer) than|\b(?:a )?minimum(?: of| is)?|\bmore than|\bover|\babove|\bexceed(?:s|ing)?|\blonger than|\bgreater than|\blarger than|\bolder than)\s*(?:a |an |the |about )?$/iu;
const MOST =
  /(?:\bat most|\b(?:no|not|never|nor) (?:be )?(?:more|longer|later|higher|larger) than|\b(?:a )?maximum(?: of| is)?|\bup to|\bas much as|(?<!\bno |\bnot )(?:\bless than|\bfewer than)|\bunder|\bbelow|\bwithin|\bshorter than|\byounger than|\b(?:not|never) exceed(?:s|ing)?|\bcapped at|\blimited to)\s*(?:a |an |the |about )?$/iu;
const LEAST_AFTER = /^\s*(?:\S+\s+){0,2}?(?:or (?:more|above|longer|over|older)|at least|minimum)\b/iu;
const MOST_AFTER = /^\s*(?:\S+\s+){0,2}?(?:or (?:less|fewer|below|under)|at most|maximum)\b/iu;
/** "No later than three weeks before" is what "at least three weeks before" is: nothing can be told from the words. */
const BACKWARDS = /^\s*(?:\S+\s+){0,3}?(?:ahead|before|beforehand|prior|in advance|earlier)\b/iu;

const COMPARED =
  /\b(?:more|longer|greater|larger|older) than\s*(?:a |an |the |about )?$|\b(?:over|above|exceed(?:s|ing)?)\s*(?:a |an |the |about )?$/iu;
const DENIED = /\b(?:no|not|never|cannot|nobody)\b|n['’]t\b/iu;

function clauseBefore(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - 80), start)
      .split(/[.,;:!?]\s|\b(?:if|when|unless|that|which|who|because)\b/iu)
      .at(-1) ?? ''
  );
}

const SENTENCE_END = /[.;:!?]\s|\n/u;

/** How far a bound may stand from its number, in characters. */
const REACH = 40;

/** Which way the text bounds the number at a place. */
export function boundAt(text: string, start: number, end: number): { readonly bound?: 'least' | 'most' } {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(SENTENCE_END)[0] ?? '';
  if (BACKWARDS.test(after)) return {};
  if (MOST.test(before) || MOST_AFTER.test(after)) return { bound: 'most' };
  if (!LEAST.test(before) && !LEAST_AFTER.test(after)) return {};
  // "No employee may work more than 48 hours"
  const isDenied = COMPARED.test(before) && DENIED.test(clauseBefore(text, start));
  return { bound: isDenied ? 'most' : 'least' };
}
