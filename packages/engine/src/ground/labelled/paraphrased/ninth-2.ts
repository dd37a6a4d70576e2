import type { LabelledFact } from '../labelled-fact.ts';

export const NINTH_2: readonly LabelledFact[] = [
  {
    path: 'labelled/kombucha',
    context: ['Brewing kombucha'],
    evidence: [
      'Sweet black tea is cooled to 25 degrees before the culture is added, because heat would kill it.',
      'It ferments for seven to twelve days under a cloth that lets air in.',
      'Metal spoons must not touch the culture.',
      'One cup of the finished drink is kept to start the next batch.',
    ],
    question: 'How is kombucha brewed?',
    right: [
      'Let the sweetened black tea cool down to 25°C first; otherwise the heat would kill the culture.',
      'Fermentation lasts between 7 and 12 days, and the jar is covered with a cloth that allows air to enter.',
      "You shouldn't let a metal spoon come into contact with the culture.",
      'Save a cup of the finished kombucha for starting the next batch.',
      'The culture would be killed by hot tea.',
      'A cloth is used so that air can get in.',
      'It takes one to two weeks, more precisely 7–12 days.',
    ],
    wrong: {
      number: [
        'Sweet black tea is cooled to 52 degrees before the culture is added.',
        'It ferments for two to four days.',
        'Two cups of the finished drink are kept to start the next batch.',
      ],
      negation: ['Heat would not kill the culture.', 'Metal spoons may touch the culture.'],
      name: [
        'Wooden spoons must not touch the culture.',
        'Sweet green tea is cooled to 25 degrees before the culture is added.',
      ],
    },
  },
  {
    path: 'labelled/notary',
    context: ['Buying a flat: the notary'],
    evidence: [
      'The notary sends a draft of the contract at least two weeks before the appointment.',
      'Buyer and seller bring their passports and sign in the presence of the notary.',
      'The buyer is entered in the land register after the tax has been paid.',
      'The fee of the notary is about 1.5 percent of the price and is borne by the buyer.',
    ],
    question: 'What does the notary do?',
    right: [
      'You will receive a draft contract from the notary two weeks or more ahead of the appointment.',
      'Both parties, buyer and seller, need to have their passports with them and sign while the notary is present.',
      'Once the tax is paid, the buyer will be registered in the land register.',
      "It is the buyer who pays the notary's fee, which amounts to roughly 1.5% of the purchase price.",
      'The land register entry is made only after payment of the tax.',
      'Passports are required for the appointment.',
      "The buyer bears the notary's costs.",
    ],
    wrong: {
      number: [
        'The notary sends a draft of the contract at least two days before the appointment.',
        'The fee of the notary is about 5 percent of the price.',
      ],
      negation: [
        'Buyer and seller need not bring their passports.',
        'The buyer is entered in the land register before the tax has been paid.',
      ],
      name: [
        'The fee of the notary is borne by the seller.',
        'The bank sends a draft of the contract at least two weeks before the appointment.',
      ],
      addition: ['The notary sends a draft of the contract and recommends an insurance company for the building.'],
    },
  },
  {
    path: 'labelled/beacon',
    context: ['Avalanche beacons'],
    evidence: [
      'The beacon is worn under the jacket and switched on at the car park.',
      'It runs for 250 hours on three AAA batteries; rechargeable ones must not be used.',
      'Keep it 20 centimetres away from a phone when sending and 50 centimetres when searching.',
      'After 15 minutes under the snow, the chance of survival falls below 50 percent.',
    ],
    question: 'How do I use an avalanche beacon?',
    right: [
      'Wear the beacon beneath your jacket, and turn it on while you are still at the car park.',
      'Three AAA batteries power it for 250 hours, but rechargeable batteries are not permitted.',
      'The distance to a mobile phone should be 20 cm in sending mode and 50 cm in search mode.',
      'The odds of survival drop to under 50% when somebody has been buried for more than a quarter of an hour.',
      'Do not put rechargeable batteries in.',
      'It should be switched on at the car park already.',
      'After fifteen minutes, fewer than half survive.',
      'A set of three AAA batteries lasts 250 h.',
    ],
    wrong: {
      number: [
        'It runs for 205 hours on three AAA batteries.',
        'Keep it 20 centimetres away from a phone when searching.',
        'After 50 minutes under the snow, the chance of survival falls below 50 percent.',
      ],
      negation: ['Rechargeable batteries must be used.', 'The beacon is worn over the jacket.'],
      name: ['The beacon is switched on at the summit.', 'It runs for 250 hours on three AA batteries.'],
    },
  },
  {
    path: 'labelled/quilt',
    context: ['Quilting group'],
    evidence: [
      'We meet on the second Tuesday of the month at 19:00 in the school library.',
      'Beginners can borrow a sewing machine; needles and thread have to be bought.',
      "Our quilts are auctioned in December, and the money goes to the children's hospital.",
      'Last year the auction raised 2,340 euros.',
    ],
    question: 'What does the quilting group do?',
    right: [
      'The group comes together at 7 pm on the second Tuesday of each month in the school library.',
      'Sewing machines are lent to beginners, but they must buy needles and thread.',
      "In December the quilts are sold at auction for the benefit of the children's hospital.",
      'The auction brought in €2,340 last year.',
      'As a beginner, you do not need your own sewing machine.',
      "The children's hospital receives the proceeds of the auction.",
      'Meetings take place in the library of the school.',
    ],
    wrong: {
      number: ['Last year the auction raised 3,240 euros.', 'We meet on the third Tuesday of the month.'],
      name: [
        'We meet on the second Thursday of the month.',
        'The money goes to the animal shelter.',
        'Our quilts are auctioned in November.',
      ],
      negation: ['Beginners cannot borrow a sewing machine.', 'Needles and thread do not have to be bought.'],
    },
  },
  {
    path: 'labelled/plasma',
    context: ['What lightning is'],
    evidence: [
      'A flash heats the air in its channel to about 30,000 degrees, five times the surface of the sun.',
      'The air expands so quickly that we hear thunder.',
      'Light arrives at once, while sound needs three seconds for each kilometre.',
      'Cars protect their passengers because the metal body leads the current around them.',
    ],
    question: 'What happens in a flash of lightning?',
    right: [
      'Inside the channel of a flash, air reaches around 30,000 degrees, which is five times as hot as the surface of the sun.',
      'Thunder is the sound of air that expands very fast.',
      'Sound takes three seconds per kilometer, whereas light gets to us immediately.',
      'You are safe in a car, since its metal body conducts the current around you.',
      'The metal body of a car leads the current around the people inside.',
      'For every kilometre, the sound needs 3 seconds.',
      'Thunder is caused by the rapid expansion of the air.',
    ],
    wrong: {
      number: ['A flash heats the air to about 3,000 degrees.', 'Sound needs five seconds for each kilometre.'],
      negation: ['Cars do not protect their passengers.', 'Light does not arrive at once.'],
      name: [
        'A flash heats the air in its channel to five times the surface of the moon.',
        'Cars protect their passengers because the rubber tyres lead the current around them.',
      ],
      addition: [
        'Cars protect their passengers because the metal body leads the current around them, as Faraday proved in a London theatre.',
      ],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Compensation'],
    evidence: [
      'On-call engineers receive a flat rate of 220 euros per week and one hour of leave for every alarm that is answered between 22:00 and 06:00.',
    ],
    question: 'How are engineers compensated for being on call?',
    right: [
      'Engineers who are on call get a flat €220 a week, plus an hour of leave for each alarm they answer between 10 pm and 6 am.',
      'They are paid a weekly flat rate of 220 euros.',
      'For each alarm answered at night (from 22:00 to 06:00), one additional hour of leave is granted.',
      'Yes, being on call is compensated with 220 euros per week.',
      'Answering an alarm between 10 p.m. and 6 a.m. earns one hour of leave.',
    ],
    wrong: {
      number: [
        'They are paid a weekly flat rate of 202 euros.',
        'On-call engineers receive two hours of leave for every alarm.',
        'On-call engineers receive a flat rate of 220 euros per day.',
      ],
      name: ['On-call managers receive a flat rate of 220 euros per week.'],
      negation: ['On-call engineers receive no flat rate.'],
      elsewhere: ['Compensation hours must be used within six months.'],
    },
  },
];
