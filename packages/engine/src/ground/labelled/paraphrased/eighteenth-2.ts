import type { LabelledFact } from '../labelled-fact.ts';

export const EIGHTEENTH_2: readonly LabelledFact[] = [
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      'Liquid nitrogen is nitrogen in its liquid state, at minus 196 degrees Celsius, which we use to cool infrared cameras.',
      'It displaces oxygen when it evaporates, so it must never be carried in the lift together with people.',
    ],
    question: 'What is liquid nitrogen used for?',
    right: [
      'To cool infrared cameras.',
      'It is used to cool infrared cameras.',
      'Infrared cameras are cooled with it.',
      'Liquid nitrogen has a temperature of −196 °C.',
      'As it displaces oxygen when it evaporates, it must never be in the lift together with people.',
    ],
    wrong: {
      number: ['Liquid nitrogen has a temperature of −186 °C.'],
      name: ['It is used to cool adaptive optics.'],
      negation: ['It does not displace oxygen when it evaporates.'],
      elsewhere: ['Oily rags go into the closed red bin.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Waste'],
    evidence: [
      'Metal chips go into the blue container, oily rags into the closed red bin.',
      'Solvents must not be poured into a sink; the chemist collects them every Thursday.',
    ],
    question: 'Who collects solvents?',
    right: [
      'The chemist, every Thursday.',
      'Every Thursday, the chemist collects the solvents.',
      'They are collected by the chemist on Thursdays and must not be poured into a sink.',
      'Metal chips are put into the blue container.',
      'The closed red bin is for oily rags.',
    ],
    wrong: {
      name: ['The closed green bin is for oily rags.'],
      negation: ['They are collected by the chemist on Thursdays or may be poured into a sink.'],
      addition: ['Every Thursday, the chemist collects the solvents and the empty bottles.'],
      elsewhere: ['Call 4112 from a safe place.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Choosing a password'],
    evidence: [
      'Passwords must have at least 14 characters.',
      'Multi-factor authentication (MFA) is required for e-mail, the telescope control network and the finance system.',
      'A hardware key is preferred; an authenticator app is accepted; text messages are not.',
    ],
    question: 'For which systems is multi-factor authentication required?',
    right: [
      'For e-mail, the telescope control network and the finance system.',
      'MFA is required for the finance system, the telescope control network and e-mail.',
      'You need multi-factor authentication for e-mail, telescope control and finance.',
      'A hardware key is preferred, but an authenticator app is accepted too.',
      'A password must not be shorter than 14 characters.',
    ],
    wrong: {
      number: ['A password must not be shorter than 40 characters.'],
      name: ['For e-mail, the telescope control network and the leave calendar.'],
      negation: ['A hardware key is preferred, but text messages are accepted too.'],
      addition: ['You need multi-factor authentication for e-mail, telescope control, finance and the intranet.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents'],
    evidence: [
      'A security incident is any event that puts the confidentiality, integrity or availability of our systems at risk.',
      'Examples are a phishing mail that somebody opened, a lost laptop, and a server that sends traffic nobody can explain.',
    ],
    question: 'What are examples of a security incident?',
    right: [
      'A phishing mail that was opened, a lost laptop, and a server that sends unexplained traffic.',
      'An opened phishing mail, a lost laptop or a server sending traffic that nobody can explain.',
      'A lost laptop is an example of a security incident.',
      'It is any event which puts the confidentiality, integrity or availability of our systems at risk.',
      'Any event that endangers the integrity, availability or confidentiality of our systems is a security incident.',
    ],
    wrong: {
      name: ['A stolen bicycle is an example of a security incident.'],
      negation: ['A lost laptop is no example of a security incident.'],
      elsewhere: ['Certificates of laptops are valid for twelve months.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Phishing'],
    evidence: [
      'Phishing is an attack in which a message pretends to come from a trusted sender in order to obtain passwords or money.',
      'Most phishing messages create time pressure, for instance by threatening to close an account.',
    ],
    question: 'What is phishing?',
    right: [
      'An attack in which a message pretends to be from a trusted sender to obtain passwords or money.',
      'Phishing is an attack by messages that pretend to come from a trusted sender in order to get money or passwords.',
      'Time pressure is created by most phishing messages, for example with the threat of closing an account.',
      'Most phishing messages put you under time pressure.',
      'The aim of phishing is to obtain passwords or money.',
    ],
    wrong: {
      name: ['The aim of phishing is to obtain telescopes or data.'],
      negation: ['Few phishing messages create time pressure.'],
      addition: ['Most phishing messages put you under time pressure and arrive at weekends.'],
      elsewhere: ['Multi-factor authentication is required for the finance system.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel'],
    evidence: [
      'All travel for the observatory is booked through the travel desk.',
      'The travel desk is a team of two in Administration that books trains, flights and rooms, and that is reachable by phone while you are away.',
    ],
    question: 'Who books travel?',
    right: [
      'All travel is booked through the travel desk.',
      'The travel desk, which is a team of two in Administration.',
      'The travel desk books trains, flights and rooms for you.',
      'While you are away, the travel desk can be reached by phone.',
      'Travel for the observatory must be booked through the travel desk.',
    ],
    wrong: {
      number: ['The travel desk, which is a team of five in Administration.'],
      name: ['All travel is booked through the finance team.'],
      negation: ['While you are away, the travel desk cannot be reached by phone.'],
      addition: ['The travel desk books trains, flights, rooms and restaurants for you.'],
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
    question: 'What happens if a carnet is not stamped?',
    right: [
      'Duty is charged when the instrument returns.',
      'Then duty has to be paid when the instrument comes back.',
      'A carnet allows equipment to enter a country temporarily without import duty.',
      'You must ask the logistics office for a carnet three or more weeks before departure.',
      'The carnet has to be stamped at every border.',
    ],
    wrong: {
      number: ['You must ask the logistics office for a carnet six or more weeks before departure.'],
      name: ['You must ask the service desk for a carnet three or more weeks before departure.'],
      negation: ['The carnet does not have to be stamped at every border.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'What is a per diem?'],
    evidence: [
      'A per diem is a fixed daily amount that covers meals during a trip without receipts.',
      'Meals that are included in a conference fee are deducted from it: 20% for breakfast and 40% each for lunch and dinner.',
    ],
    question: 'What is a per diem?',
    right: [
      'A fixed daily amount which covers meals during a trip without receipts.',
      'It is a fixed amount per day that covers your meals on a trip; no receipts are needed.',
      '20% is deducted for breakfast if it is included in the conference fee.',
      'For lunch and dinner, 40 percent each is deducted when they are included in a conference fee.',
      'Meals included in a conference fee are deducted from the per diem.',
    ],
    wrong: {
      number: ['20% is deducted for lunch if it is included in the conference fee.'],
      name: ['A fixed daily amount which covers taxis during a trip without receipts.'],
      elsewhere: ['The travel desk sends two or three options.'],
      addition: ['Meals included in a conference fee are deducted from the per diem, and drinks are not.'],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Opening a position'],
    evidence: [
      'A position is opened by the head of the department after the budget has been confirmed.',
      'The job description names at most six requirements.',
      'More requirements discourage good candidates, because many people apply only when they meet every one of them.',
    ],
    question: 'How many requirements may a job description name?',
    right: [
      'At most six.',
      'No more than six requirements.',
      'A job description names up to six requirements.',
      'The head of the department opens a position after the budget has been confirmed.',
      'Good candidates are discouraged by more requirements, as many people apply only if they meet all of them.',
    ],
    wrong: {
      number: ['A job description names up to sixteen requirements.'],
      name: ['The director opens a position after the budget has been confirmed.'],
      negation: ['Good candidates are not discouraged by more requirements.'],
      addition: [
        'The head of the department opens a position after the budget has been confirmed and posts it online.',
      ],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Feedback'],
    evidence: [
      'Candidates who were invited to a visit receive feedback by phone within five working days.',
      'Other candidates receive a written answer within three weeks.',
      'Application documents are deleted six months after the decision, unless the candidate has asked to be kept in the talent pool.',
    ],
    question: 'When do candidates receive feedback?',
    right: [
      'Candidates invited to a visit receive it by phone within five working days.',
      'Within five working days by phone if they were invited to a visit, and otherwise in writing within three weeks.',
      'Other candidates get a written answer within three weeks.',
      'Six months after the decision, application documents are deleted, except for candidates who asked to be kept in the talent pool.',
      'The documents are deleted after six months.',
    ],
    wrong: {
      number: ['Candidates invited to a visit receive it by phone within eight working days.'],
      negation: ['Application documents are not deleted six months after the decision.'],
      elsewhere: ['Interviewers must not ask about religion.'],
    },
  },
];
