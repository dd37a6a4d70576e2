import type { LabelledFact } from '../labelled-fact.ts';

/** Of the eighth round: when it was new, false alarms and wrong answers caught were 4.6 % and 80.8 %. */
export const EIGHTH_2: readonly LabelledFact[] = [
  {
    path: 'labelled/sourdough-starter',
    context: ['Keeping a sourdough starter'],
    evidence: [
      'Feed the starter once a week with equal parts of flour and water.',
      'In the fridge it survives up to four weeks without food.',
      'A layer of grey liquid is harmless and can be poured off; pink streaks mean that it must be thrown away.',
      'It is ready to bake with when it has doubled in size.',
    ],
    question: 'How do I keep a sourdough starter?',
    right: [
      'The starter should be fed weekly, using the same amount of flour and water.',
      'It can go without being fed for as long as four weeks if you keep it in the fridge.',
      'Gray liquid on the surface is not dangerous; simply pour it away.',
      'If you see pink streaks, discard the starter.',
      'Once its volume has doubled, you can bake with it.',
      'Use equal amounts of water and flour.',
      'A starter with pink streaks has to be thrown out.',
      'The starter may stay unfed in the refrigerator for up to a month, i.e. four weeks.',
    ],
    wrong: {
      number: [
        'Feed the starter once a month.',
        'In the fridge it survives up to fourteen weeks without food.',
        'It is ready to bake with when it has tripled in size.',
      ],
      negation: ['A layer of grey liquid is not harmless.', 'Pink streaks do not mean that it must be thrown away.'],
      name: ['Feed the starter with equal parts of flour and milk.'],
    },
  },
  {
    path: 'labelled/river',
    context: ['The river Olm'],
    evidence: [
      'The Olm rises at 1,840 metres on Mount Serra and flows into Lake Dunn after 212 kilometres.',
      'Three dams produce electricity for 90,000 households.',
      'Salmon returned in 2008, after fish ladders had been built at all dams.',
      'In spring the river often floods the meadows near Tarn, which keeps them fertile.',
    ],
    question: 'What is the river Olm like?',
    right: [
      'Its source lies on Mount Serra at an altitude of 1,840 m, and it ends in Lake Dunn, 212 km further on.',
      'The electricity from its three dams supplies 90,000 homes.',
      'Since fish ladders were built at every dam, salmon have come back; this was in 2008.',
      'The meadows around Tarn are frequently flooded in spring, and that keeps them fertile.',
      'The Olm is 212 km long.',
      'Floods keep the meadows near Tarn fertile.',
      'Ninety thousand households get their power from three dams.',
    ],
    wrong: {
      number: [
        'The Olm rises at 1,480 metres.',
        'Salmon returned in 2018.',
        'Five dams produce electricity for 90,000 households.',
      ],
      name: [
        'Trout returned in 2008, after fish ladders had been built.',
        'The Olm rises on Mount Selva.',
        'In autumn the river often floods the meadows near Tarn.',
      ],
      negation: ['Salmon have not returned.'],
    },
  },
  {
    path: 'labelled/credit-card',
    context: ['Lost cards'],
    evidence: [
      'Block the card at once by calling 116 116, which is free from any phone.',
      'Until the card is blocked you are liable for up to 50 euros; after that the bank bears all losses.',
      'A new card arrives within five working days and costs nothing.',
      'Report a theft to the police as well.',
    ],
    question: 'What should I do if I lose my card?',
    right: [
      'Call 116 116 immediately to have the card blocked; the call costs nothing.',
      'Your liability is limited to €50 until the card has been blocked, and from then on the bank covers every loss.',
      'You will get a replacement card in five working days or less, free of charge.',
      'If the card was stolen, you should also go to the police.',
      'The replacement card is free.',
      'Once the card is blocked, the bank is liable for all losses.',
      'A theft has to be reported to the police too.',
    ],
    wrong: {
      number: [
        'Until the card is blocked you are liable for up to 500 euros.',
        'A new card arrives within fifteen working days.',
        'Block the card at once by calling 116 161.',
      ],
      negation: ['A theft need not be reported to the police.', 'After that the bank does not bear the losses.'],
      name: ['After that the shop bears all losses.'],
      addition: ['A new card arrives within five working days together with a letter that contains a discount code.'],
    },
  },
  {
    path: 'labelled/nursery',
    context: ['Kindergarten Sonnenblume: settling in'],
    evidence: [
      'A parent stays with the child for the first three days; from the fourth day on they leave the room for a short while.',
      'Settling in takes two to four weeks.',
      'Sick children must stay at home until they have been free of fever for 24 hours.',
      'Please bring slippers, spare clothes and a photo of the family.',
    ],
    question: 'How does settling in work?',
    right: [
      'During the first three days one parent remains with the child, and on day four they start leaving the room briefly.',
      'You should expect the settling-in period to last between two and four weeks.',
      'Children who are ill may only come back after 24 hours without a fever.',
      'Things to bring:\n- slippers\n- spare clothes\n- a family photo',
      'The whole process takes 2–4 weeks.',
      'A child with a fever has to stay home.',
      'Parents are asked to bring slippers and extra clothes.',
    ],
    wrong: {
      number: [
        'A parent stays with the child for the first five days.',
        'Settling in takes six to eight weeks.',
        'Sick children must stay at home until they have been free of fever for 48 hours.',
      ],
      negation: ['Sick children need not stay at home.'],
      name: [
        'Please bring slippers, spare clothes and a photo of the doctor.',
        'A grandparent stays with the child for the first three days.',
      ],
      addition: ['Please bring slippers, spare clothes, sunscreen and a vaccination record.'],
    },
  },
  {
    path: 'labelled/escape-room',
    context: ['Escape room Labyrinth'],
    evidence: [
      'Groups of two to six players have 60 minutes to find the way out.',
      'Players under 14 need to be accompanied by an adult.',
      'A game master watches by camera and gives hints on request; each hint costs two minutes.',
      'The door is never really locked: it opens at the push of the green button.',
    ],
    question: 'How does the escape room work?',
    right: [
      'Between two and six people can play, and they have an hour to escape.',
      'Children younger than fourteen must come with an adult.',
      'Via camera, the game master keeps an eye on the group and offers hints if asked; two minutes are deducted for every hint.',
      'You can leave whenever you want by pressing the green button, as the door is not really locked.',
      'The time limit is 60 minutes.',
      'Every hint costs the players 2 minutes.',
      'An adult has to accompany players under 14.',
    ],
    wrong: {
      number: [
        'Groups of two to eight players have 60 minutes to find the way out.',
        'Each hint costs five minutes.',
        'Players under 12 need to be accompanied by an adult.',
      ],
      negation: ['Players under 14 need not be accompanied by an adult.', 'The game master does not give hints.'],
      name: ['The door opens at the push of the red button.', 'A robot watches by camera and gives hints on request.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Illness during annual leave'],
    evidence: [
      'Days of illness during annual leave are given back if you present a medical certificate that covers them.',
      'You must report the illness on the first day, because days cannot be converted afterwards.',
    ],
    question: 'What happens if I fall ill during annual leave?',
    right: [
      'If you become ill while on annual leave, you get those days back, provided that you have a medical certificate covering them.',
      'The illness has to be reported on day one, as it is not possible to convert days later.',
      'A medical certificate is needed for the days to be returned.',
      'Yes, sick days during your holiday are credited back on presentation of a medical certificate.',
      'Report your illness on the very first day.',
      'Days cannot be converted retroactively.',
    ],
    wrong: {
      number: ['You must report the illness on the third day.'],
      negation: [
        'Days of illness during annual leave are given back without a medical certificate.',
        'Days can be converted afterwards.',
      ],
      addition: [
        'Days of illness during annual leave are given back if you present a medical certificate and a hospital bill.',
      ],
      elsewhere: ['A medical certificate is needed from the fourth calendar day of an absence.'],
    },
  },
];
