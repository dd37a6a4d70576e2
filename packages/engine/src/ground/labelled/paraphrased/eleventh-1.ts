import type { LabelledFact } from '../labelled-fact.ts';

export const ELEVENTH_1: readonly LabelledFact[] = [
  {
    path: 'welcome.md',
    context: ['Fernhill Observatory Staff Handbook', 'How to suggest a change'],
    evidence: [
      '1. Open the page in the handbook repository and choose Edit.',
      '2. Describe what is wrong and what you propose instead.',
      '3. Ask the owner of the page for a review.',
      '4. Merge the change once the owner has approved it.',
      'A change that affects pay, leave or safety also needs the approval of the director before it is merged.',
    ],
    question: 'How do I suggest a change to the handbook?',
    right: [
      'Open the page in the repository, click Edit, and describe the problem and your suggestion.',
      'You may merge only after the page owner has given approval.',
      "If your change concerns pay, leave or safety, you need the director's approval as well.",
      'Have the owner of the page review it before you merge.',
    ],
    wrong: {
      number: ['You need two reviews of the page owner before you merge the change.'],
      name: [
        'A change that affects pay, leave or safety also needs the approval of the People Team before it is merged.',
      ],
      negation: [
        'A change that affects pay, leave or safety does not need the approval of the director before it is merged.',
      ],
      addition: ['Merge the change once the owner has approved it and the translations are up to date.'],
      elsewhere: ['Approve the deployment in the pipeline and watch the error rate for ten minutes.'],
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
    question: 'Which page applies when two pages disagree?',
    right: [
      'The one with the more recent review date, until both owners agree on a single text.',
      'Anything that is not mentioned on a page is up to the director.',
      'Page owners keep their page correct and answer questions about it.',
      'If two pages contradict one another, go by the page that was reviewed later.',
    ],
    wrong: {
      number: ['When three pages contradict each other, the page with the later review date applies.'],
      name: ['The safety officer is responsible for everything that no page mentions.'],
      negation: [
        'When two pages contradict each other, the page with the earlier review date applies until the owners have agreed.',
      ],
      addition: [
        'When two pages contradict each other, the page with the later review date applies, and the older one is deleted.',
      ],
      elsewhere: ['The head of the department approves anything above 1,500 euros.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to deploy a service'],
    evidence: [
      '2. Wait until the pipeline has built the image and run the tests.',
      "4. Watch the error rate on the service's dashboard for ten minutes.",
      '5. Write one line in the deployment log.',
      'Deployments to telescope control are allowed only between 10:00 and 15:00, when no telescope is observing.',
    ],
    question: 'What do I do when I deploy a service?',
    right: [
      'Keep an eye on the error rate for 10 minutes, then add a line to the deployment log.',
      'Telescope control can only be deployed to from 10 am to 3 pm.',
      'Deploying to telescope control outside 10:00–15:00 is not allowed.',
      'Before anything else, wait for the pipeline to build the image and run the tests.',
    ],
    wrong: {
      number: ['Watch the error rate on the dashboard of the service for twenty minutes.'],
      name: ['Write one line in the incident channel after the deployment.'],
      negation: ['Deployments to telescope control are forbidden between 10:00 and 15:00.'],
      addition: ['Watch the error rate on the dashboard of the service for ten minutes and tell the on-call engineer.'],
      elsewhere: ['Services run as containers on two servers in building D.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Authentication'],
    evidence: [
      'Requests carry a token in the `Authorization` header.',
      'A token is valid for 30 days and belongs to one person or one service.',
      'To obtain a token, sign in to the developer portal and choose New token.',
    ],
    question: 'How do I authenticate to the API?',
    right: [
      'Send your token in the `Authorization` header of each request.',
      'Sign in to the developer portal and pick "New token".',
      'Tokens expire after 30 days and cannot be shared: each belongs to a single person or service.',
      'A token stays valid for thirty days.',
    ],
    wrong: {
      number: ['Tokens stay valid for 90 days.'],
      name: ['To obtain a token, sign in to the network portal and choose New token.'],
      negation: ['A token does not belong to one person or one service.'],
      addition: ['A token is valid for 30 days, belongs to one person or one service, and is renewed automatically.'],
      elsewhere: ['Each token may send 600 requests per minute.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Listing observations'],
    evidence: [
      'To list the observations of one night, send a GET request with the date of the evening on which the night began:',
      'Results are ordered by start time.',
      'When there are more results than the limit allows, the answer contains a `next` link.',
    ],
    question: 'How do I list the observations of a night?',
    right: [
      'Send a GET request; the date is that of the evening when the night started.',
      'You get the results sorted by start time.',
      'A `next` link is included if the results exceed the limit.',
      'Use the date of the evening, not of the morning after.',
    ],
    wrong: {
      number: ['To list the observations of two nights, send a GET request with the date of the first evening.'],
      name: ['Results are ordered by telescope.'],
      negation: ['When there are more results than the limit allows, the answer does not contain a `next` link.'],
      addition: ['Results are ordered by start time and can be filtered by telescope.'],
      elsewhere: ['Images are fetched from the archive with the `data_url` of an observation.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Alarm priorities'],
    evidence: [
      '| Priority | Example | Acknowledge within | Call the second engineer |',
      '| P1 | Dome does not close while it rains | 5 minutes | at once |',
      '| P2 | Cooling of a camera fails | 15 minutes | after 30 minutes |',
      '| P3 | Disk of the archive over 80% | 4 hours | no |',
    ],
    question: 'How fast must alarms be acknowledged?',
    right: [
      'P1: within 5 minutes; P2: within 15 minutes; P3: within 4 hours.',
      'You call the second engineer immediately for a P1 alarm and after half an hour for a P2.',
      'For a P3 alarm, the second engineer is not called.',
      'When the cooling of a camera fails, you have a quarter of an hour to acknowledge the alarm.',
    ],
    wrong: {
      number: ['P1: within 15 minutes; P2: within 5 minutes; P3: within 4 hours.'],
      name: ['A dome that does not close while it rains is a P2 alarm.'],
      negation: ['For a P3 alarm, you call the second engineer as well.'],
      addition: ['For a P1 alarm, you call the second engineer at once and evacuate the control room.'],
      elsewhere: ['A production service that is down gets a first response within one hour.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Compensation'],
    evidence: [
      'On-call engineers receive a flat rate of 220 euros per week and one hour of leave for every alarm that is answered between 22:00 and 06:00.',
    ],
    question: 'What do I get for being on call?',
    right: [
      'You get €220 a week, plus one hour of leave per alarm answered at night (22:00–06:00).',
      'A flat 220 euros weekly.',
      'Every alarm you answer between 10 pm and 6 am earns you an hour of leave.',
      'On-call engineers at Fernhill are paid a flat rate of 220 euros per week.',
    ],
    wrong: {
      number: ['You get €220 a week, plus two hours of leave per alarm answered at night.'],
      name: ['Team leads receive a flat rate of 220 euros per week.'],
      negation: ['Alarms that are answered between 22:00 and 06:00 do not earn any leave.'],
      addition: ['On-call engineers receive a flat rate of 220 euros per week and a company phone.'],
      elsewhere: ['Mentors get two additional days of training per year.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'Blackout periods'],
    evidence: [
      'A blackout period is a range of dates in which a department does not grant annual leave.',
      'Engineering has a blackout period in the last two weeks of August, when the mirrors are re-coated.',
      'Visitor Services has one during the Night of the Open Dome in May.',
    ],
    question: 'When can I not take annual leave?',
    right: [
      'In Engineering, during the last two weeks of August, because the mirrors are being re-coated.',
      'During a blackout period your department grants no annual leave.',
      'Visitor Services cannot take leave during the Night of the Open Dome, which is in May.',
      'You will not get annual leave in Engineering in the final fortnight of August.',
    ],
    wrong: {
      number: ['In Engineering, during the last three weeks of August.'],
      name: ['Administration has a blackout period in the last two weeks of August, when the mirrors are re-coated.'],
      negation: ['A blackout period is a range of dates in which a department grants annual leave.'],
      addition: ['Engineering has a blackout period in the last two weeks of August and another one over Christmas.'],
      elsewhere: ['Staff who work between 22:00 and 06:00 get an hour of leave for every eight hours.'],
    },
  },
];
