/** A heading that names an aspect of the thing above it, with the question it answers; `{}` stands for that thing. */
interface Aspect {
  readonly heading: RegExp;
  readonly questions: readonly string[];
}

const ASPECTS: readonly Aspect[] = [
  {
    heading: /^(?:overview|introduction|intro|at a glance|in brief|what it is|general overview)$/u,
    questions: ['Give an overview of {}.', 'Briefly introduce {}.', 'Give a short introduction to {}.'],
  },
  { heading: /^background$/u, questions: ['What is the background to {}?', 'Describe the background to {}.'] },
  {
    heading: /^(?:purpose|purpose and scope|rationale|motivation)$/u,
    questions: ['What is the purpose of {}?', 'Why was {} introduced?'].slice(0, 1),
  },
  {
    heading: /^(?:goals?|objectives?|aims?)$/u,
    questions: ['What are the goals of {}?', 'Which goals are set for {}?'],
  },
  { heading: /^scope$/u, questions: ['What is the scope of {}?', 'Describe the scope of {}.'] },
  {
    heading: /^(?:benefits|advantages|pros|strengths)$/u,
    questions: ['What are the advantages of {}?', 'Describe the benefits of {}.'],
  },
  {
    heading: /^(?:disadvantages|drawbacks|cons|weaknesses|downsides)$/u,
    questions: ['What are the disadvantages of {}?', 'Describe the drawbacks of {}.'],
  },
  {
    heading: /^(?:limitations|known limitations|restrictions|constraints|caveats)$/u,
    questions: ['What are the limitations of {}?', 'Describe the limitations of {}.'],
  },
  {
    heading: /^(?:requirements|prerequisites|system requirements|preconditions|pre-requisites)$/u,
    questions: ['What are the requirements for {}?', 'What is required for {}?'],
  },
  {
    heading: /^(?:eligibility|who is eligible|who qualifies|eligibility criteria|eligibility requirements)$/u,
    questions: ['Who is eligible for {}?'],
  },
  {
    heading: /^(?:history|brief history|origins?|a brief history)$/u,
    questions: ['What is the history of {}?', 'Describe the history of {}.', 'Outline the history of {}.'],
  },
  { heading: /^exceptions$/u, questions: ['What are the exceptions to {}?', 'Which exceptions apply to {}?'] },
  {
    heading: /^(?:troubleshooting)$/u,
    questions: ['How do I troubleshoot {}?', 'What should I do when {} causes problems?'].slice(0, 1),
  },
  {
    heading: /^(?:installation|installing|install)$/u,
    questions: ['How do I install {}?', 'Explain how to install {}.'],
  },
  { heading: /^(?:configuration|configuring)$/u, questions: ['How do I configure {}?', 'How is {} configured?'] },
  { heading: /^(?:setup|set-up|setting up|set up)$/u, questions: ['How do I set up {}?'] },
  { heading: /^(?:usage|how to use|using it)$/u, questions: ['How do I use {}?', 'Explain how to use {}.'] },
  { heading: /^(?:security considerations?|security)$/u, questions: ['What are the security considerations for {}?'] },
  { heading: /^(?:best practices|good practices?)$/u, questions: ['What are the best practices for {}?'] },
  { heading: /^(?:etymology|name|naming)$/u, questions: ['Where does the name of {} come from?'] },
  {
    heading:
      /^(?:causes?|symptoms?|signs and symptoms|side effects|risk factors|complications|uses|applications|consequences|effects|characteristics|features|key features|main features|components|principles|responsibilities|duties)$/u,
    questions: ['What are the {aspect} of {}?', 'Describe the {aspect} of {}.'],
  },
  {
    heading:
      /^(?:diagnosis|treatment|prevention|prognosis|structure|architecture|design|distribution|habitat|behaviou?r|reproduction|classification|taxonomy|anatomy|life cycle|lifecycle|geography|climate|demographics|economy|culture|governance|composition|pronunciation|performance|implementation|evolution|conservation|epidemiology|pathophysiology|mechanism|distribution and habitat|format|syntax|location|development)$/u,
    questions: ['Describe the {aspect} of {}.'],
  },
  { heading: /^(?:deadlines?|fees|costs?|pricing|timeline|schedule)$/u, questions: ['What is the {aspect} for {}?'] },
  { heading: /^(?:alternatives)$/u, questions: ['What are the alternatives to {}?'] },
  { heading: /^(?:parameters|arguments|options)$/u, questions: ['What are the {aspect} of {}?'] },
  { heading: /^(?:return values?|returns)$/u, questions: ['What is the return value of {}?'] },
];

/** The questions an aspect heading answers about `owner`, or undefined for other headings. */
export function aspectQuestions(heading: string, owner: string): readonly string[] | undefined {
  const plain = heading.toLowerCase().trim();
  const aspect = ASPECTS.find((entry) => entry.heading.test(plain));
  return aspect?.questions.map((question) => question.replace('{aspect}', plain).replace('{}', owner));
}

/** Whether a heading names an aspect only. */
export function isAspect(heading: string): boolean {
  return aspectQuestions(heading, '') !== undefined;
}
