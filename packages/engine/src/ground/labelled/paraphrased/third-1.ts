import type { LabelledFact } from '../labelled-fact.ts';

/** Of the third round: when it was new, false alarms and wrong answers caught were 16.0 % and 84.4 %. */
export const THIRD_1: readonly LabelledFact[] = [
  {
    path: 'labelled/harbour-rules',
    context: ['Skelby Harbour: rules for visiting boats', 'Berths'],
    evidence: [
      'Visiting boats may stay at the east pontoon for up to 72 hours.',
      'The fee is £18 per night for boats under 10 metres and £26 for longer ones.',
      'The harbour master allocates berths on VHF channel 12.',
    ],
    question: 'What must visiting boats know about berths?',
    right: [
      'A visiting boat can remain at the east pontoon for a maximum of three days.',
      'Boats shorter than 10 m pay 18 pounds a night, while longer boats are charged £26.',
      'Berths are assigned by the harbour master, who can be reached on VHF channel 12.',
      'According to the harbour rules, a stay at the east pontoon is limited to 72 hours.',
      'To get a berth, skippers should contact the harbour master on channel 12.',
      'Yes, visitors may use the east pontoon, but for no more than 72 hours.',
      'The nightly charge depends on length: it is £18 below ten metres and £26 above that.',
    ],
    wrong: {
      number: [
        'Boats shorter than 10 m pay 28 pounds a night.',
        'A visiting boat can remain at the east pontoon for a maximum of four days.',
      ],
      name: [
        'Berths are assigned by the coastguard on VHF channel 12.',
        'Visiting boats may stay at the west pontoon for up to 72 hours.',
      ],
      negation: ['Visiting boats may not stay at the east pontoon.'],
      addition: ['The nightly charge is £18 and covers electricity, showers and wireless internet.'],
    },
  },
  {
    path: 'labelled/coffee-machine',
    context: ['Operating manual Brava 300', 'Descaling'],
    evidence: [
      'The machine must be descaled every three months, or after 1,000 cups, whichever comes first.',
      'Dissolve one sachet of descaler in 1.5 litres of lukewarm water and fill the tank.',
      'The programme takes about 25 minutes and must not be interrupted.',
      'Rinse the tank twice with fresh water before making coffee again.',
    ],
    question: 'How is the machine descaled?',
    right: [
      'Descaling is due once every 3 months or after 1k cups, depending on which happens sooner.',
      'You mix one sachet of descaler with 1.5 l of lukewarm water and pour the solution into the tank.',
      'The descaling programme runs for roughly 25 minutes and should not be stopped midway.',
      'Before brewing coffee again, the tank needs to be rinsed two times with fresh water.',
      'Descale the machine each quarter or after one thousand cups, whichever is reached first.',
      '- Dissolve a sachet of descaler in 1.5 litres of lukewarm water.\n- Fill the tank with it.\n- Let the programme run for about 25 minutes.\n- Rinse the tank twice.',
      'Interrupting the programme is not permitted; it lasts around 25 minutes.',
      'The interval is 1000 cups or three months.',
    ],
    wrong: {
      number: [
        'You mix two sachets of descaler with 1.5 litres of lukewarm water.',
        'Descaling is due once every 3 months or after 10k cups.',
        'The descaling programme runs for roughly 45 minutes.',
      ],
      negation: ['The programme may be interrupted at any time.', 'Do not rinse the tank before making coffee again.'],
      addition: ['Rinse the tank twice with fresh water and replace the carbon filter with an original spare part.'],
    },
  },
  {
    path: 'labelled/coffee-machine',
    context: ['Operating manual Brava 300', 'Milk system'],
    evidence: [
      'Milk residues spoil within a few hours, so the milk hose has to be rinsed after each use.',
      'Once a week, the frother is taken apart and cleaned in the dishwasher at no more than 60 °C.',
      'Never use scouring powder, because it scratches the nozzle.',
    ],
    question: 'How is the milk system kept clean?',
    right: [
      'The milk hose should be rinsed every time you use it because leftover milk goes bad within hours.',
      'Each week, take the frother apart and put it in the dishwasher at a maximum of 60 degrees Celsius.',
      'Scouring powder must not be used since it would scratch the nozzle.',
      "Don't clean it with scouring powder, as that damages the nozzle by scratching it.",
      'The frother is dishwasher-safe up to 60°C and needs a weekly clean.',
      'Rinsing the hose after every use prevents spoiled milk residues.',
    ],
    wrong: {
      number: [
        'Put the frother in the dishwasher at a maximum of 80 degrees Celsius.',
        'Once a month, the frother is taken apart and cleaned.',
      ],
      negation: [
        'Use scouring powder to clean the nozzle.',
        'The milk hose does not have to be rinsed after each use.',
      ],
      name: ['Scouring powder must not be used since it would scratch the boiler.'],
      addition: ['The frother should be taken apart weekly and lubricated with food-grade silicone grease.'],
    },
  },
  {
    path: 'labelled/library-rules',
    context: ['Lending rules of the town library of Marlow Green', 'Library card'],
    evidence: [
      'The annual card costs 15 euros; pupils, students and people who receive social benefits pay nothing.',
      'To register, bring an identity card or a passport with proof of address.',
      'A lost card must be reported immediately; a replacement costs 5 euros.',
    ],
    question: 'How does one get a library card?',
    right: [
      'A yearly card is EUR 15, although it is free for pupils, students and recipients of social benefits.',
      'You need an ID card, or a passport together with proof of your address, to sign up.',
      'If you lose your card, report it right away; getting a new one costs five euros.',
      'Students do not have to pay for the card.',
      'Registration requires an identity card or a passport plus proof of address.',
      'For people on social benefits, the card is free of charge.',
    ],
    wrong: {
      number: ['A yearly card costs 50 euros.', 'A replacement for a lost card costs 15 euros.'],
      negation: ['Students have to pay for the annual card.', 'A lost card does not have to be reported.'],
      name: ['Pensioners pay nothing for the annual card.', 'To register, bring a birth certificate.'],
    },
  },
  {
    path: 'labelled/beekeeping',
    context: ['A year with bees', 'Winter'],
    evidence: [
      'In winter, the bees form a cluster and keep the temperature in its middle at around 25 degrees by shivering with their flight muscles.',
      'A colony needs 15 to 20 kilograms of stores to survive until spring.',
      'The hive must not be opened when it is colder than 10 degrees outside, since the brood would chill.',
    ],
    question: 'How do bees survive the winter?',
    right: [
      'During winter the bees huddle in a cluster, and by shivering with their flight muscles they hold its centre at approximately 25 degrees.',
      'A colony requires between 15 and 20 kg of stores to last until spring.',
      'You should not open the hive below 10 degrees, because this would chill the brood.',
      'The heat comes from the shivering of flight muscles.',
      'Beekeepers should leave the hive closed if the outside temperature is under 10 degrees.',
      'They form a cluster.',
      'Bees survive the winter by forming a cluster, and they also rely on stores of 15–20 kg.',
    ],
    wrong: {
      number: [
        'The bees keep the temperature in the middle of the cluster at around 35 degrees.',
        'A colony needs 5 to 10 kg of stores to survive until spring.',
      ],
      negation: [
        'The hive should be opened when it is colder than 10 degrees outside.',
        'A colony needs no stores to survive until spring.',
      ],
      name: ['Wasps form a cluster in winter.'],
      addition: ['The bees form a cluster and hibernate without eating until the first dandelions flower.'],
    },
  },
  {
    path: 'labelled/bike-share',
    context: ['Velo Norden tariffs', 'Prices'],
    evidence: [
      'The first 30 minutes of every ride are free for subscribers; after that, each further half hour costs 1.50 euros.',
      'A subscription costs 48 euros a year or 6 euros a month.',
      'A bike that is not returned to a station incurs a fee of 25 euros.',
    ],
    question: 'What does bike sharing cost?',
    right: [
      'Subscribers ride free for the first half hour, and every additional 30 minutes is billed at €1.50.',
      'You can subscribe for €48 per year or €6 per month.',
      'If you do not return the bicycle to a station, you will be charged 25 euros.',
      'Leaving a bike outside a station results in a €25 fee.',
      'The annual subscription is 48 euros; the monthly one is 6 euros.',
      'Yes. For subscribers the initial 30 min of each ride cost nothing.',
    ],
    wrong: {
      number: [
        'Subscribers ride free for the first hour.',
        'You can subscribe for €84 per year.',
        'Every additional 30 minutes is billed at €2.50.',
      ],
      negation: [
        'The first 30 minutes of every ride are not free for subscribers.',
        'A bike that is returned to a station incurs a fee of 25 euros.',
      ],
      addition: ['The annual subscription is 48 euros and comes with accident insurance and a helmet.'],
    },
  },
  {
    path: 'labelled/bike-share',
    context: ['Velo Norden tariffs', 'Electric bikes'],
    evidence: [
      'Electric bikes assist up to 25 km/h and have a range of about 70 kilometres.',
      'They may be ridden by persons aged 16 or over.',
      'When the battery falls below 15 percent, the bike can no longer be rented until staff have exchanged it.',
    ],
    question: 'What should riders know about electric bikes?',
    right: [
      'The motor supports the rider up to a speed of 25 km/h.',
      'E-bikes can travel approximately 70 km.',
      'Riders have to be at least 16 years old.',
      'A bike with less than 15 per cent battery is unavailable until staff swap the battery.',
      'People under 16 are not allowed to ride an electric bike.',
      'Once the charge drops under 15%, the bike cannot be hired until its battery has been replaced by staff.',
    ],
    wrong: {
      number: [
        'Riders have to be at least 18 years old.',
        'E-bikes can travel approximately 170 km.',
        'A bike with less than 50 per cent battery cannot be rented.',
      ],
      negation: [
        'People under 16 are allowed to ride an electric bike.',
        'Below 15 percent, the bike can still be rented.',
      ],
      elsewhere: ['Compact cars are the default for one or two people without equipment.'],
    },
  },
  {
    path: 'labelled/backup-tool',
    context: ['tarn: back up to object storage', 'Encryption'],
    evidence: [
      'All data is encrypted with AES-256 before it leaves the machine.',
      'The key is derived from your passphrase; there is no way to restore a backup when the passphrase is lost.',
      'File names are encrypted too, but the size of the archive is visible to the storage provider.',
    ],
    question: 'What does tarn encrypt?',
    right: [
      'tarn encrypts everything using AES-256 prior to upload.',
      'If you forget the passphrase, the backup cannot be restored.',
      'The storage provider is able to see how big the archive is, but not the file names.',
      'File names, as well as data, are encrypted.',
      'The encryption key comes from your passphrase.',
      'Data never leaves the machine unencrypted.',
      "No — without the passphrase you can't recover a backup.",
    ],
    wrong: {
      name: [
        'tarn encrypts everything using ChaCha20 prior to upload.',
        'The encryption key comes from the storage provider.',
      ],
      negation: [
        'File names are not encrypted.',
        'A backup can be restored when the passphrase is lost.',
        'The size of the archive is not visible to the storage provider.',
      ],
      number: ['All data is encrypted with AES-128 before it leaves the machine.'],
      addition: ['The key is derived from your passphrase and stored on a smart card supplied by the vendor.'],
    },
  },
];
