const OPENERS =
  /^(?:\(?(?:please )?(?:see|refer to|consult|check out|learn more|read more|read about|find out more|visit|browse|watch)\b|for (?:more|further|additional|full|complete|detailed|an overview|other|the full)\b|more (?:information|info|details?|on this)\b|(?:further|additional|more) (?:information|details|reading|resources|guidance|documentation)\b|(?:this|these) (?:is|are) (?:described|explained|covered|documented|discussed)\b|to (?:learn|read|find out|know) more\b|if you(?:'d| would)? (?:want|like|need) (?:to (?:learn|read|know|find out) more|more (?:information|details|info))\b|click here|source:|note: see|related:|see also\b|as (?:always|usual), (?:see|refer))/iu;

const META =
  /^(?:in )?(?:this|the following|the next|the previous) (?:page|section|chapter|document|guide|article|tutorial|handbook|manual|appendix|part|post|lesson|module)\b/iu;

/** Whether a sentence only sends the reader elsewhere, or talks about the document instead of its subject. */
export function isPointerSentence(sentence: string): boolean {
  return OPENERS.test(sentence) || META.test(sentence);
}
