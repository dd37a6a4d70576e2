import type { LabelledFact } from '../labelled-fact.ts';

export const ELEVENTH_3: readonly LabelledFact[] = [
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Wind and weather limits'],
    evidence: [
      '| Condition | Limit | Action |',
      '| Wind speed | 15 m/s | Point away from the wind |',
      '| Gusts | 20 m/s | Close the dome |',
      '| Humidity | 90% | Close the mirror cover |',
      '| Rain | first drop | Close the dome at once |',
    ],
    question: 'What are the weather limits?',
    right: [
      'At a wind speed of 15 m/s, you point the telescope away from the wind.',
      'You close the mirror cover when the humidity reaches 90 per cent.',
      'With the first drop of rain, the dome is closed immediately.',
      'Gusts of 20 metres per second mean that the dome has to be closed.',
    ],
    wrong: {
      number: ['At a humidity of 80 per cent, you close the mirror cover.'],
      name: ['At the first drop of rain, the mirror cover is closed at once.'],
      negation: ['The dome stays open when gusts reach 20 m/s.'],
      addition: ['At a humidity of 90%, you close the mirror cover and switch on the heating.'],
      elsewhere: ['Observing may continue after conditions have been good for 30 minutes.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'After a power failure'],
    evidence: [
      'After a power failure the dome does not close by itself, because the motors have no battery.',
      'Close the slit with the hand crank, which takes about twelve minutes, and cover the mirror before you restore the power.',
    ],
    question: 'What do I do after a power failure?',
    right: [
      'Use the hand crank to close the slit; allow around 12 minutes for it.',
      'Cover the mirror first, and only then restore the power.',
      'The dome will not close on its own, as its motors lack a battery.',
      'You have to close the slit by hand after a power cut.',
    ],
    wrong: {
      number: ['Use the hand crank to close the slit; allow around 20 minutes for it.'],
      name: ['Close the shutter of the camera with the hand crank, which takes about twelve minutes.'],
      negation: ['After a power failure the dome closes by itself, because the motors have a battery.'],
      addition: ['Close the slit with the hand crank, which takes about twelve minutes and needs two people.'],
      elsewhere: ['Call the control room and turn the key switch to LOCAL.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Password manager'],
    evidence: [
      'A password manager is a program that stores passwords in an encrypted vault and fills them in on the right site.',
      "Every member of staff receives a licence for the observatory's password manager on the first day.",
    ],
    question: 'What is the password manager?',
    right: [
      'It is a program that keeps your passwords in an encrypted vault and enters them on the right site.',
      'You get a licence for it on your first day.',
      'All employees are given a licence for the password manager when they start.',
      'Passwords are kept in a vault that is encrypted.',
    ],
    wrong: {
      number: ['Every member of staff receives two licences for the password manager on the first day.'],
      name: ['Every visitor receives a licence for the password manager on the first day.'],
      negation: ['A password manager is a program that stores passwords in an unencrypted vault.'],
      addition: ['You get a licence for it on your first day, which also covers your family.'],
      elsewhere: ['Passwords must have at least 14 characters.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'How to report an incident'],
    evidence: [
      'Stop what you are doing, but leave the device switched on.',
      'Call the security officer on extension 4455, at any hour.',
      'Write down what you saw, with times.',
      'Do not delete mails, files or logs.',
      'Nobody is blamed for reporting an incident that turns out to be harmless.',
    ],
    question: 'What do I do when I notice a security incident?',
    right: [
      'Stop working, but do not turn the device off.',
      'Dial 4455 to reach the security officer, day or night.',
      'Make a note of what you saw and when.',
      'You will not be blamed if it proves to be harmless.',
    ],
    wrong: {
      number: ['Dial 4400 to reach the security officer, day or night.'],
      name: ['Call your team lead on extension 4455, at any hour.'],
      negation: ['Stop what you are doing and switch the device off.'],
      addition: ['Do not delete mails, files or logs, and change your password at once.'],
      elsewhere: ['The security officer writes a report within five working days.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Least privilege'],
    evidence: [
      'Least privilege is the principle that an account receives only the rights it needs for its task.',
      'Accounts of summer students are created with least privilege and expire on the last day of the contract.',
    ],
    question: 'What does least privilege mean?',
    right: [
      'An account gets no more rights than its task requires.',
      "Summer students' accounts stop working on the last day of their contract.",
      'Accounts for summer students are set up with least privilege.',
      'It means giving an account only those rights that are needed for its task.',
    ],
    wrong: {
      number: ['Accounts of summer students expire 30 days after the last day of the contract.'],
      name: ['Accounts of visitors are created with least privilege and expire on the last day of the contract.'],
      negation: ['Least privilege is the principle that an account receives more rights than it needs for its task.'],
      addition: [
        'Accounts of summer students are created with least privilege, expire on the last day of the contract and are archived for a year.',
      ],
      elsewhere: ['A certificate states that a public key belongs to a machine or a person.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Certificate'],
    evidence: [
      'A certificate is a signed statement that a public key belongs to a machine or a person.',
      'Certificates of laptops are valid for twelve months and are renewed automatically while the laptop is on the office network.',
    ],
    question: 'How long is a certificate valid?',
    right: [
      'Laptop certificates are valid for one year.',
      'Your laptop renews its certificate by itself when it is connected to the office network.',
      'A certificate is a signed statement saying which machine or person a public key belongs to.',
      'Twelve months, for laptops.',
    ],
    wrong: {
      number: ['Laptop certificates are valid for two years.'],
      name: ['Certificates of laptops are renewed automatically while the laptop is on the guest network.'],
      negation: ['Certificates of laptops are not renewed automatically.'],
      addition: [
        'Certificates of laptops are valid for twelve months and are renewed automatically while the laptop is on the office network or connected by VPN.',
      ],
      elsewhere: ['The safety briefing is valid for 24 months.'],
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
    question: 'What do I need to travel with an instrument?',
    right: [
      'You need a carnet from the logistics office if the instrument leaves the customs union; ask for it three weeks or more before you go.',
      'With a carnet, you can bring equipment into a country for a while without paying import duty.',
      'Get it stamped at each border, or you will pay duty on the way back.',
      'A missing stamp means that duty is charged when the instrument comes back.',
    ],
    wrong: {
      number: ['Ask the logistics office for a carnet at least two weeks before departure.'],
      name: ['Ask the travel desk for a carnet at least three weeks before departure.'],
      negation: ['The carnet need not be stamped at every border.'],
      addition: [
        'A carnet is a customs document that allows equipment to enter a country temporarily without import duty and insures it against theft.',
      ],
      elsewhere: ['A flight needs a reason on the request form.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Cancelling a trip'],
    evidence: [
      'Tell the travel desk as soon as you know that a trip will not take place.',
      'Fees for late cancellation are paid by the department, not by the traveller.',
    ],
    question: 'What if my trip is cancelled?',
    right: [
      'Inform the travel desk right away once it is clear the trip is off.',
      'You do not pay late cancellation fees yourself; your department does.',
      'The department covers any fees for cancelling late.',
      'Let the travel desk know immediately when you learn that the trip will not happen.',
    ],
    wrong: {
      number: ['Tell the travel desk within 24 hours that a trip will not take place.'],
      name: ['Tell your team lead as soon as you know that a trip will not take place.'],
      negation: ['Fees for late cancellation are paid by the traveller, not by the department.'],
      addition: ['Fees for late cancellation are paid by the department up to an amount of 500 euros.'],
      elsewhere: ['Team leads approve requests up to 1,500 euros.'],
    },
  },
];
