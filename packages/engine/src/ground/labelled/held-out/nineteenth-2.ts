import type { LabelledFact } from '../labelled-fact.ts';

export const NINETEENTH_2: readonly LabelledFact[] = [
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Before you use a machine'],
    evidence: [
      'Wear safety glasses and closed shoes.',
      'Check that the emergency stop works.',
      'Nobody may work alone at the lathe or the milling machine, because a person who is caught by a rotating part cannot reach the emergency stop.',
    ],
    question: 'What has to be worn in the workshop?',
    right: [
      'Safety glasses and closed shoes.',
      'You have to wear safety glasses and closed shoes.',
      'It must be checked that the emergency stop works.',
      'At the lathe and the milling machine, nobody may work alone.',
    ],
    wrong: {
      name: ['You have to wear safety gloves and closed shoes.'],
      negation: ['At the lathe and the milling machine, everybody may work alone.'],
      addition: ['You have to wear safety glasses, a dust mask and closed shoes.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'How to replace a lost hardware key'],
    evidence: [
      '1. Call the service desk on extension 4400 and ask for the old key to be revoked.',
      '2. Show your staff card at the service desk in building C.',
      '4. Sign out of every open session.',
    ],
    question: 'Where do I show my staff card?',
    right: [
      'At the service desk in building C.',
      'You show it at the service desk, in building C.',
      'The old key is revoked after a call to the service desk on extension 4400.',
      'In the end, you sign out of every open session.',
    ],
    wrong: {
      number: ['The old key is revoked after a call to the service desk on extension 4500.'],
      name: ['At the service desk in building F.'],
      negation: ['In the end, you do not sign out of open sessions.'],
      elsewhere: ['The report names the cause and the effect.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Password manager'],
    evidence: [
      'A password manager is a program that stores passwords in an encrypted vault and fills them in on the right site.',
      "Every member of staff receives a licence for the observatory's password manager on the first day.",
    ],
    question: 'What does a password manager do?',
    right: [
      'It stores passwords in an encrypted vault and fills them in on the right site.',
      'Passwords are stored by it in an encrypted vault and filled in on the right site.',
      'On the first day, every member of staff receives a licence for it.',
      'Staff get a licence for the password manager on the first day.',
    ],
    wrong: {
      negation: ['It does not store passwords in an encrypted vault.'],
      name: ['Passwords are stored by it in an encrypted letter and filled in on the right site.'],
      addition: ['It stores passwords in an encrypted vault, fills them in on the right site and blocks advertising.'],
      elsewhere: ['Visitors use the guest network.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'After the incident'],
    evidence: [
      'The security officer writes a report within five working days.',
      'The report names the cause, the effect and the measures that prevent a repetition.',
      'It does not name the person who made a mistake.',
    ],
    question: 'Who writes the report after an incident?',
    right: [
      'The security officer, within five working days.',
      'A report is written by the security officer within five working days.',
      'In the report, the cause, the effect and the measures against a repetition are named.',
      'The person who made a mistake is not named in the report.',
    ],
    wrong: {
      number: ['The security officer, within fifteen working days.'],
      name: ['A report is written by the team lead within five working days.'],
      negation: ['The report names the person who made a mistake.'],
      elsewhere: ['A firewall forwards or blocks network traffic.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Backup'],
    evidence: [
      'A backup is a copy of data that is kept in another place so that it can be restored after a loss.',
      'Observation data is copied every night to the archive in building D, and every week to a second site 60 kilometres away.',
    ],
    question: 'What is a backup?',
    right: [
      'A copy of data kept in another place, so that it can be restored after a loss.',
      'It is a copy of data that is kept in another place.',
      'Every night, observation data is copied to the archive in building D.',
      'A second site that is 60 km away gets a copy every week.',
    ],
    wrong: {
      number: ['A second site that is 90 km away gets a copy every week.'],
      name: ['Every night, observation data is copied to the library in building D.'],
      addition: ['Every night, observation data is copied to the archive in building D and checked for errors.'],
      negation: ['It is a copy of data that is kept in the same place.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'How to request a trip'],
    evidence: [
      '1. Fill in the travel request form with dates, purpose and estimated cost.',
      '2. Attach the invitation or the conference programme.',
      '3. Send the form to your team lead.',
      '4. Forward the approved form to the travel desk.',
    ],
    question: 'What do I attach to the travel request form?',
    right: [
      'The invitation or the conference programme.',
      'You attach the invitation or the programme of the conference.',
      'The form is filled in with dates, purpose and estimated cost.',
      'After it has been approved, the form is forwarded to the travel desk.',
    ],
    wrong: {
      name: ['After it has been approved, the form is forwarded to the People Team.'],
      negation: ['You do not attach the invitation or the programme of the conference.'],
      addition: ['The form is filled in with dates, purpose, estimated cost and shoe size.'],
      elsewhere: ['Journals from before 1970 are kept in the archive.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Choosing a means of transport'],
    evidence: [
      'Trains are preferred for journeys under six hours, because they cause a fraction of the emissions of a flight and can be used to work.',
      'A flight needs a reason on the request form when a train connection of less than six hours exists.',
    ],
    question: 'When does a flight need a reason?',
    right: [
      'When there is a train connection of less than six hours.',
      'If a train connection of less than six hours exists, a flight needs a reason on the request form.',
      'For journeys of less than six hours, trains are preferred.',
      'Trains cause a fraction of the emissions of a flight.',
    ],
    wrong: {
      number: ['When there is a train connection of less than nine hours.'],
      name: ['Ferries cause a fraction of the emissions of a flight.'],
      negation: ['If a train connection of less than six hours exists, a flight needs no reason on the request form.'],
      addition: ['For journeys of less than six hours, trains are preferred and seats are reserved by the director.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'How to claim expenses'],
    evidence: [
      '1. Collect the receipts of the trip, including boarding passes.',
      '2. Fill in the expense form within 30 days after your return.',
      '3. Attach a scan of every receipt over 10 euros.',
      '4. Send the form to the finance team.',
    ],
    question: 'Which receipts have to be scanned?',
    right: [
      'Every receipt over 10 euros.',
      'A scan of every receipt over ten euros has to be attached.',
      'The form must be filled in within 30 days after your return.',
      'You collect the receipts of the trip, including your boarding passes.',
    ],
    wrong: {
      number: ['A scan of every receipt over fifty euros has to be attached.'],
      name: ['The form must be sent to the travel agency.'],
      negation: ['You do not have to collect the receipts of the trip.'],
      elsewhere: ['A carnet must be stamped at every border.'],
    },
  },
  {
    path: 'travel/per-diem-rates.csv',
    context: ['per-diem-rates'],
    evidence: [
      '| Country | Full day | Half day | Accommodation limit | Currency |',
      '| Chile | 44 | 29 | 154 | EUR |',
      '| Italy | 42 | 28 | 150 | EUR |',
      '| United States | 59 | 40 | 182 | EUR |',
    ],
    question: 'What is the per diem in the United States?',
    right: [
      '59 euros for a full day and 40 euros for a half day.',
      'In the United States, it is 59 euros for a full day.',
      'The accommodation limit in Chile is 154 euros.',
      'For half a day in Italy, 28 euros are paid.',
    ],
    wrong: {
      number: ['In the United States, it is 95 euros for a full day.'],
      name: ['For half a day in Greece, 28 euros are paid.'],
      elsewhere: ['The budget for training is 1,200 euros.'],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Questions that must not be asked'],
    evidence: [
      'Interviewers must not ask about family plans, health, religion or political views.',
      'A candidate who is asked such a question may refuse to answer, and the refusal must not influence the decision.',
    ],
    question: 'What must interviewers not ask about?',
    right: [
      'Family plans, health, religion and political views.',
      'They must not ask about family plans, health, religion or political views.',
      'If such a question is asked, the candidate may refuse to answer.',
      'A refusal must not influence the decision.',
    ],
    wrong: {
      name: ['They must not ask about family plans, health, religion or former employers.'],
      negation: ['If such a question is asked, the candidate may not refuse to answer.'],
      addition: ['If such a question is asked, the candidate may refuse to answer and complain to the director.'],
    },
  },
];
