import type { LabelledFact } from '../labelled-fact.ts';

/** Of the first round: when it was new, 45.3 % of the right answers were false alarms of the rules of that day, 78.6 % of the wrong ones were caught. */
export const FIRST_1: readonly LabelledFact[] = [
  {
    path: 'labelled/harbour-rules',
    context: ['Skelby Harbour: rules for visiting boats', 'Speed and safety'],
    evidence: [
      'The speed limit inside the breakwater is 4 knots.',
      'Swimming is prohibited between the fuel berth and the slipway.',
      'Children under twelve must wear a life jacket on the pontoons.',
    ],
    question: 'Which safety rules apply in the harbour?',
    right: [
      'Inside the breakwater, boats must not go faster than four knots.',
      "You can't swim in the area between the slipway and the fuel berth.",
      'Kids younger than 12 have to wear a life jacket when they are on the pontoons.',
      'No, swimming is not allowed between the fuel berth and the slipway.',
      'There is a 4-knot speed limit within the breakwater.',
      'Life jackets are compulsory on the pontoons for children below the age of twelve.',
    ],
    wrong: {
      number: [
        'Inside the breakwater, boats must not go faster than six knots.',
        'Children under sixteen must wear a life jacket on the pontoons.',
      ],
      negation: [
        'Swimming is permitted between the fuel berth and the slipway.',
        'Children under twelve need not wear a life jacket on the pontoons.',
      ],
      elsewhere: ['Nobody may work alone at the lathe or the milling machine.'],
      name: ['Swimming is prohibited between the fuel berth and the lighthouse.'],
    },
  },
  {
    path: 'labelled/library-rules',
    context: ['Lending rules of the town library of Marlow Green', 'Borrowing'],
    evidence: [
      'A reader can borrow up to 24 items at a time: books for four weeks, films and games for one week.',
      'A loan is renewed twice at most, unless another reader has reserved the item.',
      'For each item and day of delay, 0.20 euros are charged, up to 10 euros per item.',
    ],
    question: 'What are the rules for borrowing?',
    right: [
      'Readers may have two dozen items on loan at once.',
      'Books can be kept for 4 weeks, whereas films and games are due back after a week.',
      'Loans can be renewed up to two times, provided nobody else has reserved the item.',
      'The late fee is 20 cents per item and day, capped at €10 for each item.',
      'If someone else has reserved an item, its loan cannot be extended.',
      'The maximum number of items borrowed at the same time is 24.',
      'Overdue items cost €0.20 a day, but never more than ten euros each.',
      'Films must be returned after seven days.',
    ],
    wrong: {
      number: [
        'Readers may have three dozen items on loan at once.',
        'Books can be kept for 6 weeks.',
        'The late fee is 50 cents per item and day.',
      ],
      negation: [
        'A loan can be renewed even if another reader has reserved the item.',
        'No fee is charged for a delay.',
      ],
      name: ['Audio books and newspapers can be borrowed for one week.'],
      elsewhere: ['Books can be borrowed for four weeks, and journals from before 1970 are brought up twice a day.'],
    },
  },
  {
    path: 'labelled/beekeeping',
    context: ['A year with bees', 'Swarming'],
    evidence: [
      'A colony swarms when the old queen leaves the hive with about half of the workers.',
      'Swarming usually happens in May and June, on warm days around noon.',
      'To prevent it, the beekeeper checks for queen cells every seven days and gives the colony more room.',
    ],
    question: 'What is swarming and how is it prevented?',
    right: [
      'Swarming means that the old queen departs with roughly half the workers.',
      'It mostly occurs in May and June, at midday on warm days.',
      'Beekeepers prevent swarming by looking for queen cells once a week and by providing the colony with additional space.',
      'Typically, swarms appear on warm days in late spring, that is in May and June.',
      'About 50% of the worker bees leave together with the old queen.',
      'Weekly checks for queen cells and extra room help to keep a colony from swarming.',
    ],
    wrong: {
      number: [
        'Beekeepers prevent swarming by looking for queen cells every fourteen days.',
        'The old queen departs with roughly a quarter of the workers.',
      ],
      name: [
        'The young queen leaves the hive with half of the workers.',
        'Swarming usually happens in March and April.',
      ],
      negation: ['The old queen stays in the hive and does not leave it.'],
      addition: ['Beekeepers prevent swarming by clipping the wings of drones and playing recorded hornet sounds.'],
    },
  },
  {
    path: 'labelled/lighthouse',
    context: ['The Tarsay lighthouse'],
    evidence: [
      'The lighthouse on Tarsay was built between 1861 and 1864 by the engineer Agnes Rowe from local granite.',
      'Its lamp burned whale oil at first, then paraffin from 1889, and has been electric since 1934.',
      'The tower is 41 metres tall and has 186 steps.',
      'The last keeper, Tom Hallin, left the island on 3 October 1987, when the light was automated.',
    ],
    question: 'What is the history of the lighthouse?',
    right: [
      'Agnes Rowe built the lighthouse out of local granite from 1861 to 1864.',
      'Construction of the Tarsay lighthouse took three years and ended in 1864.',
      'Whale oil was the first fuel, it was replaced by paraffin in 1889, and electricity followed in 1934.',
      'The tower stands 41 m high, and visitors climb 186 steps.',
      'Tom Hallin was the final keeper; he departed from the island on October 3, 1987, the day it became automatic.',
      'The light was automated in 1987.',
      'Since 1934, the lamp has run on electricity.',
      'Before the switch to paraffin, whale oil was used.',
    ],
    wrong: {
      number: [
        'Agnes Rowe built the lighthouse from 1871 to 1874.',
        'The tower stands 41 feet high.',
        'The light was automated in 1978.',
      ],
      name: [
        'Tom Hallin built the lighthouse from local granite.',
        'Tom Halling was the last keeper.',
        'The tower was built from local sandstone.',
      ],
      negation: ['The light has never been automated.'],
      addition: ['Tom Hallin left the island in 1987 and later published a bestselling memoir about his service.'],
    },
  },
  {
    path: 'labelled/water-works',
    context: ['How our drinking water is made', 'Treatment'],
    evidence: [
      'Raw water from the reservoir first passes a screen that holds back leaves and fish.',
      'Aluminium sulphate is then added so that fine particles clump together and sink.',
      'The water flows through sand filters that are 1.2 metres deep, and is finally disinfected with chlorine dioxide.',
      'The plant treats 38,000 cubic metres a day and supplies 210,000 people.',
    ],
    question: 'How is drinking water treated?',
    right: [
      'First, a screen removes leaves and fish from the raw water.',
      'Aluminum sulfate makes fine particles stick together, so they settle to the bottom.',
      'After the sand filters, which are 1.2 m deep, chlorine dioxide is used to disinfect the water.',
      'Each day, 38,000 m³ of water are treated for 210 thousand people.',
      'About 210,000 people get their water from this plant.',
      'Disinfection is the last step, and it is done with chlorine dioxide.',
      'The treatment has four stages: screening, clumping with aluminium sulphate, sand filtration and disinfection.',
    ],
    wrong: {
      number: [
        'The plant supplies 120,000 people.',
        'The sand filters are 2.1 metres deep.',
        'Each day, 83,000 cubic metres of water are treated.',
      ],
      name: [
        'Iron chloride is added so that fine particles clump together.',
        'The water is finally disinfected with ozone.',
      ],
      negation: [
        'The water is not disinfected.',
        'Fine particles do not sink after aluminium sulphate has been added.',
      ],
      addition: ['After filtration the water is softened with lime and enriched with fluoride to protect teeth.'],
    },
  },
  {
    path: 'labelled/backup-tool',
    context: ['tarn: back up to object storage', 'Retention'],
    evidence: [
      'By default, tarn keeps 7 daily, 4 weekly and 12 monthly snapshots.',
      'The `prune` command deletes every snapshot that no rule keeps.',
      'Use `--dry-run` to see what would be deleted without deleting anything.',
      'Snapshots that are tagged `pinned` are never pruned.',
    ],
    question: 'How does retention work in tarn?',
    right: [
      'Out of the box, tarn retains seven daily, four weekly and twelve monthly snapshots.',
      'Running `tarn prune` removes all snapshots not covered by a rule.',
      'With the `--dry-run` option you can preview which snapshots would be removed without actually removing anything.',
      'A snapshot with the tag `pinned` is always kept.',
      'Pinned snapshots will never be deleted by prune.',
      'The defaults are:\n- 7 daily snapshots\n- 4 weekly snapshots\n- 12 monthly snapshots',
      'To check the effect first, add `--dry-run`.',
    ],
    wrong: {
      number: ['Out of the box, tarn retains seven daily, four weekly and six monthly snapshots.'],
      name: [
        'With the `--force` option you can preview which snapshots would be removed.',
        'Snapshots with the tag `archived` are never pruned.',
      ],
      negation: [
        'Pinned snapshots are pruned like all others.',
        'The `prune` command deletes every snapshot that a rule keeps.',
      ],
      addition: [
        'Running `tarn prune` removes snapshots and sends an encrypted report to the administrator by e-mail.',
      ],
    },
  },
  {
    path: 'labelled/tenancy',
    context: ['Tenancy agreement, Alder Court', 'Notice'],
    evidence: [
      "Either party may end the agreement with three months' notice in writing; an e-mail is not sufficient.",
      'The landlord may give notice only for a lawful reason, such as personal need.',
      'Pets other than small animals in cages require the consent of the landlord.',
    ],
    question: 'How can the agreement be ended, and are pets allowed?',
    right: [
      'Both the landlord and the tenant can terminate the contract by giving three months of written notice.',
      'Notice by email is not enough.',
      'A landlord who wants to give notice needs a lawful reason, for example personal need.',
      "Small caged animals are fine, but any other pet needs the landlord's permission.",
      'Keeping a dog requires the landlord to agree.',
      'The notice period is 3 months.',
      'Without a lawful reason, the landlord cannot give notice.',
    ],
    wrong: {
      number: ['The notice period is six months.'],
      negation: [
        'An e-mail is sufficient to give notice.',
        'The landlord may give notice without a lawful reason.',
        'Pets other than small animals in cages do not require consent.',
      ],
      name: ['Pets other than small animals in cages require the consent of the neighbours.'],
      elsewhere: ['The rent is due on the third working day of each month.'],
    },
  },
  {
    path: 'labelled/school-trip',
    context: ['School trips: guidance for teachers', 'Supervision'],
    evidence: [
      'There must be one adult for every ten pupils, and for every six pupils on trips to water.',
      'At least two members of staff accompany each trip, one of whom holds a first-aid certificate.',
      'Parents give their consent on the form by the Friday before the trip.',
    ],
    question: 'How are school trips supervised?',
    right: [
      'The ratio is one adult per ten pupils, or one per six when the trip goes to water.',
      'Each trip is accompanied by a minimum of two staff members, and one of them must have a first aid certificate.',
      'Parental consent has to be given on the form no later than the Friday before the trip.',
      'A class of 30 pupils would therefore need three adults.',
      'For trips to water, an adult may look after at most six pupils.',
      'Consent forms are due on the Friday prior to the trip.',
    ],
    wrong: {
      number: ['The ratio is one adult per twelve pupils.', 'At least three members of staff accompany each trip.'],
      name: [
        'Parents give their consent on the form by the Monday before the trip.',
        'One of the accompanying staff holds a lifeguard certificate.',
      ],
      negation: ['Parents do not have to give their consent.'],
      addition: [
        'At least two members of staff accompany each trip, and the school nurse checks every pupil for allergies beforehand.',
      ],
    },
  },
];
