import type { LabelledFact } from './labelled-fact.ts';

/** Answers about the documents that are no plain text: written, and first measured, after the rules were fitted to the others. */
export const UNSEEN_PEOPLE: readonly LabelledFact[] = [
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'How are candidates selected?'],
    evidence: [
      '1. Two people read every application independently and score it against the requirements.',
      '2. The People Team invites the six candidates with the highest scores to a call.',
      '3. Up to three candidates are invited to a visit of one day.',
      '4. The panel decides by majority on the day after the last visit.',
    ],
    question: 'How are candidates selected?',
    right: [
      'Two people score every application independently against the requirements.',
      'The six candidates with the highest scores are invited to a call by the People Team.',
      'At most three candidates are invited to a one-day visit.',
      'On the day after the last visit, the panel decides by majority.',
    ],
    wrong: {
      number: [
        'The ten candidates with the highest scores are invited to a call.',
        'Up to four candidates are invited to a visit of one day.',
        'Up to three candidates are invited to a visit of two days.',
      ],
      name: ['The Board of Trustees invites the six candidates with the highest scores to a call.'],
      negation: [
        'The six candidates with the lowest scores are invited to a call.',
        'The panel does not decide by majority.',
        'The panel decides by majority on the day before the last visit.',
      ],
      addition: [
        'Two people read every application independently and check the social media accounts of each applicant.',
      ],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Feedback'],
    evidence: [
      'Candidates who were invited to a visit receive feedback by phone within five working days.',
      'Other candidates receive a written answer within three weeks.',
      'Application documents are deleted six months after the decision, unless the candidate has asked to be kept in the talent pool.',
    ],
    question: 'What feedback do candidates receive?',
    right: [
      'Candidates who came for a visit get feedback by phone within five working days.',
      'The others get an answer in writing within three weeks.',
      'Six months after the decision, application documents are deleted unless the candidate wants to stay in the talent pool.',
    ],
    wrong: {
      number: [
        'Application documents are deleted twelve months after the decision.',
        'Other candidates receive a written answer within three days.',
      ],
      negation: [
        'Application documents are not deleted after the decision.',
        'Candidates who were invited to a visit receive no feedback by phone.',
      ],
      addition: ['Other candidates receive a written answer within three weeks and a voucher for a guided tour.'],
      elsewhere: ['Mentors receive two additional days of training per year.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'How is the probation period reviewed?'],
    evidence: [
      'The team lead holds a review after six weeks and another one after four months.',
      'The probation period lasts six months and ends without a further decision when both reviews are positive.',
    ],
    question: 'How long does the probation period last?',
    right: [
      'The probation period lasts six months.',
      'There is one review after six weeks and a second one after four months.',
      'When both reviews are positive, the probation period ends without a further decision.',
    ],
    wrong: {
      number: [
        'The probation period lasts three months.',
        'The team lead holds a review after six weeks and another one after five months.',
        'The probation period lasts six weeks.',
      ],
      name: ['The Works Council holds a review after six weeks.'],
      negation: [
        'The probation period ends without a further decision when both reviews are negative.',
        'The team lead does not hold a review after six weeks.',
      ],
      addition: ['The probation period lasts six months and includes a written exam on telescope optics.'],
    },
  },
  {
    path: 'people/training.pptx',
    context: ['Training at Fernhill', 'Training budget'],
    evidence: [
      'The training budget covers course fees and travel.',
      'Books are paid from the budget of the library, so they do not reduce the personal amount.',
    ],
    question: 'What does the training budget cover?',
    right: [
      'The training budget pays for course fees and travel.',
      'Books do not reduce the personal amount, because the library pays for them.',
    ],
    wrong: {
      negation: ['The training budget does not cover travel.', 'Books reduce the personal amount.'],
      addition: ['The training budget covers course fees, travel and a laptop of your own choice.'],
      elsewhere: ['The budget of the previous year is closed at the end of the first quarter.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'When does observing stop?'],
    evidence: [
      'Observing stops when gusts exceed 20 metres per second or when humidity stays above 90% for ten minutes.',
      'The night assistant decides when observing may continue, after conditions have been good for at least 30 minutes.',
    ],
    question: 'When does observing stop at Fernhill?',
    right: [
      'Observing stops when gusts are over 20 metres per second.',
      'It also stops when humidity remains above 90 percent for ten minutes.',
      'Once conditions have been good for at least 30 minutes, the night assistant decides when observing may go on.',
    ],
    wrong: {
      number: [
        'Observing stops when gusts exceed 25 metres per second.',
        'It stops when humidity stays above 80% for ten minutes.',
        'Observing stops when humidity stays above 90% for ten hours.',
      ],
      name: ['The safety officer of the Birch telescope decides when observing may continue.'],
      negation: [
        'Observing does not stop when gusts exceed 20 metres per second.',
        'It stops when humidity stays below 90% for ten minutes.',
      ],
      addition: ['Observing stops when gusts exceed 20 metres per second, and visitors get a refund of their tickets.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Working at height'],
    evidence: [
      'Work above two metres requires a harness and a second person on the ground.',
      'A harness must be checked before every use and replaced after ten years, because the webbing becomes brittle with age.',
    ],
    question: 'What does work at height require?',
    right: [
      'Work above two metres needs a harness and a second person on the ground.',
      'A harness is replaced after ten years because its webbing becomes brittle.',
      'Check the harness before each use.',
    ],
    wrong: {
      number: [
        'Work above three metres requires a harness.',
        'A harness must be replaced after five years.',
        'A harness must be replaced after ten months.',
      ],
      negation: ['Work above two metres requires no harness.', 'A harness must be checked after every use.'],
      addition: [
        'Work above two metres requires a harness, a second person on the ground and a permit from the fire brigade.',
      ],
      elsewhere: ['Wear safety glasses and closed shoes.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'After a power failure'],
    evidence: [
      'After a power failure the dome does not close by itself, because the motors have no battery.',
      'Close the slit with the hand crank, which takes about twelve minutes, and cover the mirror before you restore the power.',
    ],
    question: 'What has to be done after a power failure?',
    right: [
      'The dome does not close by itself after a power failure, since its motors have no battery.',
      'Close the slit with the hand crank and cover the mirror before you restore the power.',
      'Closing the slit by hand takes around twelve minutes.',
    ],
    wrong: {
      number: [
        'Closing the slit with the hand crank takes about twenty minutes.',
        'Closing the slit takes about twelve hours.',
      ],
      negation: [
        'After a power failure the dome closes by itself.',
        'The motors have a battery.',
        'Cover the mirror after you restore the power.',
      ],
      addition: ['Close the slit with the hand crank and inform the electricity supplier about the outage.'],
    },
  },
];
