import type { LabelledFact } from './labelled-fact.ts';

export const ANNUAL_LEAVE: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How much annual leave do I get?'],
    evidence: ['Full-time staff receive 27 days of annual leave per calendar year.'],
    question: 'How many days of annual leave do full-time staff at Fernhill get?',
    right: [
      'Full-time staff get 27 days of annual leave in each calendar year.',
      'The annual leave of full-time employees is 27 days per calendar year.',
      'Staff who work full time are entitled to 27 days of annual leave a year.',
    ],
    wrong: {
      number: [
        'Full-time staff receive 25 days of annual leave per calendar year.',
        'Full-time staff get thirty days of annual leave a year.',
      ],
      name: ['Full-time staff of the Science department receive 27 days of annual leave per calendar year.'],
      negation: ['Full-time staff do not receive 27 days of annual leave per calendar year.'],
      addition: [
        'Full-time staff receive 27 days of annual leave per calendar year, and managers may grant a bonus week for long service.',
      ],
      elsewhere: ['Days of illness during annual leave are given back with a medical certificate.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How much annual leave do I get?'],
    evidence: [
      'Staff who work part of the week receive the same share of 27 days as their share of a full week, rounded up to the next half day.',
    ],
    question: 'How is annual leave worked out for part-time staff?',
    right: [
      'Part-time staff receive the share of 27 days that matches their share of a full week, rounded up to the next half day.',
      'Their leave is their share of a full week applied to 27 days and then rounded up to the next half day.',
    ],
    wrong: {
      number: ['Part-time staff receive their share of 22 days, rounded up to the next half day.'],
      negation: ['Staff who work part of the week do not receive a share of the 27 days.'],
      addition: [
        'Part-time staff receive their share of 27 days, rounded up to the next half day, after a probation period has been completed successfully.',
      ],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: ['2. Enter the dates in the leave system at least two weeks ahead.'],
    question: 'How early must leave be entered in the leave system?',
    right: [
      'The dates must be entered in the leave system at least two weeks ahead.',
      'Enter the dates in the leave system two weeks or more in advance.',
    ],
    wrong: {
      number: [
        'The dates must be entered in the leave system at least four weeks ahead.',
        'Enter the dates at least two days ahead.',
      ],
      name: ['The dates must be entered in Workday at least two weeks ahead.'],
      negation: ['The dates need not be entered in the leave system two weeks ahead.'],
      addition: [
        'Enter the dates in the leave system at least two weeks ahead and print a signed copy for the archive.',
      ],
      elsewhere: ['Record the absence on the first day you are able to.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: ['3. Wait for the confirmation of your team lead, which arrives within three working days.'],
    question: 'How long does the confirmation of a leave request take?',
    right: [
      'The confirmation of the team lead arrives within three working days.',
      'Your team lead confirms the request within 3 working days.',
    ],
    wrong: {
      number: [
        'The confirmation of the team lead arrives within five working days.',
        'Your team lead confirms the request within three weeks.',
      ],
      name: ['The confirmation of the People Team arrives within three working days.'],
      negation: ['The team lead never confirms the request within three working days.'],
      addition: [
        'The confirmation of the team lead arrives within three working days by registered letter to the home address.',
      ],
      elsewhere: ['The travel desk answers within one working day.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      'Requests for a single day may be entered up to two days ahead.',
      'A team lead who declines a request must give a written reason and propose another date.',
    ],
    question: 'What must a team lead do who declines a request for leave?',
    right: [
      'A team lead who declines a request has to give a written reason and propose another date.',
      'The team lead must state the reason in writing and suggest another date.',
      'A single day of leave may be requested up to two days ahead.',
    ],
    wrong: {
      number: ['A single day of leave may be requested up to seven days ahead.'],
      negation: ['A team lead who declines a request does not have to give a written reason.'],
      addition: [
        'A team lead who declines a request must give a written reason, propose another date and inform the works council immediately.',
      ],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Can I carry leave over into the next year?'],
    evidence: [
      'You can carry over up to five days.',
      'Days that you carry over expire on 31 March, because the budget for the previous year is closed at the end of the first quarter.',
    ],
    question: 'How many days of annual leave can be carried over, and until when are they valid?',
    right: [
      'Up to five days can be carried over.',
      'Days that are carried over expire on 31 March.',
      'They lapse on 31 March because the budget of the previous year closes at the end of the first quarter.',
      'You can take at most 5 days into the next year.',
    ],
    wrong: {
      number: [
        'Up to ten days can be carried over.',
        'Days that are carried over expire on 30 June.',
        'At least five days must be carried over.',
      ],
      negation: ['You cannot carry over any days.', 'Days that you carry over do not expire on 31 March.'],
      addition: ['You can carry over up to five days, provided that the head of department countersigns the form.'],
      elsewhere: [
        'Compensation hours must be used within six months.',
        'Unused leave is paid out with the last salary.',
      ],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'What happens to unused leave when I resign?'],
    evidence: [
      'Unused leave is paid out with the last salary.',
      'The amount is the number of unused days multiplied by your daily rate on the last working day.',
    ],
    question: 'What happens to unused annual leave when somebody resigns?',
    right: [
      'Unused leave is paid out together with the last salary.',
      'The payout is the number of unused days times the daily rate on the last working day.',
      'When you resign, leave that you have not used is paid with your last salary.',
    ],
    wrong: {
      number: ['The amount is half the number of unused days multiplied by the daily rate.'],
      name: ['Unused leave is paid out by Visitor Services with the last salary.'],
      negation: [
        'Unused leave is not paid out with the last salary.',
        'Unused leave is never paid out when you resign.',
      ],
      addition: ['Unused leave is paid out with the last salary and is exempt from income tax for foreign nationals.'],
      elsewhere: ['Compensation hours cannot be paid out.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Blackout periods'],
    evidence: [
      'A blackout period is a range of dates in which a department does not grant annual leave.',
      'Engineering has a blackout period in the last two weeks of August, when the mirrors are re-coated.',
      'Visitor Services has one during the Night of the Open Dome in May.',
    ],
    question: 'When does Engineering not grant annual leave?',
    right: [
      'Engineering has a blackout period in the last two weeks of August, while the mirrors are re-coated.',
      'During a blackout period a department grants no annual leave.',
      'Visitor Services has its blackout period in May, during the Night of the Open Dome.',
    ],
    wrong: {
      number: ['Engineering has a blackout period in the last three weeks of August.'],
      name: [
        'Engineering has a blackout period in the last two weeks of July.',
        'Administration has a blackout period in the last two weeks of August.',
      ],
      negation: [
        'Engineering has no blackout period in the last two weeks of August.',
        'A blackout period is a range of dates in which a department grants annual leave.',
      ],
      addition: [
        'Engineering has a blackout period in the last two weeks of August, and contractors are hired to guard the entrance meanwhile.',
      ],
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
    question: 'How is night work compensated at Fernhill?',
    right: [
      'Staff who work between 22:00 and 06:00 get one hour of additional leave for every eight hours of night work.',
      'Compensation hours must be used within six months.',
      'Compensation hours cannot be paid out.',
      'For each eight hours of work at night there is one hour of extra leave.',
    ],
    wrong: {
      number: [
        'Staff who work between 22:00 and 06:00 get two hours of additional leave for every eight hours of night work.',
        'Compensation hours must be used within twelve months.',
        'Staff who work between 20:00 and 06:00 receive one hour of additional leave for every eight hours.',
      ],
      negation: ['Compensation hours can be paid out.', 'Compensation hours need not be used within six months.'],
      addition: ['Compensation hours must be used within six months and may be donated to sick colleagues.'],
      elsewhere: ['On-call engineers receive a flat rate of 220 euros per week.'],
    },
  },
];
