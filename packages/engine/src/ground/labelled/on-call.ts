import type { LabelledFact } from './labelled-fact.ts';

export const ON_CALL: readonly LabelledFact[] = [
  {
    path: 'engineering/on-call.md',
    context: ['Being on call'],
    evidence: [
      'The on-call engineer is the person who answers alarms outside office hours.',
      'A shift lasts one week, from Monday at 09:00 to the following Monday at 09:00.',
    ],
    question: 'How long does an on-call shift last?',
    right: [
      'A shift lasts one week, from Monday at 09:00 to the following Monday at 09:00.',
      'The on-call engineer answers alarms outside office hours.',
      'An on-call shift takes a week and changes on Monday at 09:00.',
    ],
    wrong: {
      number: [
        'A shift lasts two weeks, from Monday at 09:00.',
        'A shift lasts one week, from Monday at 07:00 to the following Monday at 07:00.',
      ],
      name: ['A shift lasts one week, from Friday at 09:00 to the following Friday at 09:00.'],
      negation: [
        'The on-call engineer is the person who answers alarms inside office hours.',
        'The on-call engineer does not answer alarms outside office hours.',
      ],
      addition: [
        'A shift lasts one week, from Monday at 09:00 to the following Monday at 09:00, and is spent in a guest room on site.',
      ],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Who can be on call?'],
    evidence: [
      'Everybody in Engineering with at least six months of experience at Fernhill can be on call.',
      'Nobody is on call more often than every fourth week.',
    ],
    question: 'Who can be on call at Fernhill?',
    right: [
      'Everybody in Engineering with at least six months of experience at Fernhill can be on call.',
      'Nobody is on call more often than every fourth week.',
      'People in Engineering can be on call once they have six months of experience at Fernhill.',
    ],
    wrong: {
      number: [
        'Everybody in Engineering with at least three months of experience can be on call.',
        'Nobody is on call more often than every second week.',
        'Everybody in Engineering with at most six months of experience at Fernhill can be on call.',
      ],
      name: ['Everybody in Science with at least six months of experience at Fernhill can be on call.'],
      negation: ['Nobody in Engineering with at least six months of experience can be on call.'],
      addition: [
        'Everybody in Engineering with at least six months of experience at Fernhill who owns a driving licence can be on call.',
      ],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'What must I do when an alarm comes in?'],
    evidence: [
      '1. Acknowledge the alarm within 15 minutes.',
      '3. Follow the steps of the runbook, or call the second engineer when there is no entry.',
      '4. Record what you did in the incident channel.',
    ],
    question: 'What must the on-call engineer do when an alarm comes in?',
    right: [
      'Acknowledge the alarm within 15 minutes.',
      'Follow the runbook, or call the second engineer if it has no entry.',
      'Write down what you did in the incident channel.',
    ],
    wrong: {
      number: ['Acknowledge the alarm within 5 minutes.', 'Acknowledge the alarm within 15 hours.'],
      name: ['Record what you did in Jira.'],
      negation: [
        'Do not call the second engineer when there is no entry.',
        'Do not record what you did in the incident channel.',
      ],
      addition: ['Acknowledge the alarm within 15 minutes and wake the director of the institute.'],
      elsewhere: ['Leave the device switched on and do not delete logs.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Alarm priorities'],
    evidence: [
      '| Priority | Example | Acknowledge within | Call the second engineer |',
      '| P1 | Dome does not close while it rains | 5 minutes | at once |',
      '| P2 | Cooling of a camera fails | 15 minutes | after 30 minutes |',
      '| P3 | Disk of the archive over 80% | 4 hours | no |',
    ],
    question: 'How fast must an alarm of priority P2 be acknowledged?',
    right: [
      'A P2 alarm must be acknowledged within 15 minutes.',
      'The second engineer is called after 30 minutes when the cooling of a camera fails.',
      'A P1 alarm, such as a dome that does not close while it rains, must be acknowledged within 5 minutes.',
    ],
    wrong: {
      number: [
        'A P2 alarm must be acknowledged within 20 minutes.',
        'The disk alarm of priority P3 is raised when the archive is over 90%.',
        'A P1 alarm must be acknowledged within 4 hours.',
      ],
      name: ['A P4 alarm must be acknowledged within 15 minutes.'],
      addition: ['A P2 alarm must be acknowledged within 15 minutes, otherwise the salary of the engineer is cut.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Compensation'],
    evidence: [
      'On-call engineers receive a flat rate of 220 euros per week and one hour of leave for every alarm that is answered between 22:00 and 06:00.',
    ],
    question: 'How are on-call engineers compensated?',
    right: [
      'On-call engineers receive a flat rate of 220 euros per week.',
      'They also get one hour of leave for each alarm that is answered between 22:00 and 06:00.',
      'The flat rate is €220 a week.',
    ],
    wrong: {
      number: [
        'On-call engineers receive a flat rate of 320 euros per week.',
        'On-call engineers receive a flat rate of 220 euros per month.',
        'On-call engineers receive a flat rate of 220 dollars per week.',
        'They get two hours of leave for each alarm that is answered between 22:00 and 06:00.',
      ],
      negation: ['On-call engineers do not receive a flat rate.'],
      addition: ['On-call engineers receive a flat rate of 220 euros per week and a company car with fuel card.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Why does a dome alarm have the highest priority?'],
    evidence: [
      'A dome alarm has the highest priority because rain on a primary mirror destroys its coating within minutes.',
      'Re-coating a mirror takes two weeks and costs about 60,000 euros.',
    ],
    question: 'Why does a dome alarm have the highest priority?',
    right: [
      'Rain on a primary mirror destroys its coating within minutes.',
      'It takes two weeks and about 60,000 euros to re-coat a mirror.',
      'A dome alarm has the highest priority because rain ruins the coating of a primary mirror within minutes.',
    ],
    wrong: {
      number: [
        'Re-coating a mirror takes two months and costs about 60,000 euros.',
        'Re-coating a mirror takes two weeks and costs about 6,000 euros.',
      ],
      negation: [
        'Rain on a primary mirror does not destroy its coating.',
        'A dome alarm has the lowest priority because rain on a primary mirror destroys its coating.',
      ],
      addition: [
        'Rain on a primary mirror destroys its coating within minutes, and insurance companies refuse to cover hail.',
      ],
      name: ['Rain on a Zeiss mirror destroys its coating within minutes.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Authentication'],
    evidence: [
      'Requests carry a token in the Authorization header.',
      'A token is valid for 30 days and belongs to one person or one service.',
      'To obtain a token, sign in to the developer portal and choose New token.',
    ],
    question: 'How long is a token of the observation API valid?',
    right: [
      'A token is valid for 30 days.',
      'Each token belongs to one person or one service.',
      'To get a token, sign in to the developer portal and choose New token.',
    ],
    wrong: {
      number: ['A token is valid for 90 days.', 'A token is valid for 30 hours.'],
      name: [
        'Requests carry a token in the Cookie header.',
        'To obtain a token, sign in to Keycloak and choose New token.',
      ],
      negation: [
        'A token does not belong to one person or one service.',
        'Requests do not carry a token in the Authorization header.',
      ],
      addition: ['A token is valid for 30 days and is sent to the owner by postal mail with a welcome brochure.'],
      elsewhere: ['A voucher is valid for 24 hours and for one device.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Limits'],
    evidence: [
      'Each token may send 600 requests per minute.',
      'An answer holds at most 500 observations.',
      'Images are not part of the API; they are fetched from the archive with the data_url of an observation.',
    ],
    question: 'What are the limits of the observation API?',
    right: [
      'Each token may send 600 requests per minute.',
      'An answer holds no more than 500 observations.',
      'Images are fetched from the archive with the data_url of an observation, since they are not part of the API.',
    ],
    wrong: {
      number: [
        'Each token may send 600 requests per second.',
        'An answer holds at least 500 observations.',
        'An answer holds at most 50 observations.',
      ],
      name: ['Images are fetched from the archive with the thumbnail_url of an observation.'],
      negation: ['Images are part of the API.'],
      addition: ['Each token may send 600 requests per minute, and heavier customers can buy a premium contract.'],
    },
  },
];
