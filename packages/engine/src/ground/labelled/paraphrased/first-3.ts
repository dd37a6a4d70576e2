import type { LabelledFact } from '../labelled-fact.ts';

/** Of the first round: when it was new, 45.3 % of the right answers were false alarms of the rules of that day, 78.6 % of the wrong ones were caught. */
export const FIRST_3: readonly LabelledFact[] = [
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Travelling with instruments'],
    evidence: [
      'A carnet is a customs document that allows equipment to enter a country temporarily without import duty.',
      'To take an instrument outside the customs union, ask the logistics office for a carnet at least three weeks before departure.',
      'The carnet must be stamped at every border, otherwise duty is charged when the instrument returns.',
    ],
    question: 'What is a carnet and when is it needed?',
    right: [
      'A carnet is a customs document letting equipment into a country for a limited time without paying import duty.',
      'You need to request one from the logistics office no later than three weeks prior to departure if an instrument leaves the customs union.',
      'If the carnet is not stamped at each border, you will have to pay duty when the instrument comes back.',
      'It should be stamped at all borders to avoid duty on return.',
      'The logistics office issues carnets, and they should be requested 21 days or more before leaving.',
      'Carnets are needed for instruments taken outside the customs union.',
    ],
    wrong: {
      number: ['You need to request one from the logistics office three days prior to departure.'],
      name: ['You need to request one from the travel desk at least three weeks before departure.'],
      negation: [
        'A carnet allows equipment to enter a country permanently.',
        'The carnet does not have to be stamped at every border.',
        'To take an instrument inside the customs union, ask for a carnet.',
      ],
      addition: ['A carnet is issued by the chamber of commerce and covers theft of the equipment during transit.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Limits'],
    evidence: [
      'Each token may send 600 requests per minute.',
      'An answer holds at most 500 observations.',
      'Images are not part of the API; they are fetched from the archive with the `data_url` of an observation.',
    ],
    question: 'What are the limits of the observation API?',
    right: [
      'The rate limit is 600 requests/minute for every token.',
      'A single response contains no more than 500 observations.',
      'The API does not serve images; use the `data_url` of an observation to get them from the archive.',
      'Images have to be downloaded from the archive.',
      'You can make up to six hundred requests a minute with one token.',
      'Responses are limited to 500 observations.',
    ],
    wrong: {
      number: [
        'The rate limit is 600 requests per second for every token.',
        'A single response contains no more than 5,000 observations.',
      ],
      name: ['Images are fetched from the archive with the `image_link` of an observation.'],
      negation: ['Images are part of the API.'],
      addition: ['The rate limit is 600 requests per minute, and exceeding it blocks the account for a day.'],
      elsewhere: ['A token is valid for 30 days.'],
    },
  },
  {
    path: 'labelled/kitchen-hygiene',
    context: ['Kitchen hygiene at Cobden School', 'Storing food'],
    evidence: [
      'Cooked rice is cooled to below 8 °C within 90 minutes and eaten within 24 hours.',
      'Raw meat is kept on the lowest shelf so that it cannot drip onto other food.',
      'Each container is labelled with its contents, the date and the initials of the cook.',
    ],
    question: 'How is food stored in the kitchen?',
    right: [
      'Rice must be chilled to under 8°C in an hour and a half and used within a day.',
      'To keep it from dripping on other foods, raw meat goes on the bottom shelf.',
      "Labels on containers show what's inside, the date and the cook's initials.",
      'All containers carry a label with contents, date and initials.',
      'Cooked rice should be consumed within 24 h.',
      'Raw meat is stored lowest because otherwise it could drip onto other food.',
    ],
    wrong: {
      number: [
        'Cooked rice should be consumed within 48 hours.',
        'Cooked rice is cooled to below 8 °C within 30 minutes.',
      ],
      negation: ['Raw meat is kept on the highest shelf.', 'Containers are not labelled.'],
      name: ['Raw fish is kept on the lowest shelf so that it cannot drip onto other food.'],
      addition: ['Each container is labelled with its contents, the allergens and the supplier.'],
    },
  },
  {
    path: 'labelled/glaciers',
    context: ['Reading a glacier', 'Measuring'],
    evidence: [
      'Stakes are drilled into the ice in autumn and read again twelve months later.',
      'Since 2015, drones have mapped the surface with an accuracy of five centimetres.',
      'Radar shows the thickness, because radio waves pass through cold ice but are reflected by rock.',
    ],
    question: 'How is a glacier measured?',
    right: [
      'In autumn, researchers drill stakes into the ice, and they read them a year later.',
      'Drones have been mapping the surface since 2015, accurate to 5 cm.',
      'The thickness is measured by radar: radio waves go through cold ice and bounce off rock.',
      'Radio waves are reflected by rock.',
      'The surface is mapped by drones to within five centimeters.',
      'Stakes are placed in the fall and checked after one year.',
    ],
    wrong: {
      number: ['Drones have been mapping the surface since 2005.', 'The surface is mapped to within five millimetres.'],
      negation: ['Radio waves do not pass through cold ice.', 'Radio waves are not reflected by rock.'],
      name: ['Satellites have mapped the surface since 2015.', 'Stakes are drilled into the ice in spring.'],
    },
  },
  {
    path: 'labelled/council',
    context: ['Minutes of the council of Ostrey, 14 May'],
    evidence: [
      'The council approved the new footbridge by 17 votes to 9, with two abstentions.',
      'Councillor Mireille Dupont asked for a lift, which was declined for lack of funds.',
      'The bridge will cost 1.35 million euros, of which the state of Verrin pays 60 percent.',
      'Work begins in March and should be finished before the end of the summer.',
    ],
    question: 'What did the council decide about the bridge?',
    right: [
      'The footbridge was approved with 17 votes in favour, nine against and 2 abstentions.',
      'Mireille Dupont requested a lift, but this was rejected because there was not enough money.',
      'Of the cost of €1.35m, sixty per cent is covered by the state of Verrin.',
      'Construction starts in March and is expected to be completed by the end of summer.',
      'The lift Dupont asked for was turned down due to a lack of funds.',
      'Verrin contributes 60% of the 1,350,000 euros.',
      'The town itself has to pay the remaining 40 percent.',
    ],
    wrong: {
      number: [
        'The council approved the footbridge by 19 votes to 7.',
        'The state of Verrin pays 40 percent of the cost.',
        'The bridge will cost 1.53 million euros.',
      ],
      name: ['Councillor Mireille Durand asked for a lift.', 'Work begins in April.'],
      negation: ['The council rejected the new footbridge.', 'The lift that Mireille Dupont asked for was approved.'],
      addition: ['The council approved the footbridge after residents had collected signatures against a tunnel.'],
    },
  },
  {
    path: 'labelled/first-aid',
    context: ['First aid in the depot', 'Burns'],
    evidence: [
      'Cool the burn with running tap water for at least ten minutes; do not use ice.',
      'Remove rings before the skin swells, but leave clothing that sticks to the wound.',
      'Cover the burn loosely with a sterile dressing, and call 112 if it is larger than the palm of the hand.',
    ],
    question: 'What should be done about a burn?',
    right: [
      'Hold the burn under running tap water for ten minutes or longer.',
      'Ice should not be used.',
      "Take off rings before swelling starts, but don't remove clothing stuck to the wound.",
      'An emergency call to 112 is needed for burns bigger than the palm of a hand.',
      'Put a sterile dressing loosely over the burn.',
      'If the burn exceeds the size of the palm, dial 112.',
      'You must not pull off clothing that is stuck to the wound.',
    ],
    wrong: {
      number: [
        'Hold the burn under running tap water for at least two minutes.',
        'Call 911 if the burn is larger than the palm of the hand.',
      ],
      negation: [
        'Use ice to cool the burn.',
        'Remove clothing that sticks to the wound.',
        'Cover the burn tightly with a sterile dressing.',
      ],
      addition: ['Cool the burn with running tap water and apply a thin layer of butter or toothpaste.'],
    },
  },
  {
    path: 'labelled/parking',
    context: ['Parking at the Wendel clinic'],
    evidence: [
      'Parking is free for the first 30 minutes and costs 2 euros per hour after that, at most 12 euros a day.',
      'Blood donors receive a free exit ticket at reception.',
      'Vehicles that block the fire lane are towed away at the expense of the owner.',
    ],
    question: 'What does parking at the clinic cost?',
    right: [
      'You can park for half an hour at no cost, after which each hour is €2, up to a daily maximum of €12.',
      'People who donate blood can get a free exit ticket from reception.',
      'If your vehicle blocks the fire lane, it will be towed and you will have to pay for it.',
      'The daily maximum is twelve euros.',
      'No, the first half hour is free.',
      'Owners bear the cost when their car is towed from the fire lane.',
    ],
    wrong: {
      number: ['Each hour is €3, up to a daily maximum of €12.', 'Parking is free for the first 90 minutes.'],
      negation: ['Parking is not free for the first 30 minutes.', 'Blood donors do not receive a free exit ticket.'],
      name: [
        'Organ donors receive a free exit ticket at reception.',
        'Blood donors receive a free exit ticket at the cafeteria.',
      ],
      elsewhere: ['A voucher is valid for 24 hours and for one device.'],
    },
  },
  {
    path: 'labelled/insurance',
    context: ['Household insurance: what is covered', 'Theft'],
    evidence: [
      'Theft is covered if the thief broke in; nothing is paid when a door or window was left open.',
      'Bicycles are insured up to 1,500 euros each, provided that they were locked.',
      'The insured person must inform the police without delay and the insurer within one week.',
      'An excess of 150 euros applies to every claim.',
    ],
    question: 'When does the insurance pay for a theft?',
    right: [
      'The insurance pays for theft only after a break-in.',
      "If you left a window open, you won't receive anything.",
      'A locked bike is covered for as much as €1,500.',
      'Policyholders have to notify the police at once, and the insurer within 7 days.',
      'Every claim has an excess of €150.',
      'An unlocked bicycle is not insured.',
      'The insurer must be told within a week, while the police must be informed immediately.',
    ],
    wrong: {
      number: [
        'A locked bike is covered for as much as €2,500.',
        'The insurer must be informed within three weeks.',
        'An excess of 250 euros applies to every claim.',
      ],
      negation: ['Theft is covered even when a window was left open.', 'No excess applies to a claim.'],
      name: ['The insured person must inform the landlord without delay.'],
      addition: ['Theft is covered if the thief broke in and the alarm system of an approved brand was armed.'],
    },
  },
];
