import type { LabelledFact } from '../labelled-fact.ts';

export const TWENTIETH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '2. Enter the dates in the leave system at least two weeks ahead.',
      'Requests for a single day may be entered up to two days ahead.',
      'A team lead who declines a request must give a written reason and propose another date.',
    ],
    question: 'What if my leave request is refused?',
    right: [
      'Then your team lead owes you a reason in writing as well as an alternative date.',
      'You will be told why in writing and offered a different date.',
      'Leave of just one day can still be requested two days in advance.',
      'Plan ahead: apart from single days, leave goes into the system a fortnight before it starts.',
      'Refusing a request without written grounds is not permitted.',
    ],
    wrong: {
      name: ['Then the People Team owes you a reason in writing as well as an alternative date.'],
      negation: ['Your team lead can turn it down without explaining why.'],
      number: ['Leave of just one day can still be requested one day in advance.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'Illness during annual leave'],
    evidence: [
      'Days of illness during annual leave are given back if you present a medical certificate that covers them.',
      'You must report the illness on the first day, because days cannot be converted afterwards.',
    ],
    question: 'I was ill during my holiday. Are the days lost?',
    right: [
      'No, provided that a medical certificate covers them, they are returned to you.',
      'You get them back with a medical certificate, but only if you reported the illness on day one.',
      'Late reports are useless, since a conversion is impossible afterwards.',
      'They are not lost as long as you can show a certificate for those days.',
    ],
    wrong: {
      addition: ['You get them back with a medical certificate, but only half of them.'],
      negation: ['Yes, days of illness during annual leave are never given back.'],
      elsewhere: ['Sick leave of more than six weeks is followed by a phased return.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'Working part of the week during parental leave'],
    evidence: [
      'You can work up to 24 hours per week during parental leave.',
      'The team lead may decline a request only for operational reasons, which must be stated in writing.',
      'You return to the same position or to an equivalent one.',
    ],
    question: 'May I keep working part-time?',
    right: [
      'Yes, a weekly maximum of 24 hours is allowed while you are on parental leave.',
      'Part-time work is fine as long as it does not exceed 24 hours a week.',
      'Only operational reasons, put down in writing, justify a refusal by the team lead.',
      'Once your leave is over, you get your old position or one equivalent to it.',
    ],
    wrong: {
      number: ['Part-time work is fine as long as it does not exceed 30 hours a week.'],
      name: ['Only medical reasons, put down in writing, justify a refusal by the team lead.'],
      addition: ['Yes, a weekly maximum of 24 hours is allowed while you are on parental leave, at full pay.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to deploy a service'],
    evidence: [
      '2. Wait until the pipeline has built the image and run the tests.',
      "4. Watch the error rate on the service's dashboard for ten minutes.",
      'Deployments to telescope control are allowed only between 10:00 and 15:00, when no telescope is observing.',
    ],
    question: 'What should I keep in mind when deploying?',
    right: [
      'Let the pipeline finish building the image and testing it first.',
      'For the ten minutes after the deployment, keep an eye on the error rate shown on the dashboard.',
      'Telescope control may not be deployed at night, but only from 10 in the morning to 3 in the afternoon.',
      'The window for telescope control is 10:00–15:00 because the telescopes are idle then.',
    ],
    wrong: {
      number: ['The window for telescope control is 10:00–18:00 because the telescopes are idle then.'],
      negation: ['You do not have to wait until the tests have run.'],
      elsewhere: ['The answer of the health check contains the fields status, version and uptime.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Compensation'],
    evidence: [
      'On-call engineers receive a flat rate of 220 euros per week and one hour of leave for every alarm that is answered between 22:00 and 06:00.',
    ],
    question: 'Is it worth being on call?',
    right: [
      'Financially, each week brings you a flat €220.',
      'Besides the weekly 220 euros, every alarm you deal with between ten at night and six in the morning gives you an hour off.',
      'Two alarms answered at night mean two hours of leave.',
    ],
    wrong: {
      number: ['Financially, each month brings you a flat €220.'],
      name: ['Besides the weekly 220 euros, every alarm you deal with at night gives you a training day.'],
      addition: ['Financially, each week brings you a flat €220, and double that at Christmas.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Limits'],
    evidence: [
      'Each token may send 600 requests per minute.',
      'An answer holds at most 500 observations.',
      'Images are not part of the API; they are fetched from the archive with the `data_url` of an observation.',
    ],
    question: 'What can the API not do?',
    right: [
      'It does not deliver images; you download those from the archive via `data_url`.',
      'More than 500 observations never come back in one answer.',
      'A token cannot make more than 600 requests in a minute.',
      'To see an image you have to turn to the archive.',
    ],
    wrong: {
      number: ['More than 600 observations never come back in one answer.'],
      name: ['It does not deliver images; you request those from the service desk via `data_url`.'],
      negation: ['It delivers images as part of each answer.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'After a power failure'],
    evidence: [
      'After a power failure the dome does not close by itself, because the motors have no battery.',
      'Close the slit with the hand crank, which takes about twelve minutes, and cover the mirror before you restore the power.',
    ],
    question: 'The power is gone. What now?',
    right: [
      'Crank the slit shut by hand; plan a dozen minutes for that.',
      'Do not restore the power until the mirror is covered.',
      'Nothing will close automatically, as there is no battery for the motors.',
      'First the slit, then the mirror cover, and only after that the power.',
    ],
    wrong: {
      number: ['Crank the slit shut by hand; plan two dozen minutes for that.'],
      negation: ['The dome closes automatically, as there is a battery for the motors.'],
      addition: ['Crank the slit shut by hand and light a candle in the control room.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Before you use a machine'],
    evidence: [
      'Tie back long hair and remove rings and scarves.',
      'Check that the emergency stop works.',
      'Enter your name in the machine log.',
      'Nobody may work alone at the lathe or the milling machine, because a person who is caught by a rotating part cannot reach the emergency stop.',
    ],
    question: 'May I use the lathe on my own?',
    right: [
      'No, you need company: caught by a rotating part, you would be unable to reach the emergency stop.',
      'No, solitary work at the lathe is forbidden.',
      'Before you begin, write your name in the machine log and test the emergency stop.',
      'Jewellery such as rings has to come off, and long hair is tied back.',
    ],
    wrong: {
      negation: ['Yes, working alone at the lathe is allowed.'],
      name: ['Before you begin, write your name in the visitor book and test the emergency stop.'],
      elsewhere: ['The carnet has to be stamped at every border.'],
    },
  },
];
