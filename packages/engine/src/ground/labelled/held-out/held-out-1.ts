import type { LabelledFact } from '../labelled-fact.ts';

/** Written last, as models write, and never used to change a rule. */
export const HELD_OUT_1: readonly LabelledFact[] = [
  {
    path: 'labelled/pool',
    context: ['Swimming pool Ostbad', 'Admission'],
    evidence: [
      'The pool is open daily from 06:30 to 21:00, on Sundays only until 18:00.',
      'A ticket for adults costs 5.50 euros, and children up to the age of five swim free.',
      'Non-swimmers may use the deep pool only with an adult.',
      'Season tickets are sold from 1 April at the cash desk.',
    ],
    question: 'When is the pool open and what does it cost?',
    right: [
      'Every day the pool opens at 6:30 am; it closes at 9 pm, except on Sundays, when it shuts at 6 pm.',
      'Adults pay €5.50 for a ticket, while children aged five and under can swim for free.',
      "If you can't swim, you need an adult with you in the deep pool.",
      'From April 1st, season tickets can be bought at the cash desk.',
      'On Sundays, it is open until 6 p.m.',
      'The adult ticket is 5.50 euros.',
      'Young children, that is up to five years of age, do not pay.',
    ],
    wrong: {
      number: [
        'A ticket for adults costs 6.50 euros.',
        'On Sundays, it is open until 8 p.m.',
        'Children up to the age of nine swim free.',
      ],
      name: [
        'Season tickets are sold from 1 May at the cash desk.',
        'Season tickets are sold from 1 April at the kiosk.',
      ],
      negation: [
        'Non-swimmers may use the deep pool without an adult.',
        'Children up to the age of five do not swim free.',
      ],
    },
  },
  {
    path: 'labelled/tenders',
    context: ['How the city buys'],
    evidence: [
      'Purchases above 25,000 euros are put out to tender on the website of the city.',
      'Bids are opened by two officials, who write down the time and the number of bids.',
      'A bid that arrives after the deadline is returned unopened.',
      'The contract goes to the best bid, which is not always the cheapest one.',
    ],
    question: 'How does the city buy things?',
    right: [
      'If a purchase costs more than €25,000, a call for tenders is published on the city website.',
      'Two officials open the bids together and record when this happened and how many bids there were.',
      'Late bids are sent back without having been opened.',
      'The city awards the contract to the best offer, and that is not necessarily the cheapest.',
      'Bids received after the deadline are not opened.',
      'A tender is required for purchases of over 25k euros.',
      'Being the cheapest is not enough to win.',
    ],
    wrong: {
      number: ['Purchases above 50,000 euros are put out to tender.', 'Bids are opened by three officials.'],
      negation: ['A bid that arrives after the deadline is opened.', 'The contract always goes to the cheapest bid.'],
      name: ['Bids are opened by two lawyers.'],
      addition: [
        'A bid that arrives after the deadline is returned unopened, and the bidder is barred from tenders for a year.',
      ],
    },
  },
  {
    path: 'labelled/frost',
    context: ['Protecting pipes from frost'],
    evidence: [
      'Water expands by nine percent when it freezes, and the pressure can burst a pipe.',
      'Keep the heating at a minimum of 12 degrees when you are away in winter.',
      'Drain outdoor taps in November and leave them open.',
      'A frozen pipe is thawed with warm towels, never with a flame.',
    ],
    question: 'How can I protect my pipes?',
    right: [
      'When water turns to ice, its volume grows by 9%, so pipes may burst under the pressure.',
      'While you are away in winter, the heating should be left at 12 degrees or more.',
      'In November, outdoor taps need to be drained and left open.',
      'To thaw a frozen pipe, use warm towels instead of a flame.',
      'You should never use an open flame on a frozen pipe.',
      'The reason pipes burst is that water expands as it freezes.',
      'Outside taps should stay open after they have been drained.',
      'Set the heating to at least 12 °C.',
    ],
    wrong: {
      number: ['Water expands by nineteen percent when it freezes.', 'Keep the heating at a minimum of 2 degrees.'],
      name: ['Drain outdoor taps in January and leave them open.', 'A frozen pipe is thawed with hot sand.'],
      negation: [
        'Drain outdoor taps in November and leave them closed.',
        'A frozen pipe is thawed with a flame, never with warm towels.',
        'Water does not expand when it freezes.',
      ],
    },
  },
  {
    path: 'labelled/reviewers',
    context: ['Journal of Field Geology: for reviewers'],
    evidence: [
      'Reviews are due within 21 days; the editor can extend this once by a week.',
      'Reviewers declare conflicts of interest and do not contact the authors.',
      'A manuscript is rejected when two of three reviewers advise against it.',
      'Data must be deposited in a public archive before publication.',
    ],
    question: 'What should reviewers know?',
    right: [
      'Reviewers have three weeks to finish a review, and the editor may grant one extension of seven days.',
      'Any conflict of interest has to be declared, and reviewers must not get in touch with the authors.',
      'If two out of the three reviewers recommend rejection, the manuscript will be rejected.',
      'The data need to be placed in a public archive prior to publication.',
      'Reviewers are not allowed to contact authors.',
      'A review must be handed in within 21 days.',
      'Before an article is published, its data must be in a public archive.',
    ],
    wrong: {
      number: [
        'Reviews are due within 31 days.',
        'A manuscript is rejected when one of three reviewers advises against it.',
        'The editor can extend this by a month.',
      ],
      name: ['The publisher can extend this once by a week.'],
      negation: [
        'Reviewers contact the authors.',
        'Data need not be deposited in a public archive before publication.',
      ],
      addition: ['Reviewers declare conflicts of interest and receive a payment in vouchers for scientific books.'],
    },
  },
  {
    path: 'labelled/fence',
    context: ['Electric fences for sheep'],
    evidence: [
      'The fence needs at least 3,000 volts at its weakest point, which is checked daily.',
      'Grass that touches the lowest wire draws current and must be cut.',
      'Warning signs hang every 50 metres along public paths.',
      'Lambs learn to respect the fence within two days.',
    ],
    question: 'How is an electric fence used?',
    right: [
      'A minimum of 3,000 V is required at the weakest point of the fence, and this has to be checked every day.',
      'You must cut any grass in contact with the lowest wire because it draws current.',
      'Along public paths, there has to be a warning sign every 50 m.',
      'It takes lambs two days or less to learn to respect the fence.',
      'The voltage is tested daily.',
      'Grass touching the bottom wire should be cut.',
      'Signs are placed at intervals of 50 metres on public paths.',
    ],
    wrong: {
      number: ['The fence needs at least 300 volts.', 'Warning signs hang every 15 metres along public paths.'],
      name: ['Calves learn to respect the fence within two days.', 'Snow that touches the lowest wire draws current.'],
      negation: ['Grass that touches the lowest wire need not be cut.', 'Lambs do not learn to respect the fence.'],
    },
  },
  {
    path: 'labelled/coach',
    context: ['Coach trips: conditions'],
    evidence: [
      'A deposit of 20 percent is due on booking, the rest four weeks before departure.',
      'The trip takes place with 15 participants or more; otherwise the money is refunded.',
      'Travellers may name a substitute until the day before departure for a fee of 25 euros.',
      'Luggage is limited to one suitcase and one bag per person.',
    ],
    question: 'What are the conditions for coach trips?',
    right: [
      'When you book, 20% is payable as a deposit, and the balance is due four weeks prior to departure.',
      'At least 15 people have to take part, or else everyone gets their money back.',
      'For €25, you can name someone else to go in your place up to the day before the trip.',
      'Each traveller can bring one suitcase plus one bag.',
      'The trip needs a minimum of fifteen participants.',
      'Passengers may not take more than a suitcase and a bag.',
      'Naming a substitute costs 25 euros.',
      'The remaining amount has to be paid 4 weeks before departure.',
    ],
    wrong: {
      number: [
        'A deposit of 30 percent is due on booking.',
        'The trip takes place with 25 participants or more.',
        'Naming a substitute costs 52 euros.',
      ],
      negation: ['Travellers may not name a substitute.'],
      name: ['Luggage is limited to one rucksack and one bag per person.'],
      addition: ['Luggage is limited to one suitcase and one bag per person, and skis are carried on the roof.'],
    },
  },
];
