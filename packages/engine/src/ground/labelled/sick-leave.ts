import type { LabelledFact } from './labelled-fact.ts';

export const SICK_LEAVE: readonly LabelledFact[] = [
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave'],
    evidence: [
      'Sick leave is paid absence for staff who cannot work because of illness or injury.',
      'It does not reduce annual leave.',
    ],
    question: 'What is sick leave?',
    right: [
      'Sick leave is paid absence for staff who are unable to work because of illness or injury.',
      'Sick leave does not reduce annual leave.',
      'Sick leave does not lower the number of days of annual leave.',
    ],
    wrong: {
      name: ['Sick leave is paid absence for staff of Fernhill and Greenwich who cannot work because of illness.'],
      negation: [
        'Sick leave reduces annual leave.',
        'Sick leave is unpaid absence for staff who cannot work because of illness or injury.',
      ],
      addition: [
        'Sick leave is paid absence for staff who cannot work because of illness or injury, including visits to a dentist abroad.',
      ],
      elsewhere: ['Annual leave is paid time off that you can use for any purpose.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'When is a medical certificate needed?'],
    evidence: [
      'A medical certificate is needed from the fourth calendar day of an absence.',
      'Team leads may not ask for a certificate earlier, unless the People Team has agreed to it in writing.',
    ],
    question: 'From which day of sick leave is a medical certificate needed?',
    right: [
      'A medical certificate is needed from the fourth calendar day of an absence.',
      'Team leads may not ask for a certificate earlier unless the People Team has agreed in writing.',
      'From the 4th calendar day of the absence, staff need a medical certificate.',
    ],
    wrong: {
      number: [
        'A medical certificate is needed from the second calendar day of an absence.',
        'A medical certificate is needed from the fourth week of an absence.',
      ],
      name: ['Team leads may not ask for a certificate earlier, unless the Travel Desk has agreed to it in writing.'],
      negation: [
        'Team leads may ask for a certificate earlier without any agreement.',
        'No medical certificate is needed from the fourth calendar day of an absence.',
      ],
      addition: [
        'A medical certificate is needed from the fourth calendar day of an absence and must name the diagnosis in two languages.',
      ],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Illness during annual leave'],
    evidence: [
      'Days of illness during annual leave are given back if you present a medical certificate that covers them.',
      'You must report the illness on the first day, because days cannot be converted afterwards.',
    ],
    question: 'Are days of illness during annual leave given back?',
    right: [
      'Days of illness during annual leave are given back when a medical certificate covers them.',
      'The illness must be reported on the first day, since days cannot be converted afterwards.',
      'Yes, if you present a medical certificate that covers the days.',
    ],
    wrong: {
      number: ['The illness must be reported on the third day.'],
      negation: [
        'Days of illness during annual leave are not given back.',
        'Days can be converted afterwards, so the illness need not be reported on the first day.',
      ],
      addition: [
        'Days of illness during annual leave are given back if you present a medical certificate that covers them and a statement from your insurer.',
      ],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Return to work'],
    evidence: [
      'After an absence of more than six weeks, the People Team offers a phased return.',
      'A phased return is a plan that raises the weekly hours in steps until the contractual hours are reached.',
    ],
    question: 'When is a phased return offered?',
    right: [
      'The People Team offers a phased return after an absence of more than six weeks.',
      'A phased return raises the weekly hours step by step until the contractual hours are reached.',
      'After more than six weeks of absence, you are offered a phased return.',
    ],
    wrong: {
      number: [
        'The People Team offers a phased return after an absence of more than three weeks.',
        'After an absence of more than six days, the People Team offers a phased return.',
        'After an absence of less than six weeks, the People Team offers a phased return.',
      ],
      name: ['The Director offers a phased return after an absence of more than six weeks.'],
      negation: [
        'After an absence of more than six weeks, the People Team does not offer a phased return.',
        'A phased return is a plan that lowers the weekly hours in steps until the contractual hours are reached.',
      ],
      addition: [
        'After an absence of more than six weeks, the People Team offers a phased return with a personal coach and free transport.',
      ],
    },
  },
];
