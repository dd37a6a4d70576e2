import type { LabelledFact } from '../labelled-fact.ts';

export const TENTH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How much annual leave do I get?'],
    evidence: [
      'Full-time staff receive 27 days of annual leave per calendar year.',
      'Staff who work part of the week receive the same share of 27 days as their share of a full week, rounded up to the next half day.',
    ],
    question: 'How much annual leave do part-time staff get?',
    right: [
      'If you work part-time, you get a proportional share of the 27 days, rounded up to the next half day.',
      'A full-time employee gets twenty-seven days off per calendar year, and part-timers receive a pro rata amount.',
      'The entitlement of part-time employees is never rounded down; it goes up to the next half day.',
      'It depends on your share of a full week: you receive the same proportion of 27 days.',
    ],
    wrong: {
      number: ['If you work part-time, you get a proportional share of the 27 days, rounded up to the next full day.'],
      name: [
        'Part-time staff receive a proportional share of the 27 days of parental leave, rounded up to the next half day.',
      ],
      negation: ['For part-time staff the proportional share of the 27 days is not rounded up.'],
      addition: [
        'Full-time staff receive 27 days of annual leave per calendar year, plus one extra day after five years of service.',
      ],
      elsewhere: ['Up to five days may be carried over into the next year, where they expire at the end of March.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '2. Enter the dates in the leave system at least two weeks ahead.',
      '3. Wait for the confirmation of your team lead, which arrives within three working days.',
      'Requests for a single day may be entered up to two days ahead.',
      'A team lead who declines a request must give a written reason and propose another date.',
    ],
    question: 'How far ahead must leave be requested?',
    right: [
      'Leave should be entered in the leave system no later than 14 days in advance, but for a single day two days of notice are enough.',
      'Your team lead confirms the request within 3 working days.',
      'If your team lead turns the request down, they have to explain why in writing and suggest an alternative date.',
      'A refusal without a written reason is not allowed, and the team lead also has to offer another date.',
    ],
    wrong: {
      number: [
        'Leave has to be entered in the leave system at least two weeks ahead, and single days at least one week ahead.',
      ],
      name: ['The People Team confirms the request within three working days.'],
      negation: ['A team lead may decline a request without giving a written reason, but must propose another date.'],
      addition: [
        'Your team lead confirms the request within three working days, and a request without an answer by then counts as approved.',
      ],
      elsewhere: ['The travel desk answers within one working day and sends two or three options.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Can I carry leave over into the next year?'],
    evidence: [
      'You can carry over up to five days.',
      'Days that you carry over expire on 31 March, because the budget for the previous year is closed at the end of the first quarter.',
    ],
    question: 'What happens to days that are carried over?',
    right: [
      'At most 5 days can be moved into the following year, and they lapse on March 31.',
      'Carried-over days are lost after the 31st of March.',
      "The reason for the deadline is that last year's budget closes when the first quarter ends.",
      'No more than five days may be carried over.',
    ],
    wrong: {
      number: ['At most five days can be moved into the following year, and they lapse on April 30.'],
      name: [
        'Carried-over days expire on 31 March, because the budget of the department is approved in the first quarter.',
      ],
      negation: [
        'Days that you carry over do not expire, although the budget for the previous year is closed at the end of the first quarter.',
      ],
      addition: ['You can carry over up to five days, provided that your team lead agrees in writing.'],
      elsewhere: ['Training days that nobody used expire at the end of the year.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Night shift compensation'],
    evidence: [
      'Staff who work between 22:00 and 06:00 receive one hour of additional leave for every eight hours of night work.',
      'Compensation hours must be used within six months.',
      'They cannot be paid out.',
    ],
    question: 'How is night work compensated?',
    right: [
      'For each 8 hours worked between 10 pm and 6 am, employees earn an extra hour of leave.',
      'The compensation hours have to be taken within half a year and cannot be exchanged for money.',
      'Night work earns additional leave, at a rate of one hour per eight hours worked.',
      'A payout of compensation hours is not possible.',
    ],
    wrong: {
      number: ['For each six hours worked between 10 pm and 6 am, employees earn an extra hour of leave.'],
      name: [
        'Staff who work between 22:00 and 06:00 receive one hour of additional pay for every eight hours of night work.',
      ],
      negation: ['Compensation hours must be used within six months; otherwise they are paid out.'],
      addition: ['Compensation hours must be used within six months and have to be approved by the safety officer.'],
      elsewhere: ['On-call engineers are paid a flat rate of 220 euros per week.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'When is a medical certificate needed?'],
    evidence: [
      'A medical certificate is needed from the fourth calendar day of an absence.',
      'Team leads may not ask for a certificate earlier, unless the People Team has agreed to it in writing.',
    ],
    question: "From when on is a doctor's note needed?",
    right: [
      "You need a doctor's note once you have been away for four calendar days.",
      'No medical certificate is required during the first three calendar days of an absence.',
      'Asking for a certificate earlier is forbidden to team leads, except when the People Team has given its written consent.',
      'From day four of the absence, staff have to provide a medical certificate.',
    ],
    wrong: {
      number: ["You need a doctor's note from the third calendar day of an absence."],
      name: ['Team leads may not ask for a certificate earlier, unless the director has agreed to it in writing.'],
      negation: ["Team leads may ask for a certificate earlier, even without the People Team's written agreement."],
      addition: [
        'A medical certificate is needed from the fourth calendar day of an absence and must be handed in as an original.',
      ],
      elsewhere: ['After an absence of more than six weeks, the People Team offers a phased return.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Return to work'],
    evidence: [
      'After an absence of more than six weeks, the People Team offers a phased return.',
      '| Week | Share of contractual hours | Night shifts |',
      '| 1 | 30% | none |',
      '| 2 | 50% | none |',
      '| 3 | 75% | at most one |',
      '| 4 | 100% | as before |',
    ],
    question: 'How does a phased return proceed?',
    right: [
      'In the first week you work 30 percent of your contractual hours, in the second half of them.',
      'During the first two weeks of a phased return there are no night shifts, and in the third no more than one.',
      'By week four, staff are back at their full contractual hours.',
      'Anyone who was away for longer than six weeks is offered a phased return by the People Team.',
    ],
    wrong: {
      number: ['In the third week of a phased return you work 50 percent of your contractual hours.'],
      name: ['After an absence of more than six weeks, the team lead offers a phased return.'],
      negation: ['Night shifts are already possible in the first two weeks of a phased return.'],
      addition: ['In the first week you work 30% of your contractual hours but receive your full salary.'],
      elsewhere: ['Parents may work up to 24 hours per week while they are on parental leave.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Illness during annual leave'],
    evidence: [
      'Days of illness during annual leave are given back if you present a medical certificate that covers them.',
      'You must report the illness on the first day, because days cannot be converted afterwards.',
    ],
    question: 'What if I fall ill while on annual leave?',
    right: [
      'You get the sick days back as long as a medical certificate covers them.',
      'It has to be reported on the first day, since a later conversion of the days is impossible.',
      'Holiday days on which you were ill are returned to you when you hand in a certificate from a doctor for them.',
      'Without a medical certificate that covers them, days of illness during annual leave are not given back.',
    ],
    wrong: {
      number: ['You must report the illness within the first three days, because days cannot be converted afterwards.'],
      name: [
        'Days of illness during parental leave are given back if you present a medical certificate that covers them.',
      ],
      negation: [
        'The illness does not have to be reported on the first day, because days can be converted afterwards.',
      ],
      addition: [
        'Days of illness during annual leave are given back if you present a medical certificate that covers them, up to ten days a year.',
      ],
      elsewhere: ['Nobody is required to say what the illness is.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'How long does parental leave last?'],
    evidence: [
      'Each parent can take up to 14 months of parental leave before the third birthday of the child.',
      'The first four months are paid at 80% of the salary; the remaining months are unpaid.',
    ],
    question: 'How long is parental leave, and is it paid?',
    right: [
      'Each parent may take a maximum of fourteen months, until the child turns three.',
      'You receive 80 per cent of your salary for the first four months and nothing after that.',
      'Only the first 4 months are paid; the rest of the leave is without pay.',
      'Parental leave has to be taken before the child is three years old.',
    ],
    wrong: {
      number: ['You receive 80 per cent of your salary for the first six months and nothing after that.'],
      name: ['Each grandparent can take up to 14 months of parental leave before the third birthday of the child.'],
      negation: ['The first four months are unpaid; the remaining months are paid at 80% of the salary.'],
      addition: ['Each parent can take up to 14 months of parental leave, which may be split into three periods.'],
      elsewhere: ['The People Team confirms an application for parental leave within two weeks.'],
    },
  },
];
