import type { LabelledFact } from '../labelled-fact.ts';

export const FIFTEENTH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '2. Enter the dates in the leave system at least two weeks ahead.',
      '3. Wait for the confirmation of your team lead, which arrives within three working days.',
      'A team lead who declines a request must give a written reason and propose another date.',
    ],
    question: 'What happens after I have requested leave?',
    right: [
      'Your team lead will confirm it within three working days.',
      'You wait for your team lead to confirm, which takes no longer than three working days.',
      'If it is declined, you receive a written reason and an alternative date.',
      'When team leads decline a request, they have to justify this in writing and suggest a different date.',
      'The dates should be in the leave system at least 14 days beforehand.',
    ],
    wrong: {
      number: ['Your team lead will confirm it within five working days.'],
      name: ['Your mentor will confirm it within three working days.'],
      negation: ['A team lead who declines a request does not have to give a written reason.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How much annual leave do I get?'],
    evidence: [
      'Full-time staff receive 27 days of annual leave per calendar year.',
      'Staff who work part of the week receive the same share of 27 days as their share of a full week, rounded up to the next half day.',
    ],
    question: 'How many days of leave do I get?',
    right: [
      'Full-time employees have 27 days of annual leave every calendar year.',
      'If you work full time, you are entitled to 27 days per year.',
      'Part-time staff receive a share of the 27 days that corresponds to their share of a full week.',
      'For part-time staff, the result is rounded up to the next half day.',
      'Twenty-seven days per calendar year for full-time staff, and proportionally less for part-time staff.',
    ],
    wrong: {
      addition: ['Full-time employees have 27 days of annual leave every calendar year, and trainees have 30.'],
      elsewhere: ['Everybody has five training days per year.'],
      number: ['Full-time employees have 28 days of annual leave every calendar year.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'How to apply for parental leave'],
    evidence: [
      'Send the signed application to the People Team.',
      'Agree on a handover with the colleagues who cover for you.',
      'Return your hardware keys only if the leave lasts longer than six months.',
      'The People Team confirms the application within two weeks.',
    ],
    question: 'What do I have to do before parental leave?',
    right: [
      'The signed application goes to the People Team, who confirm it within two weeks.',
      'Arrange a handover with the colleagues who will cover for you.',
      'Hardware keys only have to be returned if you are away for more than six months.',
      'You can keep your hardware keys if your leave lasts six months or less.',
      'Within 14 days, you will receive confirmation from the People Team.',
    ],
    wrong: {
      number: ['The signed application goes to the People Team, who confirm it within four weeks.'],
      name: ['Agree on a handover with the team lead who covers for you.'],
      negation: ['You must not return your hardware keys if the leave lasts longer than six months.'],
      elsewhere: ['The first four months are paid at 80% of the salary.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave', 'How do I report sick?'],
    evidence: [
      'Call or write to your team lead before your shift begins.',
      'Say how long you expect to be away and which duties need cover.',
      'Record the absence in the leave system on the first day you are able to.',
      'Nobody is required to say what the illness is.',
    ],
    question: 'What must I tell my team lead when I am sick?',
    right: [
      'How long you expect to be absent and which of your duties need to be covered.',
      'Contact your team lead by phone or in writing before your shift starts.',
      'You are not obliged to say what illness you have.',
      'The absence has to be recorded in the leave system as soon as you are able to do so.',
      'Tell them the expected length of your absence; you do not need to name the illness.',
    ],
    wrong: {
      name: ['Call or write to the service desk before your shift begins.'],
      negation: ['Everybody is required to say what the illness is.'],
      addition: ['Say how long you expect to be away, which duties need cover and where you can be reached.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to deploy a service'],
    evidence: [
      '1. Merge the change into the main branch.',
      '2. Wait until the pipeline has built the image and run the tests.',
      '3. Approve the deployment in the pipeline.',
      'Deployments to telescope control are allowed only between 10:00 and 15:00, when no telescope is observing.',
    ],
    question: 'When may I deploy to telescope control?',
    right: [
      'Only between 10:00 and 15:00, because no telescope is observing then.',
      'Between 10 am and 3 pm, when none of the telescopes is observing.',
      'After merging into the main branch, wait for the pipeline to build the image and run the tests.',
      'The deployment is approved in the pipeline.',
      'You are not allowed to deploy to telescope control before 10:00 or after 15:00.',
    ],
    wrong: {
      number: ['Only between 10:00 and 16:00, because no telescope is observing then.'],
      name: ['Merge the change into the release branch.'],
      elsewhere: ['A rollback takes about 40 seconds.'],
    },
  },
  {
    path: 'engineering/observation-api.html',
    context: ['Using the observation API', 'Errors'],
    evidence: [
      '| Status | Meaning | What to do |',
      '| 400 | A parameter has the wrong form | Read the field named in the answer and correct it |',
      '| 401 | The token is missing or expired | Create a new token |',
      '| 404 | No observation has this id | Check the id in the archive browser |',
      '| 429 | Too many requests | Wait for the number of seconds in the Retry-After header |',
    ],
    question: 'What should I do when I get status 401?',
    right: [
      'Create a new token, because yours is missing or has expired.',
      'Status 401 means that the token is missing or expired; create a new one.',
      'A 429 is returned when there are too many requests.',
      'For status 404, check the id in the archive browser.',
      'When a parameter has the wrong form, the API answers with status 400.',
    ],
    wrong: {
      number: ['Status 404 means that there are too many requests.'],
      addition: ['Create a new token, because yours is missing or has expired, and delete the old one.'],
      elsewhere: ['When there are more results than the limit allows, the answer contains a next link.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Compensation'],
    evidence: [
      'On-call engineers receive a flat rate of 220 euros per week and one hour of leave for every alarm that is answered between 22:00 and 06:00.',
      'The hours are handled like night shift compensation.',
    ],
    question: 'How is on-call duty compensated?',
    right: [
      'With a flat rate of 220 euros per week, and an hour of leave for each alarm answered between 22:00 and 06:00.',
      'On-call engineers get €220 a week and additional leave for alarms at night.',
      'The hours are treated in the same way as compensation for night shifts.',
      'For every alarm answered between 10 pm and 6 am, one hour of leave is granted.',
      'They are paid 220 euros weekly.',
    ],
    wrong: {
      number: [
        'With a flat rate of 250 euros per week, and an hour of leave for each alarm answered between 22:00 and 06:00.',
      ],
      name: [
        'On-call engineers receive a flat rate of 220 euros per week and one hour of training for every alarm that is answered between 22:00 and 06:00.',
      ],
      addition: [
        'On-call engineers receive a flat rate of 220 euros per week, one hour of leave for every alarm and a free meal.',
      ],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Canteen'],
    evidence: [
      'The canteen serves lunch between 11:30 and 14:00.',
      'Night meals for observers are prepared on request and must be ordered before 13:00 of the same day.',
    ],
    question: 'How can observers get a night meal?',
    right: [
      'Observers can request a night meal, which must be ordered before 13:00 on the same day.',
      'They have to order it before 1 pm on the same day.',
      'Night meals are made only on request.',
      'The canteen is open for lunch from 11:30 to 14:00.',
      'By ordering it before 13:00; lunch is served between 11:30 and 14:00.',
    ],
    wrong: {
      number: ['They have to order it before 11 am on the same day.'],
      name: ['Night meals for engineers are prepared on request.'],
      negation: ['Night meals for observers are not prepared on request.'],
      elsewhere: ['Books can be borrowed for four weeks.'],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Waste'],
    evidence: [
      'Metal chips go into the blue container, oily rags into the closed red bin.',
      'Solvents must not be poured into a sink; the chemist collects them every Thursday.',
    ],
    question: 'How do I dispose of solvents?',
    right: [
      'They are collected by the chemist every Thursday.',
      'Do not pour them into a sink; the chemist picks them up each Thursday.',
      'It is forbidden to pour solvents into a sink.',
      'Oily rags belong in the closed red bin and metal chips in the blue container.',
      'Put metal chips into the blue container.',
    ],
    wrong: {
      name: ['They are collected by the chemist every Tuesday.'],
      negation: ['Pour them into a sink; the chemist does not collect them.'],
      addition: ['Solvents must not be poured into a sink; the chemist collects them every Thursday in glass bottles.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Entering a dome'],
    evidence: [
      '1. Call the control room and say which dome you are going to enter.',
      '2. Turn the key switch at the door to LOCAL and take the key with you.',
      '3. Wait until the yellow lamp is off.',
      '4. Put on a helmet.',
    ],
    question: 'What must be done before entering a dome?',
    right: [
      'Call the control room and tell them which dome you are going to enter.',
      'The key switch at the door has to be turned to LOCAL, and you take the key with you.',
      'Wait for the yellow lamp to go off and put on a helmet.',
      'You should inform the control room, turn the key switch to LOCAL, wait until the yellow lamp is off and put on a helmet.',
      'You must wear a helmet.',
    ],
    wrong: {
      name: ['Wait until the red lamp is off.'],
      negation: ['Turn the key switch at the door to LOCAL, but do not take the key with you.'],
      elsewhere: ['A harness must be replaced after ten years.'],
      addition: ['Put on a helmet and gloves.'],
    },
  },
];
