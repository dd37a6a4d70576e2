import type { LabelledFact } from '../labelled-fact.ts';

export const FIFTEENTH_3: readonly LabelledFact[] = [
  {
    path: 'labelled/water-bottling',
    context: ['Bottling plant', 'Hygiene'],
    evidence: [
      'Everybody who enters the filling hall wears a hairnet and washed shoes.',
      'Bottles are rinsed with ozone water for eight seconds before they are filled.',
      'The filters are changed after 4,000 operating hours or when the pressure drops below two bar.',
    ],
    question: 'When are the filters changed?',
    right: [
      'After 4,000 operating hours, or if the pressure falls below 2 bar.',
      'The filters have to be replaced every 4,000 hours of operation or as soon as the pressure is lower than two bar.',
      'Before being filled, bottles are rinsed with ozone water for 8 seconds.',
      'A hairnet is compulsory in the filling hall.',
      'You may not enter the filling hall without a hairnet.',
    ],
    wrong: {
      number: ['After 5,000 operating hours, or if the pressure falls below 2 bar.'],
      name: ['Before being filled, bottles are rinsed with chlorine water for eight seconds.'],
      negation: ['You may enter the filling hall without a hairnet.'],
    },
  },
  {
    path: 'labelled/choir-festival',
    context: ['Choir festival', 'Registration'],
    evidence: [
      'Choirs register online by 15 February and pay 12 euros per singer.',
      'Each choir sings for at most 20 minutes, including the time to walk on and off.',
      'Choirs from abroad can stay with host families free of charge.',
    ],
    question: 'How do choirs take part?',
    right: [
      'They register online no later than 15 February; the fee is €12 for each singer.',
      'Registration closes on February 15.',
      'A performance may last up to twenty minutes, with entrance and exit included.',
      'Foreign choirs can be accommodated by host families at no cost.',
      'No choir may sing for longer than 20 minutes.',
    ],
    wrong: {
      number: ['They register online no later than 15 February; the fee is €21 for each singer.'],
      addition: [
        'Each choir sings for at most 20 minutes, including the time to walk on and off, and one piece must be in Latin.',
      ],
      elsewhere: ['The jury awards three prizes.'],
    },
  },
  {
    path: 'labelled/lab-freezer',
    context: ['Freezer room', 'Samples'],
    evidence: [
      'Samples are stored at minus 80 degrees and labelled with the name of the owner and the date.',
      'Samples without a label are destroyed after 30 days.',
      'When the alarm sounds, move the samples to the spare freezer in room 114.',
    ],
    question: 'How are samples stored?',
    right: [
      'At −80 °C, with a label that gives the owner and the date.',
      'Every sample must carry the name of its owner and the date.',
      'After 30 days, samples that have no label are destroyed.',
      'If the alarm goes off, the samples are moved to the spare freezer in room 114.',
      'Unlabelled samples are kept for only thirty days.',
    ],
    wrong: {
      number: ['If the alarm goes off, the samples are moved to the spare freezer in room 141.'],
      name: ['Every sample must carry the name of its supplier and the date.'],
      negation: ['Samples without a label are not destroyed.'],
      addition: [
        'Samples are stored at minus 80 degrees and labelled with the name of the owner, the date and a barcode.',
      ],
    },
  },
  {
    path: 'labelled/allotment',
    context: ['Allotment garden', 'Rules'],
    evidence: [
      'Each garden has a size of about 250 square metres.',
      'Power tools may be used from Monday to Saturday between 9:00 and 12:00.',
      'Hedges must not be higher than 1.25 metres.',
      'Gardeners work four hours a year for the community.',
    ],
    question: 'What are the rules of the allotment?',
    right: [
      'Hedges are limited to a height of 1.25 m.',
      'You can use power tools in the morning from 9 to 12, except on Sundays.',
      'Four hours of community work per year are expected of every gardener.',
      'A garden measures around 250 m².',
      'The use of power tools is not allowed before 9:00.',
    ],
    wrong: {
      number: ['Hedges are limited to a height of 1.75 m.'],
      negation: ['Hedges may be higher than 1.25 metres.'],
      elsewhere: ['Compost is delivered in April.'],
      name: ['Chain saws may be used from Tuesday to Saturday between 9:00 and 12:00.'],
    },
  },
  {
    path: 'welcome.md',
    context: ['Fernhill Observatory Staff Handbook', 'Who decides what'],
    evidence: [
      'A page owner is the person who keeps one page of the handbook correct and answers questions about it.',
      'The director is responsible for everything that no page mentions.',
      'When two pages contradict each other, the page with the later review date applies until the owners have agreed on one text.',
    ],
    question: 'What does a page owner do?',
    right: [
      'A page owner keeps a page of the handbook correct and answers questions about it.',
      'They make sure that their page is correct, and they answer questions about it.',
      'For everything that is not mentioned on any page, the director is responsible.',
      'In case of a contradiction between two pages, the one with the later review date is valid until the owners agree.',
      'The director takes care of what no page mentions.',
    ],
    wrong: {
      name: ['For everything that is not mentioned on any page, the People Team is responsible.'],
      addition: ['A page owner keeps a page of the handbook correct, answers questions about it and translates it.'],
      elsewhere: ['A mentor meets a new member of staff once a month.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'Why are devices left switched on?'],
    evidence: [
      'Devices are left switched on because the memory of a running machine holds traces that disappear when it is shut down.',
      'The security officer decides when a device may be switched off.',
    ],
    question: 'When may a device be switched off after an incident?',
    right: [
      'When the security officer decides that it may be.',
      'This is decided by the security officer.',
      'Not until the security officer has decided so.',
      'The memory of a running machine holds traces which would disappear if it were shut down.',
      'Devices stay switched on so that traces in memory do not disappear.',
    ],
    wrong: {
      name: ['The service desk decides when a device may be switched off.'],
      negation: ['Devices are switched off because the memory of a running machine holds traces.'],
      elsewhere: ['A laptop that is lost must be reported within four hours.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'After a power failure'],
    evidence: [
      'After a power failure the dome does not close by itself, because the motors have no battery.',
      'Close the slit with the hand crank, which takes about twelve minutes, and cover the mirror before you restore the power.',
    ],
    question: 'Why does the dome not close after a power failure?',
    right: [
      'Because its motors do not have a battery.',
      'The motors have no battery, so the dome cannot close by itself.',
      'You have to close the slit with the hand crank; this takes around 12 minutes.',
      'Before the power is restored, the mirror must be covered.',
      'Closing the slit by hand crank takes about twelve minutes.',
    ],
    wrong: {
      number: ['You have to close the slit with the hand crank; this takes around 25 minutes.'],
      negation: ['Because its motors have a battery.'],
      addition: ['Before the power is restored, the mirror must be covered and the control room informed.'],
    },
  },
  {
    path: 'people/mentoring.eml',
    context: ['New mentoring programme'],
    evidence: [
      'A mentor is an experienced colleague from another department who meets a new member of staff once a month during the first year.',
      'Mentors receive two additional days of training per year.',
      'They do not take part in appraisals and do not report to team leads, so that both sides can speak openly.',
    ],
    question: 'Do mentors take part in appraisals?',
    right: [
      'No, mentors do not take part in appraisals, nor do they report to team leads.',
      'No. This allows both sides to speak openly.',
      'Mentors neither take part in appraisals nor report to team leads.',
      'A mentor comes from another department and has experience.',
      'Every year, mentors get two extra days of training.',
    ],
    wrong: {
      number: ['Every year, mentors get four extra days of training.'],
      negation: ['Yes, mentors take part in appraisals.'],
      name: ['Mentors do not take part in appraisals and do not report to the director.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Before you use a machine'],
    evidence: [
      'Wear safety glasses and closed shoes.',
      'Tie back long hair and remove rings and scarves.',
      'Check that the emergency stop works.',
      'Nobody may work alone at the lathe or the milling machine, because a person who is caught by a rotating part cannot reach the emergency stop.',
    ],
    question: 'Why may nobody work alone at the lathe?',
    right: [
      'Because somebody caught by a rotating part is unable to reach the emergency stop.',
      'A person caught by a rotating part cannot reach the emergency stop.',
      'Working alone at the lathe or the milling machine is prohibited.',
      'Rings and scarves must be removed, and long hair has to be tied back.',
      'Safety glasses and closed shoes are required.',
    ],
    wrong: {
      name: ['A person caught by a rotating part cannot reach the fire extinguisher.'],
      negation: ['Working alone at the lathe or the milling machine is allowed.'],
      elsewhere: ['Solvents must not be poured into a sink.'],
    },
  },
  {
    path: 'travel/per-diem-rates.csv',
    context: ['per-diem-rates'],
    evidence: [
      '| Country | Full day | Half day | Accommodation limit | Currency |',
      '| Italy | 42 | 28 | 150 | EUR |',
      '| South Africa | 36 | 24 | 129 | EUR |',
      '| United Kingdom | 52 | 35 | 163 | EUR |',
    ],
    question: 'What are the rates for Italy?',
    right: [
      'For Italy, 42 euros are paid for a full day and 28 euros for half a day.',
      'In Italy the accommodation limit is 150 euros.',
      'A full day in South Africa is reimbursed with 36 euros.',
      'Up to 163 euros may be spent on accommodation in the United Kingdom.',
      'The rate for half a day in South Africa is EUR 24.',
    ],
    wrong: {
      number: ['In Italy the accommodation limit is 140 euros.'],
      name: ['A full day in South Korea is reimbursed with 36 euros.'],
      elsewhere: ['An advance covers up to 80% of the estimated cost.'],
    },
  },
];
