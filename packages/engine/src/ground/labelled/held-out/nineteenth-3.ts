import type { LabelledFact } from '../labelled-fact.ts';

export const NINETEENTH_3: readonly LabelledFact[] = [
  {
    path: 'people/mentoring.eml',
    context: ['New mentoring programme'],
    evidence: [
      'A mentor is an experienced colleague from another department who meets a new member of staff once a month during the first year.',
      'Mentors receive two additional days of training per year.',
      'They do not take part in appraisals and do not report to team leads, so that both sides can speak openly.',
    ],
    question: 'What do mentors receive?',
    right: [
      'Two additional days of training per year.',
      'They receive two more days of training every year.',
      'Mentors do not report to team leads.',
      'A mentor comes from another department and meets a new member of staff once a month.',
    ],
    wrong: {
      number: ['They receive three more days of training every year.'],
      negation: ['Mentors report to team leads.'],
      addition: ['They receive two more days of training every year and a parking space.'],
      elsewhere: ['The panel makes the decision.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'The first week'],
    evidence: [
      'On the first day the new colleague receives a laptop, a hardware key and a tour of the domes.',
      'Telescope control accounts are activated after the safety briefing, not before, because several machines can be started from the control room.',
    ],
    question: 'What does a new colleague receive on the first day?',
    right: [
      'A laptop, a hardware key and a tour of the domes.',
      'On the first day, a laptop and a hardware key are given to the new colleague.',
      'Accounts for telescope control are activated after the safety briefing.',
      'Several machines can be started from the control room.',
    ],
    wrong: {
      name: ['A laptop, a bicycle and a tour of the domes.'],
      negation: ['Accounts for telescope control are not activated after the safety briefing.'],
      number: ['On the second day, a laptop and a hardware key are given to the new colleague.'],
      elsewhere: ['A harness must be checked before every use.'],
    },
  },
  {
    path: 'people/training.pptx',
    context: ['Training at Fernhill', 'Mandatory courses'],
    evidence: [
      'Safety briefing: every 24 months',
      'Data protection: every 12 months',
      'Data protection training is mandatory for everybody who can read the visitor database.',
      'It takes 45 minutes and is held online.',
    ],
    question: 'For whom is data protection training mandatory?',
    right: [
      'For everybody who can read the visitor database.',
      'It is mandatory for all who can read the visitor database.',
      'Data protection training is held online and takes 45 minutes.',
      'The safety briefing takes place every 24 months.',
    ],
    wrong: {
      number: ['Data protection training is held online and takes 54 minutes.'],
      name: ['For everybody who can read the telescope database.'],
      negation: ['It is not mandatory for those who can read the visitor database.'],
      addition: ['Data protection training is held online, takes 45 minutes and includes a quiz.'],
    },
  },
  {
    path: 'people/contacts.xlsx',
    context: ['Telescopes'],
    evidence: [
      '| Telescope | Aperture | First light | Main use |',
      '| Alder | 1.2 m | 1987 | Photometry of variable stars |',
      '| Birch | 2.2 m | 1998 | Spectroscopy |',
      '| Cedar | 0.8 m | 2011 | Survey of near-earth objects |',
    ],
    question: 'When did Cedar have its first light?',
    right: [
      'In 2011.',
      'Cedar had its first light in 2011.',
      'The main use of Birch is spectroscopy.',
      'Alder has an aperture of 1.2 metres.',
    ],
    wrong: {
      number: ['Cedar had its first light in 2001.'],
      name: ['The main use of Maple is spectroscopy.'],
      addition: ['Alder has an aperture of 1.2 metres and a spare mirror.'],
      elsewhere: ['Dome alarms have the highest priority.'],
    },
  },
  {
    path: 'welcome.md',
    context: ['Fernhill Observatory Staff Handbook', 'How to suggest a change'],
    evidence: [
      '1. Open the page in the handbook repository and choose Edit.',
      '2. Describe what is wrong and what you propose instead.',
      '3. Ask the owner of the page for a review.',
    ],
    question: 'How do I begin to change a page?',
    right: [
      'Open the page in the handbook repository and choose Edit.',
      'You open the page in the repository of the handbook and choose Edit.',
      'Then you describe what is wrong and what you propose instead.',
      'The owner of the page is asked for a review.',
    ],
    wrong: {
      name: ['The director of the page is asked for a review.'],
      negation: ['The owner of the page is not asked for a review.'],
      addition: ['You open the page in the repository of the handbook, choose Edit and write a title.'],
    },
  },
  {
    path: 'labelled/bakery-school',
    context: ['Bakery school', 'Courses'],
    evidence: [
      'The bread course takes two days and costs 180 euros, flour included.',
      'Participants bring an apron and a box for the bread.',
      'The course is cancelled when fewer than five people have registered.',
    ],
    question: 'How much does the bread course cost?',
    right: [
      '180 euros, with flour included.',
      'The course costs 180 euros and takes two days.',
      'Every participant brings an apron and a box for the bread.',
      'If fewer than five people have registered, the course is cancelled.',
    ],
    wrong: {
      number: ['The course costs 280 euros and takes two days.'],
      name: ['Every participant brings a rolling pin and a box for the bread.'],
      negation: ['If fewer than five people have registered, the course is not cancelled.'],
      elsewhere: ['Ovens are cleaned by the caretaker.'],
    },
  },
  {
    path: 'labelled/river-ferry',
    context: ['River ferry', 'Timetable'],
    evidence: [
      'The ferry crosses every 20 minutes between 6:00 and 21:00.',
      'Cyclists pay 1.50 euros; children under six travel free.',
      'At high water the ferry does not run.',
    ],
    question: 'When does the ferry not run?',
    right: [
      'At high water.',
      'The ferry does not run when the water is high.',
      'It crosses every 20 minutes from 6 am until 9 pm.',
      'Children who are younger than six do not pay.',
    ],
    wrong: {
      number: ['It crosses every 12 minutes from 6 am until 9 pm.'],
      name: ['Pensioners pay 1.50 euros; children under six travel free.'],
      negation: ['At high water the ferry runs.'],
      addition: ['It crosses every 20 minutes from 6 am until 9 pm and sells coffee.'],
      elsewhere: ['The bridge is closed to lorries.'],
    },
  },
  {
    path: 'labelled/seed-swap',
    context: ['Seed swap', 'How it works'],
    evidence: [
      'Seeds are brought in paper bags with the name of the plant and the year of the harvest.',
      'Hybrid seeds are not accepted, because their offspring vary.',
      'What is left goes to the school garden.',
    ],
    question: 'Why are hybrid seeds not accepted?',
    right: [
      'Because their offspring vary.',
      'Hybrid seeds are not accepted since their offspring vary.',
      'The paper bags carry the name of the plant and the year of the harvest.',
      'Left-over seeds go to the school garden.',
    ],
    wrong: {
      name: ['The paper bags carry the name of the gardener and the year of the harvest.'],
      negation: ['Hybrid seeds are accepted although their offspring vary.'],
      elsewhere: ['Tools are lent for a week.'],
      addition: ['The paper bags carry the name of the plant, the year of the harvest and a drawing.'],
    },
  },
  {
    path: 'labelled/archive-scan',
    context: ['Scanning service', 'Orders'],
    evidence: [
      'Scans are delivered within ten days and cost 0.40 euros per page.',
      'Bound volumes are scanned only if the binding allows it.',
      'The files stay on the server for 60 days.',
    ],
    question: 'How long are the files kept?',
    right: [
      'They stay on the server for 60 days.',
      'The files are on the server for 60 days.',
      'Scans cost 40 cents per page and are delivered within ten days.',
      'If the binding does not allow it, a bound volume is not scanned.',
    ],
    wrong: {
      number: ['Scans cost 60 cents per page and are delivered within ten days.'],
      negation: ['Bound volumes are scanned even if the binding does not allow it.'],
      addition: ['Scans cost 40 cents per page, are delivered within ten days and come with a frame.'],
    },
  },
  {
    path: 'labelled/dark-sky',
    context: ['Dark sky park', 'Lighting'],
    evidence: [
      'Lamps in the park must shine downwards and be switched off from 23:00 to 5:00.',
      'Visitors use torches with red light.',
      'Car headlights are allowed on the access road only.',
    ],
    question: 'Which light may visitors use?',
    right: [
      'Torches with red light.',
      'Visitors use torches that have red light.',
      'The lamps in the park are switched off between 11 pm and 5 am.',
      'You may use car headlights on the access road only.',
    ],
    wrong: {
      number: ['The lamps in the park are switched off between 10 pm and 5 am.'],
      name: ['Torches with blue light.'],
      negation: ['Lamps in the park must not shine downwards.'],
      elsewhere: ['The telescope is free on Fridays.'],
    },
  },
];
