/** The specification's five conversation types, each with who speaks and how. */
export const CONVERSATIONS = [
  'customer support: a patient support agent helps somebody who has a concrete problem with it and is short of time',
  'educational tutoring: a tutor leads a learner who is new to it from the basics to the point, one step per turn',
  'creative collaboration: an editor and an author work out how to explain it to others, and the editor supplies the facts',
  'technical consultation: an expert answers precise questions of somebody who has to apply it at work',
  'personal assistance: an assistant helps one person to plan what to do about it, and in which order',
] as const;
