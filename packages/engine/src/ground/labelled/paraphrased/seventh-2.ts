import type { LabelledFact } from '../labelled-fact.ts';

/** Of the seventh round: when it was new, false alarms and wrong answers caught were 5.7 % and 80.7 %. */
export const SEVENTH_2: readonly LabelledFact[] = [
  {
    path: 'labelled/thermostat',
    context: ['Thermostat Calor 2: quick guide'],
    evidence: [
      'Press the wheel for three seconds to pair the thermostat with the app.',
      'In holiday mode it keeps the room at 15 degrees and returns to the schedule on the date you set.',
      'An open window is detected by a fall of two degrees in five minutes; heating then pauses for half an hour.',
      'Replace both batteries when the red light blinks.',
    ],
    question: 'How do I use the thermostat?',
    right: [
      'To pair it with the app, hold the wheel down for 3 seconds.',
      'Holiday mode maintains a temperature of 15°C until the date that you have set, after which the normal schedule resumes.',
      'If the temperature drops two degrees within five minutes, the thermostat assumes that a window is open and stops heating for 30 minutes.',
      'A blinking red light tells you to change both batteries.',
      'Pairing requires pressing the wheel for three seconds.',
      'Both batteries should be replaced at the same time when the red light blinks.',
      'While you are on holiday, the room is held at 15 degrees.',
    ],
    wrong: {
      number: [
        'Press the wheel for thirty seconds.',
        'In holiday mode it keeps the room at 5 degrees.',
        'Heating then pauses for an hour and a half.',
      ],
      name: [
        'Replace both batteries when the green light blinks.',
        'Press the lever for three seconds to pair the thermostat with the app.',
      ],
      negation: [
        'Heating does not pause when an open window is detected.',
        'An open window is detected by a rise of two degrees in five minutes.',
      ],
    },
  },
  {
    path: 'labelled/archive-room',
    context: ['Reading room of the city archive'],
    evidence: [
      'Readers register with an identity card and lock their bags away.',
      'Only pencils may be used; ink and ballpoint pens are forbidden.',
      'Up to five files can be ordered per day, and they arrive within 45 minutes.',
      'Files that are younger than 30 years are closed to the public.',
    ],
    question: 'What are the rules of the reading room?',
    right: [
      'You have to sign up with your ID card and put your bag in a locker.',
      'Writing is permitted in pencil only; pens of any kind are banned.',
      'It is possible to order a maximum of five files a day, and each order takes up to three quarters of an hour.',
      'The public has no access to files less than 30 years old.',
      'Ballpoint pens are not allowed.',
      'Bags must be locked away.',
      'An ordered file arrives in 45 min or less.',
      'Registration requires an identity card.',
    ],
    wrong: {
      number: [
        'Up to fifteen files can be ordered per day.',
        'Files that are younger than 50 years are closed to the public.',
      ],
      negation: [
        'Ballpoint pens are allowed.',
        'Files that are younger than 30 years are open to the public.',
        'Bags need not be locked away.',
      ],
      name: ['Readers register with a library card.', 'Only crayons may be used.'],
    },
  },
  {
    path: 'labelled/honey',
    context: ['Label rules for honey'],
    evidence: [
      'The label names the country in which the honey was harvested; blends list every country with its share.',
      'Honey that contains more than 20 percent water may not be sold as honey.',
      "Only baker's honey may be heated above 40 degrees.",
      'The producer keeps a sample of each batch for two years.',
    ],
    question: 'What rules apply to honey?',
    right: [
      'The country of harvest must be stated on the label, and for blends each country has to be listed along with its share.',
      'It may not be called honey when sold if its water content exceeds 20%.',
      'With the exception of baker’s honey, heating above 40 °C is not permitted.',
      'For a period of two years, producers have to retain a sample of every batch.',
      'Samples are kept for 2 years.',
      'A blend must list all countries and their shares.',
      'Honey with a water content of over 20 per cent cannot be sold as such.',
    ],
    wrong: {
      number: [
        'Honey that contains more than 30 percent water may not be sold as honey.',
        'The producer keeps a sample of each batch for two months.',
        "Only baker's honey may be heated above 60 degrees.",
      ],
      name: [
        'The retailer keeps a sample of each batch for two years.',
        'The label names the region in which the honey was harvested.',
      ],
      negation: [
        'The producer does not keep a sample of each batch.',
        'Honey that contains more than 20 percent water may be sold as honey.',
      ],
    },
  },
  {
    path: 'labelled/crew',
    context: ['Crew rest rules'],
    evidence: [
      'A pilot may fly at most nine hours a day and 900 hours a year.',
      'Between two duties there are at least twelve hours of rest, ten of which at a suitable place to sleep.',
      'The captain can extend a duty by up to two hours if unforeseen events occur.',
      'Every extension is reported to the authority within 28 days.',
    ],
    question: 'How are duty and rest of pilots regulated?',
    right: [
      'Pilots are limited to nine flying hours per day and 900 per year.',
      'There must be a rest of twelve hours or more between two duties, and ten of these hours have to be spent somewhere suitable for sleeping.',
      'In unforeseen circumstances, a duty can be lengthened by the captain by a maximum of 2 hours.',
      'The authority has to be informed about each extension within 28 days.',
      'No pilot may fly more than nine hours in a day.',
      'An extension must be reported in four weeks.',
      'A minimum of 12 hours of rest is required between duties.',
    ],
    wrong: {
      number: [
        'A pilot may fly at most eleven hours a day.',
        'Every extension is reported within 82 days.',
        'The captain can extend a duty by up to four hours.',
      ],
      name: [
        'The airline can extend a duty by up to two hours.',
        'Every extension is reported to the union within 28 days.',
      ],
      negation: ['The captain cannot extend a duty.'],
      addition: ['The captain can extend a duty by up to two hours after a phone call with the flight surgeon.'],
    },
  },
  {
    path: 'labelled/shoes',
    context: ['Caring for leather shoes'],
    evidence: [
      'Let wet shoes dry slowly, stuffed with newspaper, and keep them away from heaters.',
      'Brush off dirt before you apply polish with a soft cloth.',
      'Leave a day between two wears so that the leather can breathe.',
      'Cedar shoe trees absorb moisture and keep the shape.',
    ],
    question: 'How should leather shoes be cared for?',
    right: [
      'Wet shoes should be filled with newspaper and left to dry gradually, not close to a heater.',
      'First remove dirt with a brush, then put on polish using a soft cloth.',
      'Do not wear the same pair two days in a row, so that the leather gets a chance to breathe.',
      'Shoe trees made of cedar soak up moisture and help shoes keep their shape.',
      'Heaters are bad for wet shoes.',
      'Polish is applied with a soft cloth after dirt has been brushed off.',
      'The leather needs a day to breathe between wears.',
    ],
    wrong: {
      number: ['Leave three days between two wears.'],
      negation: [
        'Dry wet shoes quickly on a heater.',
        'Cedar shoe trees do not absorb moisture.',
        'Apply polish before you brush off dirt.',
      ],
      name: [
        'Let wet shoes dry slowly, stuffed with towels.',
        'Plastic shoe trees absorb moisture and keep the shape.',
      ],
      addition: ['Brush off dirt and treat the seams with beeswax and linseed oil every season.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Visitors and the guest network'],
    evidence: [
      'Visitors use the guest network, which is separated from the control network by a firewall.',
      'Staff should not connect personal phones to any other network.',
      'To give a visitor access, create a voucher in the network portal; a voucher is valid for 24 hours and for one device.',
    ],
    question: 'How do visitors get online?',
    right: [
      'Guests connect to the guest network; a firewall separates it from the control network.',
      'Employees must only use the guest network for their personal phones.',
      'You can give visitors access by creating a voucher in the network portal.',
      'Each voucher works for a day and for a single device.',
      'A voucher lasts 24 hours.',
      'The guest network and the control network are separated by a firewall.',
      'Personal phones of staff may not be connected to other networks.',
    ],
    wrong: {
      number: [
        'A voucher is valid for 48 hours and for one device.',
        'A voucher is valid for 24 hours and for three devices.',
      ],
      name: [
        'To give a visitor access, create a voucher in the visitor app.',
        'Visitors use the staff network, which is separated from the control network by a firewall.',
      ],
      negation: [
        'The guest network is not separated from the control network.',
        'Staff should connect personal phones to any other network.',
      ],
    },
  },
];
