import { acrossSections } from './across-sections.ts';

export const reasoning = acrossSections({
  name: 'reasoning',
  promise: 'A question whose answer follows from several places of the document, with the steps that lead to it.',
  request:
    'Write up to {{count}} questions that nobody can answer from one sentence: the answer follows from sentences of different sections taken together. Give in "steps" what each of them says, and in "conclusion" what follows.',
});
