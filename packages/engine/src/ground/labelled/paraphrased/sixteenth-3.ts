import type { LabelledFact } from '../labelled-fact.ts';

export const SIXTEENTH_3: readonly LabelledFact[] = [
  {
    path: 'labelled/museum-loans',
    context: ['Museum loans', 'Transport'],
    evidence: [
      'Objects on loan travel in climate boxes and are accompanied by a courier.',
      'The boxes may be opened no earlier than 24 hours after arrival, so that the objects can adapt to the room.',
      'The borrower insures each object from nail to nail.',
    ],
    question: 'When may the boxes be opened?',
    right: [
      'At the earliest 24 hours after they have arrived.',
      'Not before 24 hours have passed since their arrival.',
      'The boxes must remain closed for a day so that the objects can adapt to the room.',
      'A courier accompanies the objects, which travel in climate boxes.',
      'Every object is insured by the borrower.',
    ],
    wrong: {
      number: ['At the earliest 48 hours after they have arrived.'],
      name: ['Every object is insured by the lender.'],
      addition: ['A courier and a police car accompany the objects, which travel in climate boxes.'],
    },
  },
  {
    path: 'labelled/bike-workshop',
    context: ['Bicycle workshop', 'Open evenings'],
    evidence: [
      'On Thursdays from 18:00 to 21:00 members can repair their bicycles with our tools.',
      'Tools must not leave the workshop.',
      'Spare parts are sold at cost; used parts are free.',
    ],
    question: 'When can I repair my bicycle?',
    right: [
      'On Thursdays between 6 pm and 9 pm.',
      'Members can repair their bikes every Thursday evening from 18:00 to 21:00.',
      'You are not allowed to take tools out of the workshop.',
      'You pay nothing for used parts.',
      'Spare parts are sold at cost price.',
    ],
    wrong: {
      number: ['On Thursdays between 6 pm and 8 pm.'],
      name: ['On Fridays between 6 pm and 9 pm.'],
      negation: ['You are allowed to take tools out of the workshop.'],
      elsewhere: ['The youth group meets in the garden.'],
    },
  },
  {
    path: 'labelled/water-tests',
    context: ['Bathing lakes', 'Water quality'],
    evidence: [
      'The water of the bathing lakes is tested every two weeks between May and September.',
      'When blue-green algae are found, a red flag is raised and bathing is forbidden.',
      'Results are published within three days.',
    ],
    question: 'How often is the water tested?',
    right: [
      'Every two weeks from May to September.',
      'It is tested fortnightly between May and September.',
      'Bathing is prohibited when blue-green algae are found.',
      'A red flag shows that bathing is forbidden.',
      'The results are made public within three days.',
    ],
    wrong: {
      number: ['The results are made public within ten days.'],
      negation: ['Bathing is allowed when blue-green algae are found.'],
      addition: [
        'When blue-green algae are found, a red flag is raised, bathing is forbidden and the fish are removed.',
      ],
    },
  },
  {
    path: 'labelled/laundry',
    context: ['Laundry room', 'House rules'],
    evidence: [
      'The machines can be used from 7:00 to 22:00, but not on Sundays.',
      'A wash costs 2.50 euros and is paid with the laundry card.',
      'Lint must be removed from the dryer after each use.',
    ],
    question: 'When can I use the machines?',
    right: [
      'From 7 am to 10 pm, except on Sundays.',
      'Every day but Sunday, between 7:00 and 22:00.',
      'The machines are not available on Sundays.',
      'You pay 2.50 euros per wash with the laundry card.',
      'After using the dryer, you have to remove the lint.',
    ],
    wrong: {
      number: ['You pay 3.50 euros per wash with the laundry card.'],
      name: ['You pay 2.50 euros per wash with a credit card.'],
      negation: ['The machines can be used on Sundays.'],
      elsewhere: ['Bicycles are kept in the cellar.'],
    },
  },
  {
    path: 'people/mentoring.eml',
    context: ['New mentoring programme'],
    evidence: [
      'The mentoring programme starts on 1 April.',
      '1. Read the mentoring guide on the intranet.',
      '2. Tell the People Team which subjects you can help with.',
      '3. Attend the introduction on 18 March at 14:00 in the lecture room.',
    ],
    question: 'When does the mentoring programme start?',
    right: [
      'On 1 April.',
      'The programme begins on April 1.',
      'The introduction takes place on 18 March at 14:00 in the lecture room.',
      'You have to read the mentoring guide, which is on the intranet.',
      'Future mentors tell the People Team which subjects they can help with.',
    ],
    wrong: {
      number: ['The programme begins on April 11.'],
      name: ['The introduction takes place on 18 March at 14:00 in the library.'],
      addition: ['You have to read the mentoring guide, which is on the intranet, and sign it.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'How is the probation period reviewed?'],
    evidence: [
      'The team lead holds a review after six weeks and another one after four months.',
      'The probation period lasts six months and ends without a further decision when both reviews are positive.',
    ],
    question: 'How long is the probation period?',
    right: [
      'Six months.',
      'The probation period takes six months.',
      'Reviews are held by the team lead after six weeks and after four months.',
      'If both reviews are positive, the probation period ends without any further decision.',
      'There is a first review after six weeks and a second one after four months.',
    ],
    wrong: {
      number: ['There is a first review after eight weeks and a second one after four months.'],
      name: ['Reviews are held by the People Team after six weeks and after four months.'],
      negation: ['If both reviews are negative, the probation period ends without any further decision.'],
      elsewhere: ['Order a laptop and a staff card two weeks ahead.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      'It displaces oxygen when it evaporates, so it must never be carried in the lift together with people.',
      '2. Open the window or switch on the extraction.',
      '3. Fill the transfer vessel to at most two thirds.',
      '4. Pour slowly until the level indicator shows 90%.',
      '5. Close the lid loosely, so that gas can escape.',
    ],
    question: 'How full may the transfer vessel be?',
    right: [
      'At most two thirds full.',
      'It must not be filled to more than two thirds.',
      'You have to open the window or switch on the extraction.',
      'Pour slowly until the indicator is at 90 percent.',
      'The lid is closed loosely so that the gas can escape.',
    ],
    wrong: {
      number: ['At most three quarters full.'],
      negation: ['The lid is closed tightly so that the gas cannot escape.'],
      name: ['You have to open the door or switch on the extraction.'],
      addition: ['Pour slowly until the indicator is at 90 percent and weigh the cryostat.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Listing observations'],
    evidence: [
      'To list the observations of one night, send a GET request with the date of the evening on which the night began:',
      'Results are ordered by start time.',
      'When there are more results than the limit allows, the answer contains a `next` link.',
    ],
    question: 'How are the results ordered?',
    right: [
      'By start time.',
      'They are sorted by their start time.',
      'If there are more results than allowed by the limit, there is a `next` link in the answer.',
      'To list the observations of a night, you send a GET request with the date of the evening on which it began.',
      'The date of the evening on which the night began is sent with the GET request.',
    ],
    wrong: {
      name: ['They are sorted by their exposure time.'],
      negation: ['If there are more results than allowed by the limit, there is no `next` link in the answer.'],
      elsewhere: ['An answer holds at most 500 observations.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Entering a dome'],
    evidence: [
      'A dome is a rotating building that protects a telescope and opens a slit towards the sky.',
      'The rotation can start without a warning when the telescope is controlled remotely, so the key switch at the door must be turned to LOCAL before anybody goes in.',
    ],
    question: 'What is a dome?',
    right: [
      'A rotating building which protects a telescope and opens a slit towards the sky.',
      'It is a building that rotates, protects a telescope and has a slit that opens towards the sky.',
      'Before anybody goes in, the key switch at the door has to be turned to LOCAL.',
      'When the telescope is controlled remotely, the rotation can start without a warning.',
      'You must turn the key switch at the door to LOCAL before going in.',
    ],
    wrong: {
      name: ['A rotating building which protects a camera and opens a slit towards the sky.'],
      negation: ['When the telescope is controlled remotely, the rotation never starts without a warning.'],
      addition: [
        'A rotating building which protects a telescope, opens a slit towards the sky and is heated at night.',
      ],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'Return to work'],
    evidence: [
      'You return to the same position or to an equivalent one.',
      'An equivalent position is a position with the same pay grade, the same number of hours and comparable duties.',
    ],
    question: 'Do I get my old position back?',
    right: [
      'You return to the same position or an equivalent one.',
      'Yes, or an equivalent position with the same pay grade, the same number of hours and comparable duties.',
      'A position is equivalent if it has the same pay grade and number of hours and comparable duties.',
      'The duties of an equivalent position are comparable.',
      'After parental leave you come back to the same or an equivalent position.',
    ],
    wrong: {
      name: ['A position is equivalent if it has the same location and number of hours and comparable duties.'],
      negation: ['You do not return to the same position or to an equivalent one.'],
      addition: ['You return to the same position or an equivalent one and receive a raise.'],
      elsewhere: ['You can work up to 24 hours per week during parental leave.'],
    },
  },
];
