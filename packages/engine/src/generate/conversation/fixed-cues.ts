/** Sentence openings that answer the same question wherever they stand. */
export interface FixedCue {
  /** Cues of one name ask the same thing: a conversation has each once. */
  readonly name: string;
  readonly opening: RegExp;
  readonly questions: readonly string[];
  /** The opening only ties the sentence to the one before, and is left out of the answer. */
  readonly isDropped?: true;
}

export const FIXED_CUES: readonly FixedCue[] = [
  {
    name: 'example',
    opening: /^(?:For example|For instance|As an example),/u,
    questions: ['Can you give an example?', 'Can you give me an example of that?', 'Do you have an example?'],
  },
  {
    name: 'caveat',
    opening:
      /^(?:(?:Please )?note that|(?:Please )?note:|Be aware that|(?:Also )?keep in mind that|Beware that|Caution:|Warning:|Important:)\s/iu,
    questions: [
      'Is there anything I should keep in mind?',
      'Is there anything to watch out for?',
      'Is there anything I should be aware of?',
    ],
    isDropped: true,
  },
  {
    name: 'avoid',
    opening: /^(?:Do not|Don['’]t|Never|Avoid|You (?:should|must) (?:not|never)) (?!be )/u,
    questions: ['Is there anything I should not do?', 'What should I avoid?'],
  },
  {
    name: 'care',
    opening: /^(?:Make sure|Be sure to|Always) /u,
    questions: ['What should I make sure of?', 'Is there anything I have to make sure of?'],
  },
  {
    name: 'alternative',
    opening: /^(?:Alternatively,|Another (?:way|option|possibility|approach|method) )/u,
    questions: ['Is there another way?', 'Is there an alternative?', 'Is there another option?'],
  },
  { name: 'also', opening: /^You (?:can|may) also /u, questions: ['What else can I do?', 'Can I do anything else?'] },
  {
    name: 'more',
    opening: /^(?:In addition|Additionally|Furthermore|Moreover),\s/u,
    questions: ['Is there anything else I should know?', 'What else is there to know?'],
    isDropped: true,
  },
  { name: 'default', opening: /^By default,/u, questions: ['What happens by default?', 'And what is the default?'] },
  { name: 'case', opening: /^In (?:this|that|such a) case,/u, questions: ['What happens in that case?'] },
  { name: 'otherwise', opening: /^Otherwise,/u, questions: ['And otherwise?', 'And if not?'] },
  {
    name: 'next',
    opening:
      /^(?:Next|Then|After that|Afterwards),? (?=(?:you|run|click|select|choose|open|add|create|enter|set|use|type|press|go|copy|save|edit|start|install)\b)/iu,
    questions: ['And then?', 'What comes next?', 'What do I do next?'],
  },
  { name: 'meaning', opening: /^(?:This|That) means(?: that)? /u, questions: ['What does that mean in practice?'] },
  {
    name: 'cause',
    opening: /^(?:This|That) is because /u,
    questions: ['Why is that?', 'What is the reason for that?'],
  },
  {
    name: 'result',
    opening: /^As a (?:result|consequence),\s/u,
    questions: ['What is the result of that?', 'What does that lead to?'],
    isDropped: true,
  },
  {
    name: 'rewording',
    opening: /^In other words,\s/u,
    questions: ['Can you put that another way?', 'Could you say that in other words?'],
    isDropped: true,
  },
  {
    name: 'summary',
    opening: /^(?:In short|In summary|To summarize|To sum up|In conclusion|In brief|In essence),\s/u,
    questions: ['Can you sum that up?', 'What is the short version?', 'What is the bottom line?'],
    isDropped: true,
  },
];
