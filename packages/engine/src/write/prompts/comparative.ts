import { acrossSections } from './across-sections.ts';

export const comparative = acrossSections({
  name: 'comparative',
  promise: 'A question that compares two things of the document, answered by what it says of each.',
  request:
    'Write up to {{count}} questions that compare two things the source describes in different places: what they have in common, and where they differ. Give in "steps" what the source says of each, and in "conclusion" the difference.',
});
