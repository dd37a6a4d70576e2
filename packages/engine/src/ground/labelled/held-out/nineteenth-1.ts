import type { LabelledFact } from '../labelled-fact.ts';

export const NINETEENTH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How much annual leave do I get?'],
    evidence: [
      'Full-time staff receive 27 days of annual leave per calendar year.',
      'Staff who work part of the week receive the same share of 27 days as their share of a full week, rounded up to the next half day.',
    ],
    question: 'How many days of annual leave do staff get?',
    right: [
      'Staff who work full time receive 27 days of annual leave per calendar year.',
      'There are 27 days of annual leave per year for full-time staff.',
      'Those who work part of the week get the same share of 27 days as their share of a full week.',
      'The share of part-time staff is rounded up to the next half day.',
    ],
    wrong: {
      number: ['There are 29 days of annual leave per year for full-time staff.'],
      name: ['The share of part-time staff is rounded up to the next half week.'],
      addition: [
        'Staff who work full time receive 27 days of annual leave per calendar year and a voucher for the canteen.',
      ],
      elsewhere: ['Nobody is required to say what the illness is.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Blackout periods'],
    evidence: [
      'A blackout period is a range of dates in which a department does not grant annual leave.',
      'Engineering has a blackout period in the last two weeks of August, when the mirrors are re-coated.',
    ],
    question: 'Why does Engineering have a blackout period in August?',
    right: [
      'Because the mirrors are re-coated in the last two weeks of August.',
      'The mirrors are re-coated then.',
      'A department does not grant annual leave during a blackout period.',
      'In the last two weeks of August, Engineering has a blackout period.',
    ],
    wrong: {
      name: ['The domes are re-coated then.'],
      negation: ['A department grants annual leave during a blackout period.'],
      number: ['In the last four weeks of August, Engineering has a blackout period.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'How do I report sick?'],
    evidence: [
      'Call or write to your team lead before your shift begins.',
      'Say how long you expect to be away and which duties need cover.',
      'Record the absence in the leave system on the first day you are able to.',
    ],
    question: 'When must I inform my team lead that I am sick?',
    right: [
      'Before your shift begins.',
      'You must call or write to your team lead before the beginning of your shift.',
      'Inform the team lead before your shift starts and say how long you expect to be away.',
      'On the first day you are able to, the absence is recorded in the leave system.',
    ],
    wrong: {
      number: ['One hour before your shift begins.'],
      name: ['You must call or write to your mentor before the beginning of your shift.'],
      negation: ['You must not record the absence in the leave system.'],
      addition: ['Inform the team lead before your shift starts and send a photo of the prescription.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'How to apply for parental leave'],
    evidence: [
      'Tell your team lead about your plans at least eight weeks before the leave begins.',
      'Send the signed application to the People Team.',
      'The People Team confirms the application within two weeks.',
    ],
    question: 'To whom do I send the application for parental leave?',
    right: [
      'The signed application is sent to the People Team.',
      'Send it, signed, to the People Team.',
      'Your team lead has to be told about your plans eight weeks or more before the leave begins.',
      'The application is confirmed by the People Team within two weeks.',
    ],
    wrong: {
      number: ['The application is confirmed by the People Team within three weeks.'],
      name: ['The application is confirmed by the director within two weeks.'],
      elsewhere: ['You can request an advance of up to 80% of the estimated cost.'],
      addition: ['Send it, signed, to the People Team together with your passport.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'Blue-green deployment'],
    evidence: [
      'A blue-green deployment is a release method that runs the old and the new version side by side and switches traffic between them.',
      'It is used for the archive, which must not be interrupted while the data of a night is being copied.',
      'Compared with a rolling deployment, a blue-green deployment needs twice the memory but can be undone at once.',
    ],
    question: 'What is a blue-green deployment?',
    right: [
      'A release method in which the old and the new version run side by side and traffic is switched between them.',
      'It runs the old and the new version side by side.',
      'It needs twice the memory of a rolling deployment, but it can be undone at once.',
      'The archive is deployed with it, because it must not be interrupted while the data of a night is being copied.',
    ],
    wrong: {
      number: ['It needs three times the memory of a rolling deployment, but it can be undone at once.'],
      name: [
        'The scheduler is deployed with it, because it must not be interrupted while the data of a night is being copied.',
      ],
      negation: ['It needs twice the memory of a rolling deployment and cannot be undone at once.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Listing observations'],
    evidence: [
      'Results are ordered by start time.',
      'When there are more results than the limit allows, the answer contains a `next` link.',
    ],
    question: 'What happens when there are more results than the limit allows?',
    right: [
      'The answer then contains a `next` link.',
      'There is a `next` link in the answer.',
      'A `next` link is contained in the answer if the results are more than the limit allows.',
      'The results are in the order of their start time.',
    ],
    wrong: {
      name: ['The answer then contains a `previous` link.'],
      negation: ['The answer then does not contain a `next` link.'],
      addition: ['The answer then contains a `next` link, and a warning is written to the log.'],
      elsewhere: ['Images are fetched from the archive.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Who can be on call?'],
    evidence: [
      'Everybody in Engineering with at least six months of experience at Fernhill can be on call.',
      'Nobody is on call more often than every fourth week.',
    ],
    question: 'How often is somebody on call?',
    right: [
      'Not more often than every fourth week.',
      'Every fourth week at most.',
      'No one is on call more often than every four weeks.',
      'You need at least six months of experience at Fernhill to be on call.',
    ],
    wrong: {
      number: ['No one is on call more often than every five weeks.'],
      name: ['Everybody in Visitor Services with at least six months of experience at Fernhill can be on call.'],
      elsewhere: ['The scheduler restarts the container.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Lasers'],
    evidence: [
      'The laser guide star is a beam of yellow light that creates an artificial star in the upper atmosphere.',
      'Nobody may look along the beam, and the beam must be switched off when an aircraft comes within 25 degrees of it.',
      'Two aircraft spotters are required for every night with the laser.',
    ],
    question: 'When must the laser beam be switched off?',
    right: [
      'When an aircraft comes within 25 degrees of the beam.',
      'As soon as an aircraft is within 25 degrees of it.',
      'For every night with the laser, two aircraft spotters are required.',
      'It is forbidden to look along the beam.',
    ],
    wrong: {
      number: ['When an aircraft comes within 15 degrees of the beam.'],
      negation: ['It is allowed to look along the beam.'],
      name: ['When a satellite comes within 25 degrees of the beam.'],
      addition: ['For every night with the laser, two aircraft spotters and a doctor are required.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Entering a dome'],
    evidence: [
      '1. Call the control room and say which dome you are going to enter.',
      '2. Turn the key switch at the door to LOCAL and take the key with you.',
      '3. Wait until the yellow lamp is off.',
      '5. Turn the switch back to REMOTE when you leave, and tell the control room.',
    ],
    question: 'What do I do when I leave a dome?',
    right: [
      'Turn the switch back to REMOTE and tell the control room.',
      'When leaving, you turn the switch back to REMOTE and inform the control room.',
      'Before you enter, call the control room and say which dome it is.',
      'You take the key with you after turning the switch to LOCAL.',
    ],
    wrong: {
      name: ['Turn the switch back to REMOTE and tell the security officer.'],
      negation: ['You do not take the key with you after turning the switch to LOCAL.'],
      elsewhere: ['Close the lid loosely, so that gas can escape.'],
      addition: ['Turn the switch back to REMOTE, tell the control room and clean the floor.'],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Library'],
    evidence: [
      'The library is open to staff at all hours and to guests between 09:00 and 18:00 on working days.',
      'Books can be borrowed for four weeks.',
    ],
    question: 'When can guests use the library?',
    right: [
      'Between 09:00 and 18:00 on working days.',
      'On working days from 9 am to 6 pm.',
      'Staff can use the library at all hours.',
      'You can borrow a book for four weeks.',
    ],
    wrong: {
      number: ['On working days from 9 am to 7 pm.'],
      negation: ['Staff cannot use the library at all hours.'],
      elsewhere: ['Lunch is served between 11:30 and 14:00.'],
    },
  },
];
