import type { LabelledFact } from '../labelled-fact.ts';

/** Of the second round: when it was new, false alarms and wrong answers caught were 15.3 % and 80.9 %. */
export const SECOND_1: readonly LabelledFact[] = [
  {
    path: 'labelled/ferry',
    context: ['Skarn Ferries', 'Vehicles'],
    evidence: [
      'Cars must be at the terminal 45 minutes before departure.',
      'Motorcycles are loaded first and have to be secured by their riders.',
      'Engines stay off during the crossing, and nobody may remain on the car deck.',
    ],
    question: 'What applies to vehicles on the ferry?',
    right: [
      'You need to arrive at the terminal at least three quarters of an hour before the ferry leaves if you travel by car.',
      'Riders are responsible for securing their own motorbikes, which go on board before everything else.',
      'Passengers are not permitted to stay on the car deck while the ferry is under way.',
      'Please switch off your engine for the crossing.',
      'During the voyage, all engines must be off and the car deck has to be clear of people.',
      'Check-in for cars closes 45 min prior to departure.',
    ],
    wrong: {
      number: ['Cars must be at the terminal 54 minutes before departure.'],
      negation: ['Engines stay on during the crossing.', 'Passengers may remain on the car deck.'],
      name: ['Bicycles are loaded first and have to be secured by their riders.'],
      addition: ['Motorcycles are loaded first and receive a discount voucher for the restaurant.'],
    },
  },
  {
    path: 'labelled/ferry',
    context: ['Skarn Ferries', 'Cancellations'],
    evidence: [
      'If a crossing is cancelled because of wind above 25 metres per second, tickets remain valid for the next sailing or are refunded in full.',
      'Refunds are paid to the card that was used within ten working days.',
    ],
    question: 'What happens when a crossing is cancelled?',
    right: [
      'When strong wind, that is more than 25 m/s, leads to a cancellation, you can either use your ticket on the next sailing or get all of your money back.',
      'It takes up to ten business days for the refund to reach the card you paid with.',
      'Customers can choose between a full refund and travelling on the following departure.',
      'The money is returned to the original payment card.',
      'Yes, you will get a full refund if you prefer not to take the next sailing.',
    ],
    wrong: {
      number: ['Refunds are paid within thirty working days.', 'Half of the ticket price is refunded.'],
      negation: ['Tickets do not remain valid for the next sailing.'],
      addition: ['Tickets are refunded in full and passengers receive hotel accommodation and meals.'],
    },
  },
  {
    path: 'labelled/museum',
    context: ['Museum of Timekeeping', 'Highlights'],
    evidence: [
      'The oldest object is a water clock from Karnak that is about 3,400 years old.',
      'Visitors may wind the 1742 tower clock themselves every Sunday at noon.',
      'Photography without flash is allowed except in the watch vault.',
    ],
    question: 'What can visitors see and do?',
    right: [
      'Among the exhibits, a water clock from Karnak is the oldest; it dates back roughly 3,400 years.',
      'Each Sunday at 12 pm, visitors are allowed to wind up the tower clock of 1742.',
      'You may take pictures as long as you do not use a flash, but not in the watch vault.',
      'Photos are forbidden in the watch vault.',
      'On Sundays at midday, guests get to wind the tower clock, which was made in 1742.',
      'Flash photography is not allowed.',
      "The museum's oldest piece comes from Karnak.",
    ],
    wrong: {
      number: ['The water clock is about 4,300 years old.', 'Visitors may wind the 1724 tower clock themselves.'],
      name: [
        'The oldest object is a sundial from Karnak.',
        'Visitors may wind the tower clock themselves every Saturday at noon.',
      ],
      negation: ['Photography is also allowed in the watch vault.'],
    },
  },
  {
    path: 'labelled/chili',
    context: ['Growing chillies'],
    evidence: [
      'Sow the seeds in February at 22 to 28 degrees; below 18 degrees they hardly germinate.',
      'Seedlings are potted on once they have two pairs of true leaves.',
      'Plants may go outside after the last frost, usually in mid-May, and should get used to the sun over a week.',
      'Overwatering is the most common mistake, as it makes the roots rot.',
    ],
    question: 'How are chillies grown?',
    right: [
      'February is the time to sow, at a temperature of between 22 and 28 degrees.',
      'Seeds barely sprout when it is colder than 18 degrees.',
      'As soon as the seedlings have developed two pairs of true leaves, move them into bigger pots.',
      'Do not put the plants outdoors until the last frost is over, which is typically the middle of May.',
      'Give the plants about seven days to adapt to sunlight.',
      'The mistake people make most often is watering too much, which causes root rot.',
      'Too much water leads to rotting roots.',
      'The plants need a week to become accustomed to the sun.',
    ],
    wrong: {
      number: [
        'Sow the seeds at 12 to 18 degrees.',
        'Seedlings are potted on once they have four pairs of true leaves.',
      ],
      negation: ['Plants may go outside before the last frost.', 'Overwatering does not make the roots rot.'],
      name: ['Sow the seeds in April.'],
      addition: ['Seedlings are potted on and fed weekly with tomato fertiliser and seaweed extract.'],
    },
  },
  {
    path: 'labelled/union',
    context: ['Collective agreement of the Port of Averly', 'Overtime'],
    evidence: [
      'Overtime is paid at 125 percent on working days and at 200 percent on Sundays and public holidays.',
      'No employee may be required to work more than 48 hours in any week.',
      'Overtime must be announced 24 hours in advance, except in an emergency.',
    ],
    question: 'How is overtime regulated?',
    right: [
      'For overtime on a working day, staff get 1.25 times their normal pay, and double on Sundays or public holidays.',
      'The weekly maximum that an employee can be made to work is 48 hours.',
      'Employers have to give 24 hours’ notice of overtime unless there is an emergency.',
      'Working on a public holiday is paid at twice the normal rate.',
      'In emergencies, overtime does not have to be announced a day ahead.',
      "Employees can't be forced to work over 48 hours per week.",
      'Sundays are paid at 200%.',
    ],
    wrong: {
      number: [
        'Overtime is paid at 150 percent on working days.',
        'No employee may be required to work more than 38 hours in any week.',
      ],
      negation: [
        'Overtime need not be announced in advance.',
        'Employees may be required to work more than 48 hours in any week.',
      ],
      addition: ['Overtime is paid at 125 percent and credited to a pension account chosen by the worker.'],
    },
  },
  {
    path: 'labelled/router',
    context: ['Installing the Nubo router'],
    evidence: [
      'Connect the grey cable to the wall socket and the yellow one to your computer.',
      'The power light blinks for two minutes and then turns solid green.',
      'If it stays red, hold the reset button for ten seconds; this deletes all settings.',
      'The default password is printed on the bottom of the router and should be changed.',
    ],
    question: 'How is the router set up?',
    right: [
      'Plug the gray cable into the wall socket, and use the yellow cable for the computer.',
      'After around two minutes of blinking, the power light becomes steady green.',
      'A red light that does not go away means that you should press and hold reset for 10 seconds, but be aware that all settings will be erased.',
      'You will find the default password underneath the router; it is advisable to change it.',
      'Resetting the router wipes its settings.',
      'Wait 2 min until the light is solid green.',
      'The preset password can be found on the underside of the device.',
    ],
    wrong: {
      number: ['Hold the reset button for thirty seconds.'],
      name: ['Connect the blue cable to the wall socket.', 'The default password is printed on the box of the router.'],
      negation: ['Holding the reset button keeps all settings.', 'The default password should not be changed.'],
    },
  },
  {
    path: 'labelled/wolves',
    context: ['Wolves in the Brandel hills'],
    evidence: [
      'In 2023, rangers counted nine packs and 31 pups, four more pups than in 2022.',
      'Wolves mainly eat roe deer and wild boar; livestock makes up about 1 percent of their diet.',
      'Farmers who put up electric fences are reimbursed 80 percent of the cost by the state.',
    ],
    question: 'How are the wolves doing?',
    right: [
      'Rangers recorded 9 packs with 31 young in 2023.',
      'There were 27 pups in 2022, so the number went up by four.',
      'The diet of the wolves consists mostly of roe deer and wild boar, and only around 1% is livestock.',
      'The state pays back 80% of what farmers spend on electric fences.',
      'Livestock accounts for just one per cent of what wolves eat.',
      'Farmers bear a fifth of the cost of electric fences themselves.',
      'The main prey is roe deer and wild boar.',
    ],
    wrong: {
      number: ['Rangers counted 13 pups in 2023.', 'Livestock makes up about 10 percent of their diet.'],
      name: ['Wolves mainly eat red deer and hares.', 'Farmers are reimbursed 80 percent of the cost by the insurer.'],
      negation: ['Farmers who put up electric fences are not reimbursed.'],
      addition: [
        'Rangers counted nine packs and fitted several animals with radio collars from a Swedish manufacturer.',
      ],
    },
  },
  {
    path: 'labelled/exam',
    context: ['Examination regulations', 'Retaking an exam'],
    evidence: [
      'A failed examination may be repeated twice, the second time only with the approval of the examination board.',
      'Students register for the repeat within six weeks after the results have been published.',
      'An examination that has been passed cannot be repeated to improve the grade.',
    ],
    question: 'Can an exam be repeated?',
    right: [
      'Yes. Students who fail can retake the exam up to two times, though the second retake needs the approval of the exam board.',
      'The registration window for a retake is six weeks from the publication of results.',
      "You can't sit an exam again just to get a better grade if you have already passed.",
      'Once passed, an exam may not be retaken.',
      'After results come out, there are six weeks to sign up for the repeat.',
      'The board must agree before a student tries a second repeat.',
    ],
    wrong: {
      number: [
        'A failed examination may be repeated three times.',
        'Students register for the repeat within six days.',
      ],
      negation: [
        'An examination that has been passed can be repeated to improve the grade.',
        'The second repeat does not need the approval of the examination board.',
      ],
      name: ['The second time requires the approval of the dean of studies.'],
    },
  },
];
