import { acrossSections } from './across-sections.ts';

export const multiStep = acrossSections({
  name: 'multi-step',
  promise: 'A problem that takes several steps of the document, answered step by step.',
  request:
    'Write up to {{count}} problems that take several steps from different parts of the source, in an order. Give the steps in "steps", one sentence each, and in "conclusion" what is reached.',
});
