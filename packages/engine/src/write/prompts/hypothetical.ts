import { acrossSections } from './across-sections.ts';

export const hypothetical = acrossSections({
  name: 'hypothetical',
  promise: 'A question about a case that somebody could be in, answered by what the document says of such cases.',
  isScenario: true,
  request:
    'Write up to {{count}} questions that begin with a case ("Suppose that somebody …") to which several rules of the source apply. Do not calculate. Give in "steps" the rules that apply, and in "conclusion" what holds in this case.',
});
