import { opensDependently } from '../wording/reference.ts';

const OPENERS =
  /^(?:\(?(?:please |you (?:can|may|should|could) |we recommend you )?(?:also )?(?:see\b(?! (?:if|whether|that|what))|refer to|(?:find|get) (?:more|additional|further|out more)|learn more|read more|skip (?:ahead )?to|jump (?:ahead )?to|go (?:back|ahead) to|consult|check out|learn more|read more|read about|find out more|visit|browse|watch|view (?:an?|the|our) (?:\w+ )?(?:video|recording|slides|slide deck|presentation))\b|for an? (?:comprehensive|complete|full|detailed|quick|general) |for (?:more|further|additional|full|complete|detailed|an overview|other|the full)\b|more (?:information|info|details?|on this)\b|(?:further|additional|more) (?:information|details|reading|resources|guidance|documentation)\b|(?:this|these) (?:is|are) (?:described|explained|covered|documented|discussed)\b|to (?:learn|read|find out|know) more\b|if you(?:'d| would)? (?:want|like|need) (?:to (?:learn|read|know|find out) more|more (?:information|details|info))\b|click here|source:|note: see|related:|see also\b|as (?:always|usual), (?:see|refer))/iu;

/** Links between pages: "Back to the overview", "Next to booking >". */
const NAVIGATION = /^(?:back|return|next|jump|continue|go back|go) to\b[^.!?]{0,60}$/iu;

/** A bare address, with or without an arrow before it. */
const ADDRESS = /^\W{0,3}\s*(?:https?:\/\/|www\.)\S+\s*$/u;

const META =
  /^(?:in )?(?:this|the following|the next|the previous) (?:page|section|chapter|document|guide|article|tutorial|handbook|manual|appendix|part|post|lesson|module)\b/iu;

/** "For Windows, see the setup page." */
const POINTING_CLAUSE =
  /^(?:(?:for|on|if|to|in|when|as)\b[^,]{1,90}, (?:please )?(?:see|refer to|visit|check ?out|read|consult)\b|for (?:\w+ )?(?:information|details|guidance)\b[^,]{0,90}, (?:please )?(?:check|go to|head to|look at|use)\b|to (?:see|learn|read|find|view|know)\b[^,]{1,90}, (?:please )?(?:check|look at|go to|follow|use|ask)\b)/iu;

/** "Templates can be found here." */
const FOUND_ELSEWHERE =
  /\b(?:found|available|located|listed|posted|view|see|check|find|read|access(?:ed)?|download(?:ed)?|documented|described|provided)\b[^.]{0,60}\b(?:here|below|above|at this link|at the link)\.?$/iu;

/** "The figure below shows the parts.": pictures are no part of a record. */
const PICTURED =
  /^(?:listing|figure|fig\.|table|example|diagram|image) \d+(?:[.-]\d+)* (?:shows?|illustrates?|depicts?|demonstrates?|displays?|lists?|gives?|contains?|summari[sz]es?)\b|^(?:as shown in )?(?:the|this|these|a|an|here is an?)?\s?(?:following |above |next )?(?:figure|image|screen ?shot|diagram|picture|photo|illustration|chart|graph|video|animation)s? (?:below |above |here )?(?:shows?|illustrates?|depicts?|demonstrates?|displays?|outlines?|gives?|summari[sz]es?|is an? (?:example|screenshot))\b/iu;

/** "To see how nets are dried see the section about the harbour." */
const ASKED_ELSEWHERE =
  /^(?:to|for|if|on)\b[^.]{5,120} see (?:the|our) (?:\S+ )?(?:section|chapter|page|guide|docs|documentation)\b/iu;

/** "Read the Nets guide for the details." */
const READ_ON =
  /^(?:please )?(?:read|follow|review|check|use) (?:the|our|this) [^.]{2,60} (?:guide|docs|documentation|page|section|chapter|tutorial|gist|post|article|README)\b(?! (?:to|that)\b)/iu;

/** "We cover more details in the guide." */
const COVERED_ELSEWHERE =
  /\b(?:we (?:cover|covered|discuss|discussed|describe|explain)|(?:is|are) (?:covered|discussed))\b[^.]{0,60}\bin (?:(?:chapter|section|part) \d|(?:the|our) [^.]{0,40}(?:section|chapter|guide|docs|documentation|page)\b)/iu;

const POINTERS = [
  OPENERS,
  NAVIGATION,
  ADDRESS,
  META,
  POINTING_CLAUSE,
  FOUND_ELSEWHERE,
  PICTURED,
  READ_ON,
  ASKED_ELSEWHERE,
  COVERED_ELSEWHERE,
];

/** Whether a sentence only sends the reader elsewhere, or talks about the document instead of its subject. */
export function isPointerSentence(sentence: string): boolean {
  // A sentence that ends with a colon introduces what follows it: that is no mere pointer.
  if (sentence.trimEnd().endsWith(':')) return false;
  // Also with a label before it: "Model card: see the catalogue."
  const unlabelled = sentence.replace(/^[^:]{2,50}: (?=\S)/u, '');
  return isPointing(sentence) || (unlabelled.length < sentence.length && isPointing(unlabelled));
}

function isPointing(sentence: string): boolean {
  return POINTERS.some((pattern) => pattern.test(sentence));
}

/** Which sentences of a paragraph point elsewhere, and which go on from one that does: "See the rules. This saves time." */
export function pointersOf(sentences: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, sentence] of sentences.entries()) {
    if (isPointerSentence(sentence) || (found.has(index - 1) && opensDependently(sentence))) found.add(index);
  }
  return found;
}
