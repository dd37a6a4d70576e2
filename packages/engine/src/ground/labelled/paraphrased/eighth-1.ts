import type { LabelledFact } from '../labelled-fact.ts';

/** Of the eighth round: when it was new, false alarms and wrong answers caught were 4.6 % and 80.8 %. */
export const EIGHTH_1: readonly LabelledFact[] = [
  {
    path: 'labelled/campsite',
    context: ['Campsite Birkenau', 'Arrival and departure'],
    evidence: [
      'Pitches are free from 14:00 and must be vacated by 11:00 on the day of departure.',
      'The gate is locked from 22:00 to 07:00; cars stay in the car park outside during that time.',
      'Campfires are allowed in the iron bowls by the lake, but not during a drought.',
      'A night costs 14 euros per tent and 6 euros per person.',
    ],
    question: 'What are the rules on the campsite?',
    right: [
      'You can move onto your pitch from 2 p.m., and on the day you leave it has to be cleared by 11 a.m.',
      'Between 10 pm and 7 am the gate is closed, so cars must be parked outside.',
      'Making a campfire is permitted in the iron bowls near the lake, unless there is a drought.',
      'The price for one night is €14 for each tent plus €6 for each person.',
      'No campfires may be lit during a drought.',
      'Guests need to leave their pitch by eleven o’clock on departure day.',
      'Each person pays six euros a night.',
    ],
    wrong: {
      number: ['A night costs 24 euros per tent.', 'Pitches must be vacated by noon on the day of departure.'],
      negation: ['Campfires are also allowed during a drought.', 'The gate is not locked at night.'],
      name: ['Campfires are allowed in the iron bowls by the kitchen.'],
      addition: ['A night costs 14 euros per tent and includes firewood and a bag of fresh rolls.'],
    },
  },
  {
    path: 'labelled/blood-test',
    context: ['Preparing for a blood test'],
    evidence: [
      'Do not eat for ten hours before the test; water is allowed.',
      'Tell the nurse which medicines you take, above all blood thinners.',
      'Press on the puncture for five minutes so that no bruise forms.',
      'Results are sent to your doctor within two working days.',
    ],
    question: 'How do I prepare for a blood test?',
    right: [
      'You should not have any food in the ten hours leading up to the test, although you may drink water.',
      'Inform the nurse about your medication, particularly if it includes blood thinners.',
      'To keep a bruise from forming, apply pressure to the puncture for 5 minutes.',
      'Your doctor will receive the results in no more than two working days.',
      'Drinking water is fine.',
      'Results reach the doctor within 2 business days.',
      'The nurse needs to know which drugs you are taking.',
      'Pressing on the puncture site prevents bruising.',
    ],
    wrong: {
      number: [
        'Do not eat for two hours before the test.',
        'Results are sent to your doctor within twelve working days.',
      ],
      negation: ['Water is not allowed before the test.', 'Eat before the test.'],
      name: [
        'Tell the nurse which medicines you take, above all painkillers.',
        'Results are sent to your insurer within two working days.',
      ],
    },
  },
  {
    path: 'labelled/tram-depot',
    context: ['The old tram depot'],
    evidence: [
      'The depot in Lauer Street was opened in 1896 for 40 horse-drawn trams and electrified six years later.',
      'A bomb destroyed its western hall in 1943; the eastern hall survived.',
      'Since 2014 it has housed a market with 55 stalls, a brewery and a dance school.',
      'The city owns the building and rents it to a cooperative for 99 years.',
    ],
    question: 'What is the history of the tram depot?',
    right: [
      'When it opened in 1896, the depot on Lauer Street had room for 40 horse-drawn trams.',
      'Six years after its opening, the depot was electrified.',
      'Its western hall was destroyed by a bomb in 1943, whereas the eastern one remained intact.',
      'Today it is home to a market of 55 stalls, as well as a brewery and a dance school.',
      'A cooperative rents the building from the city for a term of 99 years.',
      'The building is owned by the city.',
      'The eastern hall was not destroyed.',
      'The market has been there since 2014.',
    ],
    wrong: {
      number: ['The depot was opened in 1869.', 'Since 2014 it has housed a market with 35 stalls.'],
      name: [
        'A fire destroyed its western hall in 1943.',
        'A bomb destroyed its northern hall in 1943.',
        'The city rents it to a foundation for 99 years.',
      ],
      negation: ['The eastern hall did not survive.'],
      addition: [
        'Since 2014 it has housed a market with 55 stalls that sell antiques, spices and textiles from North Africa.',
      ],
    },
  },
  {
    path: 'labelled/api-keys',
    context: ['Orbit Maps API', 'Keys'],
    evidence: [
      'Every request needs an API key, which is sent in the header `X-Orbit-Key`.',
      'A free key allows 2,500 requests a day; beyond that the server answers with status 429.',
      'Keys can be limited to certain domains in the console.',
      'A leaked key should be revoked at once, because revoking takes effect within a minute.',
    ],
    question: 'How do API keys work?',
    right: [
      'You have to send an API key with each request, using the `X-Orbit-Key` header.',
      'With a free key you may make up to 2500 requests per day, and after that the server responds with a 429 status.',
      'In the console, it is possible to restrict keys to specific domains.',
      'If a key leaks, revoke it immediately; it takes no longer than a minute for this to take effect.',
      'The daily limit of a free key is 2.5k requests.',
      'Requests must include a key.',
      'Status 429 means that the daily limit has been exceeded.',
    ],
    wrong: {
      number: ['A free key allows 25,000 requests a day.', 'Beyond that the server answers with status 403.'],
      name: [
        'The key is sent in the header `X-Api-Token`.',
        'Keys can be limited to certain countries in the console.',
      ],
      negation: ['Requests do not need an API key.', 'A leaked key should not be revoked.'],
      addition: ['Keys can be limited to certain domains and expire when the invoice of a customer is overdue.'],
    },
  },
  {
    path: 'labelled/bats',
    context: ['Bats in the church tower'],
    evidence: [
      'About 400 greater mouse-eared bats spend the summer in the tower of St Gall.',
      'Each female gives birth to one young in June and nurses it for six weeks.',
      'The tower may not be entered between April and September.',
      'Volunteers remove 200 kilograms of droppings every October and give them to gardeners as fertiliser.',
    ],
    question: 'What is known about the bats?',
    right: [
      'Roughly 400 greater mouse-eared bats live in the tower of St Gall during the summer.',
      'In June, every female bears a single young, which is nursed for a month and a half, or six weeks.',
      'No one is allowed into the tower from April to September.',
      'Each October, volunteers clear away 200 kg of droppings, which gardeners receive as fertilizer.',
      'The young are suckled for six weeks.',
      'Entering the tower is forbidden between April and September.',
      'The droppings are used as fertiliser by gardeners.',
    ],
    wrong: {
      number: [
        'About 4,000 bats spend the summer in the tower.',
        'Volunteers remove 20 kilograms of droppings every October.',
        'Each female gives birth to three young in June.',
      ],
      name: [
        'The tower may not be entered between April and November.',
        'Bats spend the winter in the tower of St Gall.',
      ],
      negation: ['The tower may be entered between April and September.'],
    },
  },
  {
    path: 'labelled/remote-work',
    context: ['Guidelines on remote work', 'Core hours'],
    evidence: [
      'Everybody can be reached by phone or chat from 10:00 to 15:00.',
      'Teams meet in the office at least two days a month.',
      'The company lends each employee a screen, a chair and a desk; they are returned when the employment ends.',
      'Confidential papers may not be printed at home.',
    ],
    question: 'What are the guidelines on remote work?',
    right: [
      'All employees have to be reachable via phone or chat between 10 am and 3 pm.',
      'There should be a minimum of two office days per month for each team.',
      'Staff can borrow a desk, chair and screen from the company, which they give back when they leave.',
      'You must not print confidential documents at home.',
      'Printing confidential papers at home is prohibited.',
      'Equipment has to be returned at the end of the employment.',
      'Core hours are 10:00–15:00.',
      'Teams come together in the office two days a month or more.',
    ],
    wrong: {
      number: ['Everybody can be reached from 8 am to 3 pm.', 'Teams meet in the office at least ten days a month.'],
      negation: ['Confidential papers may be printed at home.', 'The screen is not returned when the employment ends.'],
      name: [
        'The company lends each employee a screen, a chair and a printer.',
        'Teams meet in a hotel at least two days a month.',
      ],
      addition: ['Teams meet in the office at least two days a month, and lunch is paid by the department head.'],
    },
  },
];
