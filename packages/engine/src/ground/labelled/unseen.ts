import type { LabelledFact } from './labelled-fact.ts';

/** Answers about the documents that are no plain text: written, and first measured, after the rules were fitted to the others. */
export const UNSEEN: readonly LabelledFact[] = [
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'How to claim expenses'],
    evidence: [
      '2. Fill in the expense form within 30 days after your return.',
      '3. Attach a scan of every receipt over 10 euros.',
      'The finance team pays correct claims with the next salary.',
      'Claims that arrive after 90 days are not paid.',
    ],
    question: 'How does somebody claim travel expenses?',
    right: [
      'The expense form has to be filled in within 30 days of the return.',
      'Every receipt over 10 euros needs a scan.',
      'Correct claims are paid by the finance team together with the next salary.',
      'A claim that comes in after 90 days is not paid.',
    ],
    wrong: {
      number: [
        'The expense form has to be filled in within 60 days of the return.',
        'Claims that arrive after 90 weeks are not paid.',
      ],
      name: ['The travel desk in Hamburg pays correct claims with the next salary.'],
      negation: [
        'Claims that arrive after 90 days are still paid.',
        'The finance team does not pay correct claims with the next salary.',
      ],
      addition: ['Correct claims are paid with the next salary, and interest accrues for every month of delay.'],
      elsewhere: ['The People Team confirms the application within two weeks.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'What is a per diem?'],
    evidence: [
      'A per diem is a fixed daily amount that covers meals during a trip without receipts.',
      'Meals that are included in a conference fee are deducted from it: 20% for breakfast and 40% each for lunch and dinner.',
    ],
    question: 'What is a per diem?',
    right: [
      'A per diem is a fixed amount per day that pays for meals on a trip, without receipts.',
      'Breakfast that is part of a conference fee lowers it by 20%.',
      'For lunch and dinner that a conference fee includes, 40% each are deducted.',
    ],
    wrong: {
      number: [
        'Breakfast that is part of a conference fee lowers it by 25%.',
        'A per diem is a fixed weekly amount that covers meals.',
      ],
      negation: ['Meals that are included in a conference fee are not deducted from it.'],
      addition: ['A per diem covers meals during a trip, alcoholic drinks and tips for the hotel porter.'],
      elsewhere: ['An advance must be settled within 30 days after the trip.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'Paying in advance'],
    evidence: [
      'You can request an advance of up to 80% of the estimated cost.',
      'An advance must be settled within 30 days after the trip, otherwise it is deducted from your salary.',
    ],
    question: 'How large can an advance for a trip be?',
    right: [
      'An advance may be as much as 80% of the estimated cost.',
      'If it is not settled within 30 days after the trip, it is deducted from the salary.',
      'The advance has to be settled within 30 days of the trip.',
    ],
    wrong: {
      number: [
        'An advance may be up to 90% of the estimated cost.',
        'You can request an advance of at least 80% of the estimated cost.',
      ],
      negation: [
        'An advance need not be settled after the trip.',
        'An advance must be settled within 30 days before the trip.',
      ],
      addition: ['You can request an advance of up to 80% of the estimated cost if two guarantors sign the contract.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'How long does parental leave last?'],
    evidence: [
      'Each parent can take up to 14 months of parental leave before the third birthday of the child.',
      'The first four months are paid at 80% of the salary; the remaining months are unpaid.',
    ],
    question: 'How long is parental leave, and how is it paid?',
    right: [
      'Each parent may take up to 14 months of parental leave before the child turns three.',
      'During the first four months, parents receive 80% of their salary.',
      'The months after that are unpaid.',
    ],
    wrong: {
      number: [
        'Each parent can take up to 12 months of parental leave.',
        'The first six months are paid at 80% of the salary.',
        'Each parent can take up to 14 weeks of parental leave.',
      ],
      negation: [
        'The remaining months are paid as well.',
        'Each parent can take parental leave after the third birthday of the child.',
      ],
      addition: [
        'Each parent can take up to 14 months of parental leave, during which the pension fund pays a monthly family bonus.',
      ],
      elsewhere: ['Sick leave is paid absence for staff who cannot work because of illness.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'Working part of the week during parental leave'],
    evidence: [
      'You can work up to 24 hours per week during parental leave.',
      'The team lead may decline a request only for operational reasons, which must be stated in writing.',
    ],
    question: 'Can somebody work during parental leave?',
    right: [
      'During parental leave, you may work up to 24 hours a week.',
      'A request may be declined only for operational reasons that the team lead states in writing.',
    ],
    wrong: {
      number: [
        'During parental leave, you may work up to 20 hours a week.',
        'You can work up to 24 hours per month during parental leave.',
      ],
      name: ['The Director may decline a request only for operational reasons.'],
      negation: ['You cannot work during parental leave.', 'The reasons need not be stated in writing.'],
      addition: [
        'You can work up to 24 hours per week during parental leave, preferably from an office at home with fast internet.',
      ],
    },
  },
];
