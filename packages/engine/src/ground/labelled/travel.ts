import type { LabelledFact } from './labelled-fact.ts';

export const TRAVEL: readonly LabelledFact[] = [
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Before you book'],
    evidence: [
      'You need an approved travel request before anything is booked.',
      'Team leads approve requests up to 1,500 euros; the head of the department approves anything above that amount.',
    ],
    question: 'Who approves a travel request?',
    right: [
      'Team leads approve requests up to 1,500 euros.',
      'The head of the department approves anything above 1,500 euros.',
      'Nothing is booked without an approved travel request.',
      'A request must be approved before anything is booked.',
    ],
    wrong: {
      number: [
        'Team leads approve requests up to 2,500 euros.',
        'Team leads approve requests up to 1,500 dollars.',
        'Team leads approve requests above 1,500 euros.',
      ],
      name: ['The Director approves anything above 1,500 euros.'],
      negation: [
        'You need no approved travel request before anything is booked.',
        'Team leads may not approve requests up to 1,500 euros.',
      ],
      addition: [
        'Team leads approve requests up to 1,500 euros once the accounting office has audited the last three trips.',
      ],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Choosing a means of transport'],
    evidence: [
      'Trains are preferred for journeys under six hours, because they cause a fraction of the emissions of a flight and can be used to work.',
      'A flight needs a reason on the request form when a train connection of less than six hours exists.',
    ],
    question: 'When are trains preferred to flights?',
    right: [
      'Trains are preferred for journeys under six hours.',
      'A flight needs a reason on the request form when there is a train connection of less than six hours.',
      'Trains cause a fraction of the emissions of a flight, and people can work on them.',
    ],
    wrong: {
      number: [
        'Trains are preferred for journeys under four hours.',
        'Trains are preferred for journeys over six hours.',
      ],
      negation: [
        'A flight needs no reason on the request form when a train connection of less than six hours exists.',
        'Trains are discouraged for journeys under six hours.',
      ],
      addition: [
        'Trains are preferred for journeys under six hours, and the observatory pays for first-class seats with meals.',
      ],
      name: ['Eurostar trains are preferred for journeys under six hours.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Travelling with instruments'],
    evidence: [
      'A carnet is a customs document that allows equipment to enter a country temporarily without import duty.',
      'To take an instrument outside the customs union, ask the logistics office for a carnet at least three weeks before departure.',
      'The carnet must be stamped at every border, otherwise duty is charged when the instrument returns.',
    ],
    question: 'What is needed to take an instrument outside the customs union?',
    right: [
      'Ask the logistics office for a carnet at least three weeks before departure.',
      'The carnet must be stamped at every border.',
      'A carnet lets equipment enter a country temporarily without import duty.',
      'Without the stamps, duty is charged when the instrument comes back.',
    ],
    wrong: {
      number: [
        'Ask the logistics office for a carnet at least three days before departure.',
        'Ask the logistics office for a carnet at least two weeks before departure.',
      ],
      name: ['Ask the Travel Agency for a carnet at least three weeks before departure.'],
      negation: [
        'The carnet need not be stamped at every border.',
        'A carnet allows equipment to enter a country permanently without import duty.',
        'Ask the logistics office for a carnet at least three weeks after departure.',
      ],
      addition: ['The carnet must be stamped at every border and translated by a sworn interpreter.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Cancelling a trip'],
    evidence: [
      'Tell the travel desk as soon as you know that a trip will not take place.',
      'Fees for late cancellation are paid by the department, not by the traveller.',
    ],
    question: 'Who pays the fees when a trip is cancelled late?',
    right: [
      'Fees for late cancellation are paid by the department, not by the traveller.',
      'The department pays the fees for a late cancellation.',
      'Tell the travel desk as soon as you know that the trip will not take place.',
    ],
    wrong: {
      name: ['Fees for late cancellation are paid by Lufthansa.'],
      negation: [
        'Fees for late cancellation are not paid by the department.',
        'Tell the travel desk as soon as you know that a trip will take place.',
      ],
      addition: [
        'Fees for late cancellation are paid by the department after a hearing before an independent committee.',
      ],
      elsewhere: ['The travel desk answers within one working day and sends two or three options.'],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Opening hours', 'Visitor centre'],
    evidence: [
      'The visitor centre is open from Wednesday to Sunday between 10:00 and 17:00.',
      'On evenings with public observing it stays open until 23:00.',
      'Groups of more than ten people need a reservation, which is free of charge and can be made up to one day ahead.',
    ],
    question: 'When is the visitor centre open?',
    right: [
      'The visitor centre is open from Wednesday to Sunday between 10:00 and 17:00.',
      'On evenings with public observing, the visitor centre is open until 23:00.',
      'Groups of more than ten people need a reservation.',
      'The reservation is free of charge and can be made up to one day ahead.',
    ],
    wrong: {
      number: [
        'The visitor centre is open from Wednesday to Sunday between 10:00 and 18:00.',
        'Groups of more than twenty people need a reservation.',
        'The reservation can be made up to one week ahead.',
      ],
      name: ['The visitor centre is open from Monday to Sunday between 10:00 and 17:00.'],
      negation: [
        'Groups of more than ten people do not need a reservation.',
        'On evenings with public observing, it does not stay open until 23:00.',
      ],
      addition: [
        'Groups of more than ten people need a reservation and must hire a guide with a foreign language certificate.',
      ],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Opening hours', 'Library'],
    evidence: [
      'The library is open to staff at all hours and to guests between 09:00 and 18:00 on working days.',
      'Books can be borrowed for four weeks.',
    ],
    question: 'How long can books be borrowed from the library?',
    right: [
      'Books can be borrowed for four weeks.',
      'Guests may use the library between 09:00 and 18:00 on working days.',
      'The library is open to staff at all hours.',
    ],
    wrong: {
      number: [
        'Books can be borrowed for six weeks.',
        'Books can be borrowed for four days.',
        'Guests may use the library between 08:00 and 18:00 on working days.',
      ],
      negation: ['Books cannot be borrowed.', 'The library is closed to staff at all hours.'],
      addition: ['Books can be borrowed for four weeks, while a late return costs the reader a small penalty in cash.'],
      elsewhere: ['The canteen serves lunch between 11:30 and 14:00.'],
    },
  },
  {
    path: 'people/mentoring.eml',
    context: ['New mentoring programme'],
    evidence: [
      'The mentoring programme starts on 1 April.',
      'A mentor is an experienced colleague from another department who meets a new member of staff once a month during the first year.',
      'Mentors receive two additional days of training per year.',
    ],
    question: 'What is a mentor at Fernhill?',
    right: [
      'A mentor is an experienced colleague from another department who meets a new member of staff once a month during the first year.',
      'The mentoring programme starts on 1 April.',
      'Mentors get two additional days of training each year.',
    ],
    wrong: {
      number: [
        'The mentoring programme starts on 15 April.',
        'Mentors receive three additional days of training per year.',
        'Mentors receive two additional weeks of training per year.',
      ],
      name: ['The mentoring programme starts on 1 May.'],
      negation: [
        'Mentors do not receive additional days of training.',
        'A mentor is an experienced colleague from the same department.',
      ],
      addition: [
        'Mentors receive two additional days of training per year and a reserved parking space near the entrance.',
      ],
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
    question: 'Which page applies when two pages of the handbook contradict each other?',
    right: [
      'The page with the later review date applies until the owners have agreed on one text.',
      'A page owner keeps one page of the handbook correct and answers questions about it.',
      'The director is responsible for everything that no page mentions.',
    ],
    wrong: {
      number: ['A page owner is the person who keeps three pages of the handbook correct.'],
      negation: [
        'The page with the earlier review date applies until the owners have agreed on one text.',
        'The director is not responsible for what no page mentions.',
      ],
      addition: ['The page with the later review date applies until a court of arbitration has published its verdict.'],
      name: ['The Ombudsman is responsible for everything that no page mentions.'],
    },
  },
];
