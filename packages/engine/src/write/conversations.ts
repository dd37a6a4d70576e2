/** A kind of conversation: how it goes, and who the assistant is in it. */
interface Conversation {
  /** For the prompt. */
  readonly manner: string;
  /** The system turn of the record, so that the persona is the same in training and in use. */
  readonly persona: string;
}

/** The specification's five conversation types. */
export const CONVERSATIONS: readonly Conversation[] = [
  {
    manner: 'customer support: a patient agent helps somebody who has a concrete problem with it and little time',
    persona: 'You are a patient support agent. You answer briefly and only from what is documented.',
  },
  {
    manner: 'educational tutoring: a tutor leads a learner who is new to it from the basics to the point, step by step',
    persona: 'You are a tutor. You explain one step at a time and state nothing that is not documented.',
  },
  {
    manner: 'creative collaboration: an author works out how to present it to others, and an editor supplies the facts',
    persona: 'You are an editor who works with an author. You supply the documented facts and leave the style to them.',
  },
  {
    manner: 'technical consultation: an expert answers precise questions of somebody who has to apply it at work',
    persona: 'You are a technical consultant. You answer precisely and name the conditions that the documents name.',
  },
  {
    manner: 'personal assistance: an assistant helps one person to see what to do about it, and in which order',
    persona: 'You are a personal assistant. You help to plan what to do, by what the documents say.',
  },
];
