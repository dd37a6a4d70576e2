import type { LabelledFact } from '../labelled-fact.ts';

export const EIGHTEENTH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '1. Check the shift calendar for observing runs that need you.',
      '2. Enter the dates in the leave system at least two weeks ahead.',
      '3. Wait for the confirmation of your team lead, which arrives within three working days.',
      '4. Add the absence to the shared team calendar.',
    ],
    question: 'How do I request annual leave?',
    right: [
      'Check the shift calendar, enter the dates in the leave system at least two weeks ahead, wait for the confirmation and add the absence to the team calendar.',
      'You enter the dates in the leave system two weeks ahead or earlier.',
      'The confirmation of your team lead arrives within three working days.',
      'First, look in the shift calendar for observing runs that need you.',
      'After the confirmation, the absence is added to the shared calendar of the team.',
    ],
    wrong: {
      number: ['You enter the dates in the leave system three weeks ahead or earlier.'],
      name: ['The confirmation of your mentor arrives within three working days.'],
      addition: [
        'After the confirmation, the absence is added to the shared calendar of the team and to the door sign.',
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
    question: 'Is unused leave paid out?',
    right: [
      'Yes, it is paid out with the last salary.',
      'Yes, unused leave is paid with your last salary.',
      'You get the daily rate of your last working day for each unused day.',
      'The amount results from multiplying the number of unused days by your daily rate on the last working day.',
      'When you resign, you are paid for the leave that you did not use.',
    ],
    wrong: {
      name: ['Yes, it is paid out with the first pension.'],
      negation: ['No, it is not paid out with the last salary.'],
      elsewhere: ['Days that you carry over expire on 31 March.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Illness during annual leave'],
    evidence: [
      'Days of illness during annual leave are given back if you present a medical certificate that covers them.',
      'You must report the illness on the first day, because days cannot be converted afterwards.',
    ],
    question: 'What happens if I fall ill during annual leave?',
    right: [
      'The days of illness are given back if you present a medical certificate for them.',
      'You get the days back when a medical certificate covers them.',
      'The illness has to be reported on the first day.',
      'Report it on the first day, since days cannot be converted later.',
      'If you do not present a certificate, the days are not given back.',
    ],
    wrong: {
      number: ['The illness has to be reported on the third day.'],
      negation: ['You need not report the illness on the first day.'],
      addition: ['You get the days back when a medical certificate covers them and the hotel confirms it.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'How long does parental leave last?'],
    evidence: [
      'Each parent can take up to 14 months of parental leave before the third birthday of the child.',
      'The first four months are paid at 80% of the salary; the remaining months are unpaid.',
    ],
    question: 'How long can parental leave last?',
    right: [
      'Up to 14 months for each parent.',
      'Each parent may take as many as 14 months, before the third birthday of the child.',
      'At most fourteen months per parent, until the child is three years old.',
      'For the first four months, 80 percent of the salary is paid.',
      'After the first four months, parental leave is not paid.',
    ],
    wrong: {
      number: ['Up to 18 months for each parent.'],
      name: ['Each parent may take as many as 14 months, before the fourth birthday of the child.'],
      elsewhere: ['A phased return is offered after an absence of more than six weeks.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to roll back'],
    evidence: [
      'To return to the previous version, run the rollback command with the name of the service:',
      'A rollback takes about 40 seconds.',
      'It does not undo changes to the database, so every migration must work with the previous version as well.',
    ],
    question: 'Why must migrations work with the previous version?',
    right: [
      'Because a rollback does not undo changes to the database.',
      'Since changes to the database are not undone by a rollback.',
      'The rollback command is run with the name of the service.',
      'It takes about 40 seconds to roll back.',
      'Every migration has to work with the previous version too, as a rollback does not undo database changes.',
    ],
    wrong: {
      number: ['It takes about 14 seconds to roll back.'],
      name: ['The rollback command is run with the name of the server room.'],
      negation: ['Because a rollback undoes changes to the database.'],
      addition: ['It takes about 40 seconds to roll back and needs the approval of the director.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API'],
    evidence: [
      'The observation API is a web service that gives access to the metadata of every exposure since 2011.',
      'It is used by the archive browser and by the scheduling tool.',
    ],
    question: 'Who uses the observation API?',
    right: [
      'The archive browser and the scheduling tool.',
      'It is used by both the archive browser and the scheduling tool.',
      'The API is a web service through which you can access the metadata of every exposure since 2011.',
      'The scheduling tool and the archive browser use the observation API.',
      'Metadata of all exposures since 2011 are available through the API.',
    ],
    wrong: {
      number: ['Metadata of all exposures since 2014 are available through the API.'],
      name: ['It is used by both the archive browser and the weather station.'],
      elsewhere: ['Requests carry a token in the Authorization header.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Authentication'],
    evidence: [
      'Requests carry a token in the `Authorization` header.',
      'A token is valid for 30 days and belongs to one person or one service.',
      'To obtain a token, sign in to the developer portal and choose New token.',
    ],
    question: 'How long is a token valid?',
    right: [
      'For 30 days.',
      'A token is valid for thirty days.',
      'It is valid for 30 days and belongs to a single person or service.',
      'The token is carried in the `Authorization` header of the request.',
      'You obtain a token by choosing New token in the developer portal.',
    ],
    wrong: {
      number: ['A token is valid for thirteen days.'],
      negation: ['The token is not carried in the `Authorization` header of the request.'],
      addition: ['It is valid for 30 days, belongs to a single person or service and is stored in the vault.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Why does a dome alarm have the highest priority?'],
    evidence: [
      'A dome alarm has the highest priority because rain on a primary mirror destroys its coating within minutes.',
      'Re-coating a mirror takes two weeks and costs about 60,000 euros.',
    ],
    question: 'How much does it cost to re-coat a mirror?',
    right: [
      'About 60,000 euros.',
      'It costs around 60,000 euros and takes two weeks.',
      'Re-coating a mirror costs roughly €60,000.',
      'Rain on a primary mirror destroys the coating within minutes.',
      'Because rain destroys the coating of a primary mirror within minutes, a dome alarm has the highest priority.',
    ],
    wrong: {
      number: ['It costs around 60,000 euros and takes three weeks.'],
      name: ['Hail on a primary mirror destroys the coating within minutes.'],
      negation: ['Rain on a primary mirror does not destroy the coating.'],
      elsewhere: ['The beam must be switched off when an aircraft comes close.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'When does observing stop?'],
    evidence: [
      'Observing stops when gusts exceed 20 metres per second or when humidity stays above 90% for ten minutes.',
      'The night assistant decides when observing may continue, after conditions have been good for at least 30 minutes.',
    ],
    question: 'Who decides when observing may continue?',
    right: [
      'The night assistant.',
      'The night assistant decides this, after at least 30 minutes of good conditions.',
      'It is decided by the night assistant once conditions have been good for 30 minutes or more.',
      'Gusts of more than 20 metres per second stop observing.',
      'If the humidity stays above 90 percent for ten minutes, observing stops.',
    ],
    wrong: {
      number: ['Gusts of more than 25 metres per second stop observing.'],
      name: ['It is decided by the director once conditions have been good for 30 minutes or more.'],
      negation: ['If the humidity stays above 90 percent for ten minutes, observing does not stop.'],
      addition: [
        'The night assistant decides this, after at least 30 minutes of good conditions and a call to the weather service.',
      ],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Canteen'],
    evidence: [
      'The canteen serves lunch between 11:30 and 14:00.',
      'Night meals for observers are prepared on request and must be ordered before 13:00 of the same day.',
    ],
    question: 'When is lunch served?',
    right: [
      'Between 11:30 and 14:00.',
      'Lunch is served from half past eleven to two.',
      'The canteen serves lunch from 11:30 am until 2 pm.',
      'Night meals must be ordered before 1 pm of the same day.',
      'For observers, night meals are prepared if they request them.',
    ],
    wrong: {
      number: ['Lunch is served from half past eleven to three.'],
      name: ['For visitors, night meals are prepared if they request them.'],
      elsewhere: ['The library is open to guests between 09:00 and 18:00.'],
    },
  },
];
