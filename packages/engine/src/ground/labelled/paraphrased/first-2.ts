import type { LabelledFact } from '../labelled-fact.ts';

/** Of the first round: when it was new, 45.3 % of the right answers were false alarms of the rules of that day, 78.6 % of the wrong ones were caught. */
export const FIRST_2: readonly LabelledFact[] = [
  {
    path: 'labelled/marathon',
    context: ['Lakeside Marathon: information for runners'],
    evidence: [
      'The marathon starts at 09:30, the half marathon at 11:00.',
      'Runners who have not reached kilometre 30 by 14:00 are taken to the finish by bus.',
      'Start numbers are handed out on Saturday between 12:00 and 20:00 in the town hall; they cannot be sent by post.',
      'Headphones are allowed only if they leave the ears open.',
    ],
    question: 'What do runners need to know for the day?',
    right: [
      'The marathon begins at 9:30 a.m., and the half marathon begins at 11 a.m.',
      "A bus takes runners to the finish if they haven't got to km 30 by 2 p.m.",
      'You can pick up your start number at the town hall on Saturday from noon until 8 pm.',
      'Start numbers are not mailed.',
      'Only open-ear headphones may be worn.',
      'The half-marathon gets under way an hour and a half after the marathon.',
      'Headphones that close the ears are not allowed.',
    ],
    wrong: {
      number: [
        'The marathon begins at 8:30 a.m.',
        'A bus takes runners to the finish if they have not reached km 35 by 2 p.m.',
        'You can pick up your start number from noon until 6 pm.',
      ],
      name: [
        'Start numbers are handed out on Friday in the town hall.',
        'You can pick up your start number at the railway station on Saturday.',
      ],
      negation: ['Start numbers can be sent by post.', 'Headphones are never allowed.'],
    },
  },
  {
    path: 'labelled/train-delays',
    context: ['Passenger rights on the Vale Line', 'Delays'],
    evidence: [
      'Passengers who arrive 60 minutes late or more receive 25 percent of the ticket price, and 50 percent from 120 minutes.',
      'Claims are made online or at any ticket office within three months of the journey.',
      'No compensation is paid when the delay was caused by extreme weather.',
      'Season ticket holders receive a flat 1.50 euros for each delay.',
    ],
    question: 'What do passengers get when a train is late?',
    right: [
      'If you arrive at least an hour late, you get a quarter of the fare back; from two hours on, you get half.',
      'A refund of 25% is paid for delays of 60 minutes or more, and 50% for delays of at least 120 minutes.',
      'You can file your claim on the internet or at a ticket office up to three months after the trip.',
      'Delays due to extreme weather are not compensated.',
      'Holders of a season ticket get a flat rate of €1.50 per delay.',
      'In the case of extreme weather, passengers are not entitled to any compensation.',
      'Claims need to be submitted within 3 months of travelling.',
    ],
    wrong: {
      number: [
        'If you arrive at least 60 minutes late, you get 50 percent of the ticket price.',
        'Claims need to be submitted within 3 weeks of travelling.',
        'Season ticket holders receive a flat 2.50 euros for each delay.',
      ],
      negation: ['Compensation is also paid when the delay was caused by extreme weather.'],
      name: ['Claims are made by telephone within three months of the journey.'],
      elsewhere: ['Fees for late cancellation are paid by the department, not by the traveller.'],
    },
  },
  {
    path: 'welcome.md',
    context: ['Fernhill Observatory Staff Handbook'],
    evidence: [
      'Fernhill Observatory is a public research institute that operates three optical telescopes and one radio array.',
      'About 140 people work here, in four departments: Science, Engineering, Visitor Services and Administration.',
    ],
    question: 'What is Fernhill Observatory?',
    right: [
      'Fernhill is a public research institute running three optical telescopes as well as a radio array.',
      'It employs around 140 staff across four departments.',
      'The four departments are Science, Engineering, Visitor Services, and Administration.',
      'Roughly 140 employees work at the observatory.',
      'Fernhill Observatory operates 3 optical telescopes and 1 radio array.',
      'It is a publicly funded research institute with about 140 people.',
    ],
    wrong: {
      number: [
        'Fernhill is a public research institute running four optical telescopes.',
        'It employs around 240 staff.',
      ],
      name: ['The four departments are Science, Engineering, Catering and Administration.'],
      negation: [
        'Fernhill Observatory is not a public research institute.',
        'Fernhill Observatory is a private research institute.',
      ],
      addition: [
        'Fernhill is a public research institute that was founded by an astronomer from the university of Leiden.',
      ],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'Blue-green deployment'],
    evidence: [
      'A blue-green deployment is a release method that runs the old and the new version side by side and switches traffic between them.',
      'It is used for the archive, which must not be interrupted while the data of a night is being copied.',
      'Compared with a rolling deployment, a blue-green deployment needs twice the memory but can be undone at once.',
    ],
    question: 'Why does the archive use blue-green deployment?',
    right: [
      "The archive uses it because copying a night's data must not be interrupted.",
      'In a blue-green deployment, both the old version and the new one run in parallel, and traffic is switched from one to the other.',
      'It requires double the memory of a rolling deployment, but it can be reverted immediately.',
      'The drawback is memory: it needs two times as much as a rolling deployment.',
      'The advantage over a rolling deployment is that it can be undone instantly.',
      'Blue-green deployment is chosen for the archive so that the copying of nightly data is not disrupted.',
    ],
    wrong: {
      number: ['It requires three times the memory of a rolling deployment.'],
      name: ['It is used for the scheduler, which must not be interrupted.'],
      negation: [
        'A blue-green deployment cannot be undone at once.',
        'The archive may be interrupted while the data of a night is being copied.',
      ],
      addition: ['It requires double the memory, so the observatory rents additional servers from a cloud provider.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      'Liquid nitrogen is nitrogen in its liquid state, at minus 196 degrees Celsius, which we use to cool infrared cameras.',
      'It displaces oxygen when it evaporates, so it must never be carried in the lift together with people.',
      '3. Fill the transfer vessel to at most two thirds.',
      '4. Pour slowly until the level indicator shows 90%.',
      '5. Close the lid loosely, so that gas can escape.',
    ],
    question: 'How is liquid nitrogen handled?',
    right: [
      'Liquid nitrogen, which has a temperature of -196 °C, cools the infrared cameras.',
      'People must not ride in the lift with liquid nitrogen, because it displaces oxygen as it evaporates.',
      'The transfer vessel should be filled no more than two-thirds full.',
      'Pour it slowly until the indicator reads 90 percent.',
      'The lid is only closed loosely to allow gas to escape.',
      'It is used for cooling infrared cameras.',
      'Since evaporating nitrogen displaces oxygen, it is never transported in an elevator with people.',
    ],
    wrong: {
      number: [
        'Liquid nitrogen has a temperature of -169 °C.',
        'Fill the transfer vessel to at most three quarters.',
        'Pour it slowly until the indicator reads 80 percent.',
      ],
      name: ['It is used for cooling radio antennas.'],
      negation: [
        'Liquid nitrogen may be carried in the lift together with people.',
        'Close the lid tightly, so that gas cannot escape.',
      ],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Return to work'],
    evidence: [
      'After an absence of more than six weeks, the People Team offers a phased return.',
      'A phased return is a plan that raises the weekly hours in steps until the contractual hours are reached.',
    ],
    question: 'What is a phased return?',
    right: [
      'A phased return is a plan in which weekly hours increase step by step until they match the contract.',
      'Employees who have been absent for longer than six weeks are offered a phased return by the People Team.',
      'It is offered once someone has been away for over six weeks.',
      'With a phased return, an employee gradually works more hours each week until reaching the contractual hours.',
      'The People Team is the one that offers it.',
    ],
    wrong: {
      number: [
        'Employees who have been absent for longer than four weeks are offered a phased return.',
        'After an absence of more than six days, the People Team offers a phased return.',
      ],
      name: ['The company doctor offers a phased return after more than six weeks.'],
      negation: ['A phased return is a plan that lowers the weekly hours in steps.'],
      addition: ['During a phased return, an employee works from home and attends physiotherapy sessions.'],
      elsewhere: ['The probation period lasts six months.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Choosing a password'],
    evidence: [
      'Passwords must have at least 14 characters.',
      'You must not reuse a password of another service, because a leak at one service would open the other.',
      'Multi-factor authentication (MFA) is required for e-mail, the telescope control network and the finance system.',
      'A hardware key is preferred; an authenticator app is accepted; text messages are not.',
    ],
    question: 'What are the rules for passwords and MFA?',
    right: [
      'A password needs a minimum of fourteen characters.',
      'Reusing passwords is forbidden, since a breach at one service would expose another.',
      'MFA is mandatory for email, the telescope control network and the finance system.',
      'As a second factor, hardware keys are preferred and authenticator apps are accepted, whereas text messages are not accepted.',
      'No, SMS codes are not accepted for MFA.',
      'Three systems need multi-factor authentication: e-mail, telescope control and finance.',
      'Use a different password for every service.',
      'The best option is a hardware key.',
    ],
    wrong: {
      number: ['A password needs a minimum of twelve characters.'],
      name: [
        'MFA is mandatory for email, the archive browser and the finance system.',
        'A fingerprint is preferred; an authenticator app is accepted.',
      ],
      negation: [
        'Text messages are accepted as a second factor.',
        'MFA is not required for the finance system.',
        'You may reuse a password of another service.',
      ],
      addition: ['A password needs at least 14 characters with upper-case letters and punctuation marks.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'How to report an incident'],
    evidence: [
      '1. Stop what you are doing, but leave the device switched on.',
      '2. Call the security officer on extension 4455, at any hour.',
      '3. Write down what you saw, with times.',
      '4. Do not delete mails, files or logs.',
      'Nobody is blamed for reporting an incident that turns out to be harmless.',
    ],
    question: 'How do I report a security incident?',
    right: [
      'First stop working, but keep the device on.',
      'You can phone the security officer 24/7 on extension 4455.',
      'Note down what you observed together with the times.',
      'E-mails, files and logs must not be deleted.',
      "You won't be blamed if the incident proves to be harmless.",
      'Reporting a false alarm has no negative consequences for you, as nobody is blamed for it.',
      '1. Stop what you are doing.\n2. Leave the device on.\n3. Call extension 4455.\n4. Write down what you saw.',
    ],
    wrong: {
      number: ['You can phone the security officer on extension 4544.'],
      name: ['Call the service desk on extension 4455, at any hour.'],
      negation: [
        'Stop what you are doing and switch the device off.',
        'Delete suspicious mails, files and logs.',
        'Whoever reports an incident that turns out to be harmless is blamed.',
      ],
      addition: ['Note down what you observed and take photographs of the screen with a private phone.'],
    },
  },
];
