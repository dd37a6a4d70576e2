import type { Section } from '../../analyze/analysis.ts';
import type { PatternContext } from '../pattern.ts';

/** Works out once for each section of a document what many patterns look at; the answer must not be changed. */
export function perSection<Value>(
  work: (context: PatternContext, section: Section) => Value,
): (context: PatternContext, section: Section) => Value {
  const known = new WeakMap<PatternContext, Map<string, Value>>();
  return (context, section) => {
    const ofDocument = known.get(context) ?? new Map<string, Value>();
    known.set(context, ofDocument);
    const found = ofDocument.get(section.id);
    if (found !== undefined || ofDocument.has(section.id)) return found as Value;
    const value = work(context, section);
    ofDocument.set(section.id, value);
    return value;
  };
}
