/** Requests for a heading, in the words of different people: what is asked for, and how the text is called. */
const OPENINGS = [
  'Write',
  'Suggest',
  'Propose',
  'Give me',
  'Come up with',
  'Find',
  'Draft',
  'Think of',
  'Please write',
  'I need',
  'Could you suggest',
  'Can you think of',
] as const;

const HEADINGS = ['a heading', 'a title', 'a short heading', 'a fitting title', 'a descriptive heading'] as const;

const TEXTS = [
  'for the following passage',
  'for the text below',
  'for this passage',
  'for this section of a document',
  'that says what this passage is about',
] as const;

const QUESTIONS = [
  'What would be a fitting heading for this section?',
  'Which heading would you put above this passage?',
  'How would you title this passage?',
  'Under which heading would you expect this text?',
  'Name the topic of the following passage, worded as a heading.',
  'Sum up the text below in a heading.',
  'In a few words, what could stand above this text as its heading?',
  'What should the title of the passage below be?',
] as const;

/** Every wording of the request to write a heading. */
export const HEADING_REQUESTS: readonly string[] = [
  ...OPENINGS.flatMap((opening) => {
    const end = opening.startsWith('C') && opening.includes('you') ? '?' : '.';
    return HEADINGS.flatMap((heading) => TEXTS.map((text) => `${opening} ${heading} ${text}${end}`));
  }),
  // As often as all the others of one opening.
  ...Array.from({ length: HEADINGS.length * TEXTS.length }, () => QUESTIONS).flat(),
];

/** Ways to ask which of some headings is the right one; the options come after the colon. */
export const CHOICE_REQUESTS = [
  'Which of these headings fits the passage',
  'Choose the heading that fits this text',
  'One of these is the heading of the passage. Which one',
  'What is the best heading for the text below',
  'Pick the right heading for the following passage',
  'Under which of these headings would you expect the text',
  'Decide which heading belongs to the text below',
  'Select the most fitting heading for this passage',
  'The heading of this text is missing. Which of these is it',
  'A passage has lost its heading. Find it among these',
  'Which one of these headings belongs to the text',
  'From which section is this text taken',
  'Tell me which of these headings the passage stood under',
  'Which of these says what the passage is about',
  'Match the passage with its heading',
] as const;
