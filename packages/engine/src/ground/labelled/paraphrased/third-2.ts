import type { LabelledFact } from '../labelled-fact.ts';

/** Of the third round: when it was new, false alarms and wrong answers caught were 16.0 % and 84.4 %. */
export const THIRD_2: readonly LabelledFact[] = [
  {
    path: 'labelled/tenancy',
    context: ['Tenancy agreement, Alder Court', 'Deposit and rent'],
    evidence: [
      "The tenant pays a deposit of two months' rent, that is 1,900 euros.",
      'The landlord returns the deposit within 60 days of the end of the tenancy, less the cost of any damage beyond normal wear.',
      'The rent is due on the third working day of each month.',
      'The rent may be raised once every 15 months, and by no more than 20 percent in three years.',
    ],
    question: 'What does the agreement say about money?',
    right: [
      'The security deposit equals two months of rent, i.e. €1,900.',
      'Once the tenancy ends, the landlord has 60 days to give the deposit back, minus the costs for damage that goes beyond ordinary wear.',
      'Tenants must pay the rent by the 3rd working day of every month.',
      'Rent increases are possible every fifteen months at most and are capped at 20% over three years.',
      'The monthly rent is therefore 950 euros.',
      'Normal wear is not deducted from the deposit.',
      'The deposit amounts to 1900 euros.',
    ],
    wrong: {
      number: [
        'The security deposit equals three months of rent.',
        'The landlord has 90 days to give the deposit back.',
        'Rent increases are capped at 12% over three years.',
      ],
      negation: [
        'The landlord does not return the deposit at the end of the tenancy.',
        'The rent may never be raised.',
      ],
      name: ['The estate agent returns the deposit within 60 days.'],
      addition: ['The deposit is held in an escrow account that earns interest for the tenant.'],
    },
  },
  {
    path: 'labelled/hedgehogs',
    context: ['Hedgehogs in the garden'],
    evidence: [
      'A hedgehog that weighs less than 500 grams in November will not survive hibernation without help.',
      'While hibernating, its heart beats about 20 times a minute instead of 180, and its body temperature falls from 35 to 5 degrees.',
      'Hedgehogs are lactose intolerant: offer water and cat food, never milk.',
      'Piles of leaves should be left until April because animals sleep in them.',
    ],
    question: 'What should gardeners know about hedgehogs in winter?',
    right: [
      "Hedgehogs under 500 g in November won't make it through hibernation unless someone helps them.",
      'The heart rate drops from 180 to around 20 beats per minute during hibernation.',
      'In hibernation, body temperature decreases from 35 to 5 degrees.',
      'Because they cannot digest lactose, hedgehogs should be given water rather than milk.',
      'Do not give hedgehogs milk; cat food and water are suitable.',
      'Leaf piles should stay in place until April, since animals use them to sleep in.',
      'Wait until April before clearing away heaps of leaves.',
      'Milk is bad for hedgehogs as they are lactose intolerant.',
    ],
    wrong: {
      number: [
        'Hedgehogs under 300 g in November will not survive hibernation without help.',
        'The heart beats about 180 times a minute while hibernating.',
      ],
      negation: ['Hedgehogs can be given milk.', 'Piles of leaves should not be left until April.'],
      name: ['Offer hedgehogs water and dog biscuits.'],
      addition: ['Hedgehogs should be fed cat food and treated against ticks and lungworm by a veterinarian.'],
    },
  },
  {
    path: 'labelled/solar-warranty',
    context: ['Warranty of the Helia S4 solar module'],
    evidence: [
      'The manufacturer guarantees 92 percent of the rated power after 10 years and 85 percent after 25 years.',
      'The product warranty against defects in material lasts 15 years.',
      'The warranty is void if the modules are installed by someone without a certificate, or less than 500 metres from the sea.',
      'Claims must be made in writing within 30 days after the defect has been noticed.',
    ],
    question: 'What does the warranty cover?',
    right: [
      'After a decade, at least 92% of the rated power is guaranteed, and after 25 years it is still 85%.',
      'Material defects are covered for 15 years.',
      'The warranty does not apply if an uncertified person installs the modules.',
      'Installing the modules within 500 m of the coast voids the warranty.',
      'To make a claim, customers must write to the manufacturer within 30 days of noticing the defect.',
      'Customers have a month, or 30 days, after noticing a defect to file a written claim.',
      'The guarantee on power falls from 92 per cent after ten years to 85 per cent after twenty-five years.',
    ],
    wrong: {
      number: [
        'After ten years, at least 82% of the rated power is guaranteed.',
        'Material defects are covered for 25 years.',
        'Claims must be made within 60 days after the defect has been noticed.',
      ],
      negation: [
        'The warranty remains valid if the modules are installed by someone without a certificate.',
        'Claims do not have to be made in writing.',
      ],
      addition: [
        'Material defects are covered for 15 years, including the cost of scaffolding and removal of old modules.',
      ],
    },
  },
  {
    path: 'labelled/vaccine-fridge',
    context: ['Storing vaccines', 'Refrigerator'],
    evidence: [
      'Vaccines are stored between 2 and 8 degrees Celsius and must never freeze.',
      'The nurse on duty records the temperature twice a day, at 08:00 and at 16:00.',
      'If the temperature has been outside this range for more than 20 minutes, the vaccines are set aside and the pharmacist is called.',
      'Nothing else, and in particular no food, may be kept in this refrigerator.',
    ],
    question: 'How are vaccines stored?',
    right: [
      'Vaccines have to be kept at 2–8 °C, and freezing must be avoided.',
      'The temperature is logged two times per day by the nurse on duty, namely at 8 am and 4 pm.',
      'When the fridge has been out of range for over 20 minutes, staff put the vaccines aside and call the pharmacist.',
      'No food is allowed in the vaccine fridge.',
      'Only vaccines may be stored in the refrigerator.',
      'The pharmacist must be contacted if temperatures leave the permitted range for more than twenty minutes.',
      'Freezing is never acceptable.',
    ],
    wrong: {
      number: [
        'Vaccines have to be kept at 2–12 °C.',
        'The temperature is logged three times per day.',
        'The nurse records the temperature at 9 am and 4 pm.',
      ],
      name: [
        'The receptionist records the temperature twice a day.',
        'The vaccines are set aside and the manufacturer is called.',
      ],
      negation: ['Food may be kept in this refrigerator.', 'Vaccines may be frozen.'],
    },
  },
  {
    path: 'labelled/film-archive',
    context: ['Keeping film for a century', 'Storage'],
    evidence: [
      'Nitrate film was used until 1951 and can ignite at 40 degrees, so it is stored in a separate building.',
      'Acetate film shrinks and smells of vinegar as it decays.',
      'At 4 degrees and 35 percent relative humidity, colour film keeps for more than 200 years.',
    ],
    question: 'How is old film stored?',
    right: [
      'Nitrate film, which was in use up to 1951, is kept in its own building because it may catch fire at 40 degrees.',
      'A smell of vinegar is a sign that acetate film is decaying.',
      'Color film lasts for over two centuries at 4 degrees and 35% relative humidity.',
      'Decaying acetate film shrinks and gives off a vinegar smell.',
      'Because of the danger of fire, nitrate film is stored separately.',
      'Colour film can be preserved for more than 200 years under these conditions: 4 degrees and a relative humidity of 35 per cent.',
    ],
    wrong: {
      number: ['Nitrate film was used until 1961.', 'Colour film lasts for over 100 years at 4 degrees.'],
      name: ['Polyester film shrinks and smells of vinegar as it decays.', 'Acetate film can ignite at 40 degrees.'],
      negation: ['Nitrate film cannot ignite at 40 degrees.'],
      addition: ['Decaying acetate film smells of vinegar and is digitised by a laboratory in frame-by-frame scans.'],
    },
  },
  {
    path: 'labelled/annual-report',
    context: ['Orrin Tools: annual report', 'Results'],
    evidence: [
      'Revenue rose by 12 percent to 4.2 million euros, while profit fell from 610,000 to 540,000 euros.',
      'The main reason was the price of steel, which doubled within nine months.',
      'Exports made up three quarters of sales.',
      'The company employed 48 people at the end of the year, five more than the year before.',
    ],
    question: 'How did the company do?',
    right: [
      'Revenue grew 12% to €4.2 million, but profit declined from €610,000 to €540,000.',
      'Profit went down by 70,000 euros even though revenue increased.',
      'The decline was mainly caused by steel prices, which doubled in nine months.',
      '75% of sales came from exports.',
      'At year end, Orrin Tools had 48 employees, up by five compared with the previous year.',
      'The workforce grew by five people to 48.',
      'Sales reached EUR 4,200,000.',
      'A higher steel price was the main reason why profit fell.',
    ],
    wrong: {
      number: [
        'Revenue grew 21% to €4.2 million.',
        'At year end, Orrin Tools had 84 employees.',
        'Revenue rose to 4.2 billion euros.',
      ],
      negation: ['Profit rose from 540,000 to 610,000 euros.', 'Revenue fell by 12 percent.'],
      name: [
        'The main reason was the price of copper, which doubled within nine months.',
        'Imports made up three quarters of sales.',
      ],
      addition: ['Profit declined because steel prices doubled and two major customers in Asia went bankrupt.'],
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
    question: 'Who decides when the handbook is unclear?',
    right: [
      'Page owners keep their page accurate and respond to questions about it.',
      'Anything the handbook does not cover is the responsibility of the director.',
      'If two pages conflict, the one reviewed more recently takes precedence until the owners agree on a single text.',
      'Matters that are not mentioned on any page fall to the director.',
      'In case of a contradiction between pages, the page whose review date is later counts.',
      'The owner of a page is responsible for keeping it correct.',
    ],
    wrong: {
      name: ['The head of Administration is responsible for everything that no page mentions.'],
      negation: [
        'When two pages contradict each other, the page with the earlier review date applies.',
        'The director is not responsible for what no page mentions.',
      ],
      addition: ['Page owners keep their page accurate and receive a small allowance for this work.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'What should I do in case of an oxygen alarm?'],
    evidence: [
      'Leave the room at once and close the door behind you.',
      'Do not go back for anything, and do not try to pull somebody out without breathing apparatus.',
      'Call 4112 from a safe place.',
    ],
    question: 'What should I do in case of an oxygen alarm?',
    right: [
      'You should leave the room immediately, shutting the door behind you.',
      'Never return to fetch something.',
      'Once you are somewhere safe, dial 4112.',
      'Without breathing apparatus, you must not attempt to rescue anyone.',
      'If the oxygen alarm goes off, get out right away, close the door and call 4112 from a safe location.',
      "Don't try to pull anyone out unless you have breathing apparatus.",
      'Leave the room straight away.',
    ],
    wrong: {
      number: ['Once you are somewhere safe, dial 4455.'],
      negation: [
        'Go back for your belongings first.',
        'Leave the room at once and keep the door open behind you.',
        'You may try to pull somebody out without breathing apparatus.',
      ],
      addition: ['Leave the room at once and activate the sprinkler system next to the emergency exit.'],
      elsewhere: ['Call the security officer on extension 4455, at any hour.'],
    },
  },
];
