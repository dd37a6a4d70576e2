import type { LabelledFact } from '../labelled-fact.ts';

/** Of the third round: when it was new, false alarms and wrong answers caught were 16.0 % and 84.4 %. */
export const THIRD_3: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '2. Enter the dates in the leave system at least two weeks ahead.',
      '3. Wait for the confirmation of your team lead, which arrives within three working days.',
      'Requests for a single day may be entered up to two days ahead.',
      'A team lead who declines a request must give a written reason and propose another date.',
    ],
    question: 'How do I request leave?',
    right: [
      "You should enter your dates in the leave system a fortnight in advance or earlier, then wait for your team lead's confirmation.",
      "The team lead's confirmation comes within 3 business days.",
      'For a single day off, it is enough to submit the request two days beforehand.',
      'If the request is turned down, the team lead has to explain why in writing and suggest an alternative date.',
      'Team leads confirm requests in three working days or less.',
      'A declined request must come with a written reason and an alternative date.',
      'Leave dates must be entered 14 days ahead or more.',
    ],
    wrong: {
      number: [
        'You should enter your dates in the leave system four weeks in advance.',
        'The confirmation comes within 5 working days.',
      ],
      name: ['The People Team confirms requests within three working days.'],
      negation: [
        'A team lead who declines a request need not give a written reason.',
        'A team lead who approves a request must give a written reason.',
      ],
      addition: ['A declined request must come with a written reason and may be appealed to the works council.'],
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
      'The visitor center opens Wednesday through Sunday, 10 a.m. to 5 p.m.',
      'On public observing nights, it closes at 11 pm.',
      'Groups larger than 10 must book in advance; this costs nothing.',
      'It is closed on Mondays and Tuesdays.',
      'A group of more than ten can reserve for free until the day before.',
      'Yes, groups of over ten people have to make a reservation.',
      'The opening hours are 10:00–17:00, Wed–Sun.',
    ],
    wrong: {
      number: [
        'The visitor center opens at 9 a.m.',
        'Groups larger than 20 must book in advance.',
        'On public observing nights, it closes at 10 pm.',
      ],
      name: ['The visitor center is open from Tuesday to Sunday.'],
      negation: ['Groups of more than ten people need no reservation.', 'The reservation is not free of charge.'],
      elsewhere: ['The library is open to guests between 09:00 and 18:00 on working days.'],
    },
  },
  {
    path: 'labelled/glaciers',
    context: ['Reading a glacier'],
    evidence: [
      'The Hollin glacier lost 31 metres of thickness between 1980 and 2020, most of it after 2003.',
      'Meltwater that reaches the bed acts as a lubricant and lets the ice slide faster.',
      'A glacier is in balance when as much snow falls on its upper part as melts on its lower part.',
    ],
    question: 'How do glaciers change?',
    right: [
      'From 1980 to 2020 the Hollin glacier became 31 m thinner, and most of this loss occurred after 2003.',
      'Ice slides more quickly when meltwater lubricates the bed.',
      'If snowfall in the upper part equals melting in the lower part, the glacier is balanced.',
      'In those forty years, the glacier thinned by 31 metres.',
      'Meltwater speeds up the sliding of the ice by acting as a lubricant at the bed.',
      'Most of the thickness was lost after 2003.',
    ],
    wrong: {
      number: [
        'The Hollin glacier became 13 m thinner from 1980 to 2020.',
        'Most of the thickness was lost after 1993.',
      ],
      negation: [
        'Meltwater that reaches the bed lets the ice slide slower.',
        'Most of the thickness was lost before 2003.',
      ],
      name: ['The Marden glacier lost 31 metres of thickness between 1980 and 2020.'],
      addition: [
        'The glacier lost 31 metres of thickness, which raised the level of the nearby reservoir and flooded farmland.',
      ],
    },
  },
  {
    path: 'labelled/loan',
    context: ['Personal loan: terms', 'Repayment'],
    evidence: [
      'The loan of 12,000 euros is repaid in 48 equal monthly instalments of 276 euros.',
      'The borrower may repay early at any time; the bank then charges 1 percent of the amount that is still owed.',
      'If two instalments in a row are missed, the bank can demand the whole sum at once.',
    ],
    question: 'How is the loan repaid?',
    right: [
      'The €12,000 loan is paid back over four years in 48 equal instalments of €276 per month.',
      'Early repayment is possible at any time for a charge of 1% of the outstanding amount.',
      'Missing two consecutive instalments allows the bank to call in the entire sum immediately.',
      'The monthly installment is 276 euros.',
      'Yes, the borrower can pay the loan off early, but the bank will charge one per cent of what is still owed.',
      'Should the borrower miss two payments in a row, the bank may ask for the full amount at once.',
    ],
    wrong: {
      number: [
        'The loan is repaid in 36 equal monthly instalments.',
        'Early repayment costs 3% of the amount that is still owed.',
        'If three instalments in a row are missed, the bank can demand the whole sum.',
      ],
      negation: ['The borrower may not repay early.', 'The bank charges nothing when the borrower repays early.'],
      addition: ['The borrower may repay early after presenting payslips from the previous quarter and a guarantor.'],
      elsewhere: ['An advance must be settled within 30 days after the trip.'],
    },
  },
  {
    path: 'labelled/bread',
    context: ['Rye bread from sourdough'],
    evidence: [
      'Mix 500 grams of rye flour with 400 millilitres of water and 100 grams of active starter.',
      'Let the dough rest for 12 hours at room temperature, covered with a damp cloth.',
      'Bake it for 15 minutes at 250 degrees, then for 45 minutes at 200 degrees.',
      'The loaf is done when it sounds hollow; do not cut it on the same day.',
    ],
    question: 'How is the rye bread made?',
    right: [
      'Combine 500 g rye flour, 400 ml of water and 100 g of active starter.',
      'The dough rests at room temperature for half a day, or 12 hours, under a damp cloth.',
      'It bakes for a quarter of an hour at 250 degrees and for another 45 min at 200 degrees.',
      'A hollow sound tells you that the loaf is ready.',
      'Wait until the next day before cutting the bread.',
      'In total, the bread bakes for one hour.',
      '**Ingredients:**\n- 500 g of rye flour\n- 400 ml of water\n- 100 g of active starter',
    ],
    wrong: {
      number: [
        'Combine 400 g of rye flour with 400 ml of water.',
        'Let the dough rest for 2 hours at room temperature.',
        'It bakes for 45 minutes at 220 degrees.',
      ],
      name: ['Mix 500 grams of wheat flour with 400 millilitres of water.', 'Combine the flour with 400 ml of milk.'],
      negation: ['Cut the loaf on the same day.', 'The loaf is not done when it sounds hollow.'],
      addition: ['Combine the flour with water and starter, and add caraway seeds, fennel and honey.'],
    },
  },
  {
    path: 'labelled/volcano',
    context: ['Volcanoes of the Kerrow islands'],
    evidence: [
      'Mount Anvel last erupted in 1893, when ash fell as far as 300 kilometres away.',
      'The eruption column rose to 21 kilometres, and 2,300 people lost their lives.',
      'Today, 14 seismometers and two gas sensors watch the mountain; the United Nations Development Programme (UNDP) pays for them.',
    ],
    question: 'What is known about Mount Anvel?',
    right: [
      "Mount Anvel's most recent eruption took place in 1893, and ash was carried up to 300 km.",
      'It killed 2,300 people.',
      'The column of the eruption reached a height of 21 km.',
      'The mountain is monitored by fourteen seismometers and 2 gas sensors.',
      'The UNDP funds the instruments that monitor the volcano.',
      'The sensors are financed by the United Nations Development Programme.',
      'Around 2.3 thousand people died in the eruption of 1893.',
    ],
    wrong: {
      number: [
        'Mount Anvel last erupted in 1839.',
        'The column of the eruption reached a height of 12 km.',
        'The mountain is monitored by forty seismometers.',
      ],
      name: ['UNESCO funds the instruments that monitor the volcano.', 'Mount Kerrow last erupted in 1893.'],
      negation: ['Nobody lost their life in the eruption.'],
      addition: [
        'The eruption of 1893 killed 2,300 people and caused a tsunami that destroyed three fishing villages.',
      ],
    },
  },
  {
    path: 'labelled/conference',
    context: ['Call for papers: Northern Soil Conference'],
    evidence: [
      'Abstracts of up to 300 words are due on 15 January 2027.',
      'Authors are notified by 1 March, and full papers must be submitted by 30 April.',
      'Each paper is reviewed by three experts who do not know the authors.',
      'Early registration costs 240 euros, students pay half.',
    ],
    question: 'What are the dates and rules for authors?',
    right: [
      'The deadline for abstracts, which may not exceed 300 words, is January 15th, 2027.',
      'Notification is sent to authors by March 1, and the full paper is due by April 30.',
      'Three experts review every paper without knowing who wrote it.',
      'The review is anonymous: the experts are not told the names of the authors.',
      'Students pay 120 euros for early registration.',
      'For students, the early fee of €240 is halved.',
      'Submit an abstract of at most 300 words by 2027-01-15.',
    ],
    wrong: {
      number: [
        'Abstracts are due on 25 January 2027.',
        'Abstracts of up to 500 words are due in January.',
        'Two experts review every paper.',
      ],
      name: ['Full papers must be submitted by 30 June.', 'Abstracts are due on 15 February 2027.'],
      negation: ['The experts know the authors.', 'Students do not pay half.'],
      addition: ['Three experts review every paper, and the best one is awarded a prize of the soil foundation.'],
    },
  },
  {
    path: 'labelled/textile',
    context: ['Caring for wool'],
    evidence: [
      'Wool is washed by hand or in the wool programme at a maximum of 30 degrees.',
      'Do not wring it; roll it in a towel and dry it flat, away from radiators and sun.',
      'Lanolin makes wool repel water, so airing is often enough.',
    ],
    question: 'How is wool washed?',
    right: [
      "Wash wool by hand or use the machine's wool programme, with the temperature not exceeding 30 degrees.",
      'Wool should not be wrung out but rolled in a towel and laid flat to dry.',
      'Keep it away from sunlight and radiators while drying.',
      'Often, it suffices to air wool because lanolin makes it water-repellent.',
      'The highest permitted washing temperature is 30 degrees.',
      'Drying happens flat and not in the sun or on a radiator.',
    ],
    wrong: {
      number: ['Wool is washed in the wool programme at a maximum of 60 degrees.'],
      negation: [
        'Wring the wool before drying it.',
        'Dry it flat, close to radiators.',
        'Lanolin makes wool absorb water.',
      ],
      name: ['Keratin makes wool repel water, so airing is often enough.'],
      addition: ['Wash wool by hand and store it with lavender or cedar wood to repel moths.'],
    },
  },
];
