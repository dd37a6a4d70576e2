import type { LabelledFact } from '../labelled-fact.ts';

export const TENTH_4: readonly LabelledFact[] = [
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'When does observing stop?'],
    evidence: [
      'Observing stops when gusts exceed 20 metres per second or when humidity stays above 90% for ten minutes.',
      'The night assistant decides when observing may continue, after conditions have been good for at least 30 minutes.',
    ],
    question: 'When must observing stop?',
    right: [
      'You stop observing if gusts are stronger than 20 m/s, or if the humidity is over 90 percent for 10 minutes.',
      'It is up to the night assistant when to resume, and the weather must have been good for half an hour or more by then.',
      'Observing does not resume until conditions have been good for at least thirty minutes.',
      'Gusts above twenty metres per second put an end to observing.',
    ],
    wrong: {
      number: [
        'You stop observing if gusts are stronger than 15 m/s, or if the humidity is over 90 percent for 10 minutes.',
      ],
      name: [
        'The safety officer decides when observing may continue, after conditions have been good for at least 30 minutes.',
      ],
      negation: [
        'Observing continues when humidity stays above 90% for ten minutes, but stops when gusts exceed 20 metres per second.',
      ],
      addition: ['Observing stops when gusts exceed 20 metres per second or when the first snow falls.'],
      elsewhere: ['After a power failure, the slit is closed with the hand crank.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Lasers'],
    evidence: [
      'The laser guide star is a beam of yellow light that creates an artificial star in the upper atmosphere.',
      'It is used by the adaptive optics of the Birch telescope.',
      'Nobody may look along the beam, and the beam must be switched off when an aircraft comes within 25 degrees of it.',
      'Two aircraft spotters are required for every night with the laser.',
    ],
    question: 'Which rules hold for the laser guide star?',
    right: [
      'Looking along the beam is prohibited, and it has to be turned off whenever a plane gets closer than 25°.',
      'Each night on which the laser is used needs a pair of aircraft spotters.',
      'The yellow beam produces an artificial star high in the atmosphere for the adaptive optics of Birch.',
      'The laser may not stay on while an aircraft is within 25 degrees of the beam.',
    ],
    wrong: {
      number: [
        'Looking along the beam is prohibited, and it has to be turned off whenever a plane gets closer than 15 degrees.',
      ],
      name: ['The laser guide star is used by the adaptive optics of the Alder telescope.'],
      negation: [
        'The beam need not be switched off when an aircraft comes within 25 degrees of it, as long as nobody looks along it.',
      ],
      addition: [
        'Two aircraft spotters are required for every night with the laser, and they take turns every two hours.',
      ],
      elsewhere: ['Work above two metres requires a harness and a second person on the ground.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Working at height'],
    evidence: [
      'Work above two metres requires a harness and a second person on the ground.',
      'A harness must be checked before every use and replaced after ten years, because the webbing becomes brittle with age.',
    ],
    question: 'What is required for work at height?',
    right: [
      'Anyone working higher than 2 m must wear a harness and have a second person below.',
      'Harnesses are inspected each time before they are used and are retired after a decade.',
      'Because the webbing gets brittle as it ages, a harness may not be used for more than ten years.',
      'You must not work above two metres alone.',
    ],
    wrong: {
      number: ['Harnesses are inspected each time before they are used and are replaced after five years.'],
      name: ['Work above two metres requires a helmet and a second person on the ground.'],
      negation: ['A harness must be replaced after ten years, but does not have to be checked before every use.'],
      addition: ['A harness must be checked before every use and replaced after ten years or after any fall.'],
      elsewhere: ['Nobody may work alone at the lathe or the milling machine.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'What should I do in case of an oxygen alarm?'],
    evidence: [
      'Leave the room at once and close the door behind you.',
      'Do not go back for anything, and do not try to pull somebody out without breathing apparatus.',
      'Call 4112 from a safe place.',
    ],
    question: 'What should I do when the oxygen alarm sounds?',
    right: [
      'Get out of the room immediately, shut the door and dial 4112 once you are safe.',
      'Never return to fetch something.',
      'You may only attempt to pull another person out if you have breathing apparatus.',
      'The call to 4112 should be made from somewhere safe.',
    ],
    wrong: {
      number: ['Get out of the room immediately, shut the door and dial 4210 once you are safe.'],
      name: ['Leave the building at once and close the door behind you.'],
      negation: ['Try to pull somebody out even without breathing apparatus, and call 4112 from a safe place.'],
      addition: ['Leave the room at once, close the door behind you and pull the fire alarm.'],
      elsewhere: ['Open the window or switch on the extraction before a cryostat is filled.'],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Library'],
    evidence: [
      'The library is open to staff at all hours and to guests between 09:00 and 18:00 on working days.',
      'Books can be borrowed for four weeks.',
      'Journals from before 1970 are kept in the archive and are brought up twice a day, at 10:00 and at 15:00.',
    ],
    question: 'When is the library open, and what can be borrowed?',
    right: [
      'Staff can use the library around the clock, whereas guests are admitted from 9 am to 6 pm on working days.',
      'A book can be kept for 28 days.',
      'If you need a journal older than 1970, it is fetched from the archive at 10 a.m. or 3 p.m.',
      'The library is closed to guests at weekends but not to staff.',
    ],
    wrong: {
      number: [
        'Staff can use the library around the clock, whereas guests are admitted from 9 am to 8 pm on working days.',
      ],
      name: ['The library is open to guests at all hours and to staff between 09:00 and 18:00 on working days.'],
      negation: ['Journals from before 1970 are not brought up from the archive.'],
      addition: ['Books can be borrowed for four weeks, and a loan can be renewed twice.'],
      elsewhere: ['The canteen serves lunch between 11:30 and 14:00.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Choosing a means of transport'],
    evidence: [
      'Trains are preferred for journeys under six hours, because they cause a fraction of the emissions of a flight and can be used to work.',
      'A flight needs a reason on the request form when a train connection of less than six hours exists.',
      'Van: for mirrors, mounts and anything on a pallet; it needs a driver with the transport briefing.',
    ],
    question: 'How should I travel?',
    right: [
      'For trips shorter than 6 hours you should take the train, as it produces far fewer emissions than flying and lets you work on the way.',
      'You have to justify a flight on the request form if the train takes less than six hours.',
      'A van, used for mirrors, mounts and palletised goods, may only be driven by someone who has had the transport briefing.',
      'Without the transport briefing you may not drive a van.',
    ],
    wrong: {
      number: ['You have to justify a flight on the request form if the train takes less than eight hours.'],
      name: [
        'An estate car, used for mirrors, mounts and anything on a pallet, needs a driver with the transport briefing.',
      ],
      negation: [
        'A flight needs no reason on the request form, even when a train connection of less than six hours exists.',
      ],
      addition: [
        'Trains are preferred for journeys under six hours, and first class is allowed when the journey takes longer than four.',
      ],
      elsewhere: ['Fees for late cancellation are paid by the department.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'Paying in advance'],
    evidence: [
      'You can request an advance of up to 80% of the estimated cost.',
      'An advance must be settled within 30 days after the trip, otherwise it is deducted from your salary.',
    ],
    question: 'Can I get an advance?',
    right: [
      'Yes, an advance of at most 80 per cent of the expected cost can be requested.',
      'Unless you settle it within thirty days of the trip, the advance is taken out of your salary.',
      'The full estimated cost cannot be advanced, only four fifths of it.',
      'Advances that are not settled 30 days after the trip are withheld from your pay.',
    ],
    wrong: {
      number: ['Yes, an advance of at most 90 per cent of the expected cost can be requested.'],
      name: [
        'An advance must be settled within 30 days after the trip, otherwise it is deducted from the budget of the department.',
      ],
      negation: ['An advance that is not settled within 30 days after the trip is not deducted from your salary.'],
      addition: ['You can request an advance of up to 80% of the estimated cost if the trip lasts longer than a week.'],
      elsewhere: ['Every receipt over 10 euros has to be scanned and attached.'],
    },
  },
];
