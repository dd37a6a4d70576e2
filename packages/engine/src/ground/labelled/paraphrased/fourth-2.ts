import type { LabelledFact } from '../labelled-fact.ts';

/** Of the fourth round: when it was new, false alarms and wrong answers caught were 15.5 % and 79.5 %. */
export const FOURTH_2: readonly LabelledFact[] = [
  {
    path: 'labelled/drone',
    context: ['Flying drones in the nature reserve'],
    evidence: [
      'Drones may be flown only with a written permit from the warden.',
      'From March to July, flights are forbidden because birds are breeding.',
      'The maximum height is 50 metres, and people must be at least 30 metres away.',
      'Photos that are sold need a separate licence.',
    ],
    question: 'May I fly a drone?',
    right: [
      "You can't fly a drone here without written permission from the warden.",
      'Between March and July drones are banned, as this is the breeding season of birds.',
      'Drones must stay below 50 m and keep a distance of at least 30 m from people.',
      'If you intend to sell your pictures, you must get an additional licence.',
      'A written permit is mandatory.',
      'No flights are permitted during the breeding season.',
      'The reason for the ban from March to July is that birds breed at that time.',
      'Flying higher than 50 metres is not allowed.',
    ],
    wrong: {
      number: ['The maximum height is 150 metres.', 'People must be at least 3 metres away.'],
      negation: [
        'Drones may be flown without a written permit.',
        'From March to July, flights are allowed.',
        'Photos that are sold need no separate licence.',
      ],
      name: [
        'Drones may be flown only with a written permit from the mayor.',
        'From March to September, flights are forbidden.',
      ],
    },
  },
  {
    path: 'labelled/tax',
    context: ['Working from home: tax'],
    evidence: [
      'Employees can deduct 6 euros for each day on which they work at home, up to 1,260 euros a year.',
      'A separate room is not necessary.',
      'The costs of the way to work cannot be claimed for the same day.',
      'Employers may pay up to 50 euros a month for internet without tax.',
    ],
    question: 'What can employees deduct?',
    right: [
      'For every day spent working from home, €6 may be deducted, with an annual cap of €1,260.',
      "You don't need a dedicated room.",
      'On days you work from home, commuting costs cannot be deducted as well.',
      'Up to €50 per month for internet can be paid by employers tax-free.',
      'The deduction is limited to 1,260 euros per year, which corresponds to 210 days.',
      'It is not required to have a separate room.',
      'An employer may contribute 50 euros monthly to the internet costs without tax being due.',
    ],
    wrong: {
      number: ['Employees can deduct 5 euros for each day.', 'The deduction is limited to 1,620 euros a year.'],
      negation: ['A separate room is necessary.', 'The costs of the way to work can be claimed for the same day.'],
      name: ['Employers may pay up to 50 euros a month for electricity without tax.'],
      elsewhere: ['Cars pay 9 euros per crossing.'],
    },
  },
  {
    path: 'labelled/horse',
    context: ['Riding school rules'],
    evidence: [
      'Helmets are compulsory for all riders, and children also wear a back protector.',
      'Lessons that are cancelled less than 24 hours ahead are charged in full.',
      'Riders heavier than 85 kilograms cannot be taken for the good of the horses.',
      'Horses are fed only by the staff.',
    ],
    question: 'What are the rules of the riding school?',
    right: [
      'Every rider has to wear a helmet; for children, a back protector is mandatory too.',
      'You pay the full price if you cancel a lesson with less than a day’s notice.',
      'The weight limit for riders is 85 kg.',
      'Please do not feed the horses, as this is done by staff only.',
      'For the well-being of the horses, people weighing more than 85 kilos cannot ride.',
      'Cancelling later than 24 hours before the lesson means that you must pay for it.',
      'Only staff are allowed to feed the horses.',
    ],
    wrong: {
      number: [
        'The weight limit for riders is 95 kg.',
        'Lessons that are cancelled less than 48 hours ahead are charged in full.',
      ],
      negation: [
        'Helmets are optional for all riders.',
        'Visitors may feed the horses.',
        'Lessons that are cancelled less than 24 hours ahead are not charged.',
      ],
      name: ['Beginners also wear a back protector.'],
    },
  },
  {
    path: 'labelled/printer3d',
    context: ['3D printing in the makerspace'],
    evidence: [
      'PLA is printed at 200 degrees on a bed of 60 degrees, ABS at 240 degrees in the closed printer.',
      'A print that takes longer than eight hours needs to be booked.',
      'The first 100 grams a month are free for members; each further gram costs 5 cents.',
      'Failed prints go into the yellow bin for recycling.',
    ],
    question: 'How does 3D printing work here?',
    right: [
      'For PLA, the nozzle is heated to 200 °C and the bed to 60 °C; ABS requires 240 °C and the enclosed printer.',
      'You must reserve the printer if your job will run for over 8 hours.',
      'Members get 100 g per month at no charge and then pay €0.05 for every additional gram.',
      'Put failed prints into the yellow bin; they will be recycled.',
      'Printing jobs of up to eight hours do not need a reservation.',
      'ABS is printed hotter than PLA.',
      'A member who uses 300 g in a month pays 10 euros.',
    ],
    wrong: {
      number: [
        'PLA is printed at 220 degrees.',
        'The first 10 grams a month are free.',
        'Each further gram costs 15 cents.',
      ],
      name: ['Failed prints go into the blue bin.', 'PETG is printed at 240 degrees in the closed printer.'],
      negation: ['A print that takes longer than eight hours need not be booked.'],
    },
  },
  {
    path: 'labelled/allotment',
    context: ['Allotment rules'],
    evidence: [
      'At least a third of each plot has to be used for growing fruit and vegetables.',
      'Huts may cover no more than 24 square metres and must not be lived in.',
      'Noise is to be avoided between 13:00 and 15:00 and after 20:00.',
      'The waiting list is currently closed; it reopens in the autumn.',
    ],
    question: 'What are the rules for allotments?',
    right: [
      'A minimum of one third of the plot needs to be planted with fruit and vegetables.',
      'The hut on a plot may be 24 m² at most, and nobody is allowed to live in it.',
      'Please keep quiet from 1 pm to 3 pm, and again from 8 pm onwards.',
      'New applicants have to wait, as the waiting list will not open again until autumn.',
      "At the moment, you can't join the waiting list.",
      'Living in the hut is prohibited.',
      'Gardeners should avoid making noise in the early afternoon (1–3 p.m.) and after 8 p.m.',
    ],
    wrong: {
      number: [
        'At least half of each plot has to be used for growing fruit.',
        'Huts may cover no more than 42 square metres.',
      ],
      negation: ['Huts may be lived in.', 'The waiting list is currently open.'],
      name: [
        'The waiting list reopens in the spring.',
        'At least a third of each plot has to be used for growing flowers.',
      ],
    },
  },
  {
    path: 'labelled/coral',
    context: ['Why corals bleach'],
    evidence: [
      'Corals get most of their energy from algae that live in their tissue.',
      'When the water is one to two degrees too warm for several weeks, they expel the algae and turn white.',
      'A bleached coral is not dead, but it starves unless the algae return within about eight weeks.',
      'Shade and cooler currents make some reefs more resistant.',
    ],
    question: 'Why do corals bleach?',
    right: [
      'Algae inside the tissue of corals supply most of the energy they need.',
      'If the water stays 1–2 degrees too warm for weeks, corals push out their algae and lose their colour.',
      'Bleaching does not mean that a coral is dead; however, without algae it will starve after roughly eight weeks.',
      'Some reefs withstand heat better thanks to shade and cooler currents.',
      'They turn white because they expel their algae.',
      'A bleached coral can survive if the algae come back in about two months.',
      'Bleached corals are still alive.',
      'Heat causes corals to get rid of the algae they live on.',
    ],
    wrong: {
      number: [
        'The water must be four to five degrees too warm.',
        'The coral starves unless the algae return within about eighteen weeks.',
      ],
      negation: ['A bleached coral is dead.', 'Corals do not get their energy from algae.'],
      name: ['Corals get most of their energy from bacteria that live in their tissue.'],
      addition: ['Corals expel the algae and turn white, which attracts starfish and parrot fish.'],
    },
  },
];
