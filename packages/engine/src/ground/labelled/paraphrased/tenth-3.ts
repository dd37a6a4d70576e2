import type { LabelledFact } from '../labelled-fact.ts';

export const TENTH_3: readonly LabelledFact[] = [
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to roll back'],
    evidence: [
      'A rollback takes about 40 seconds.',
      'It does not undo changes to the database, so every migration must work with the previous version as well.',
    ],
    question: 'What does a rollback do?',
    right: [
      'Rolling back takes roughly 40 s and leaves database changes in place.',
      'Since database changes are not reverted, migrations have to be compatible with the previous version.',
      'No, a rollback leaves the database as it is.',
      'Expect a rollback to be finished in around forty seconds.',
    ],
    wrong: {
      number: ['Rolling back takes roughly four minutes and leaves database changes in place.'],
      name: [
        'A rollback does not undo changes to the configuration, so every migration must work with the previous version as well.',
      ],
      negation: [
        'A rollback reverts changes to the database too, so a migration need not work with the previous version.',
      ],
      addition: ['A rollback takes about 40 seconds, during which the service does not answer requests.'],
      elsewhere: ['A blue-green deployment can be undone at once but needs twice the memory.'],
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
    question: 'When is a blue-green deployment used?',
    right: [
      'Blue-green deployment keeps the old version running next to the new one and moves traffic from one to the other.',
      'The archive is deployed this way because copying the data of a night may not be interrupted.',
      'Its drawback is that it takes double the memory of a rolling deployment; its advantage is that it can be reversed immediately.',
      'A rolling deployment gets by with half the memory of a blue-green one.',
    ],
    wrong: {
      number: [
        'Compared with a rolling deployment, a blue-green deployment needs three times the memory but can be undone at once.',
      ],
      name: [
        'Blue-green deployment is used for the scheduler, which must not be interrupted while the data of a night is being copied.',
      ],
      negation: ['Unlike a rolling deployment, a blue-green deployment cannot be undone at once.'],
      addition: [
        'Blue-green deployment is used for the archive, which must not be interrupted, and for the weather gateway.',
      ],
      elsewhere: ['Deployments to telescope control are restricted to the hours between 10:00 and 15:00.'],
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
    question: 'What are the limits of the API?',
    right: [
      'A single token is limited to 600 requests a minute, and no answer contains more than 500 observations.',
      'Images cannot be obtained through the API; use the `data_url` of the observation to get them from the archive.',
      'You can make up to six hundred requests per minute with one token.',
      'To download an image, take the data_url of its observation and fetch it from the archive.',
    ],
    wrong: {
      number: [
        'A single token is limited to 500 requests a minute, and no answer contains more than 600 observations.',
      ],
      name: [
        'Images are not part of the API; they are fetched from the developer portal with the `data_url` of an observation.',
      ],
      negation: ['Images are part of the API and are returned with the `data_url` of an observation.'],
      addition: ['Each token may send 600 requests per minute; further requests are queued and answered later.'],
      elsewhere: ['A token is valid for 30 days and belongs to one person or one service.'],
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
    question: 'What do the error codes of the API mean?',
    right: [
      'Status 401 tells you that your token has expired or was not sent, so you should create another one.',
      'If you get a 429, you have sent too many requests and should wait as many seconds as the Retry-After header says.',
      'A 404 means there is no observation with that id; look the id up in the archive browser.',
      'With a 400, one of the parameters is malformed: the answer names the field that needs correcting.',
    ],
    wrong: {
      number: ['Status 400 tells you that your token has expired or was not sent, so you should create another one.'],
      name: ['A 404 means there is no observation with that id; look the id up in the scheduling tool.'],
      negation: ['A 401 means that the token is valid, but the id of the observation is not.'],
      addition: [
        'If you get a 429, wait for the number of seconds in the Retry-After header, or ask an administrator to raise your limit.',
      ],
      elsewhere: ['A status other than ok means that the service runs but cannot do its work.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Who can be on call?'],
    evidence: [
      'Everybody in Engineering with at least six months of experience at Fernhill can be on call.',
      'Nobody is on call more often than every fourth week.',
    ],
    question: 'Who may be on call, and how often?',
    right: [
      'Anyone in Engineering who has been at Fernhill for half a year or longer can do on-call shifts.',
      'An engineer has at least three weeks free of on-call duty between two shifts.',
      'You are on call at most one week in four.',
      'People with less than six months of experience at Fernhill are not eligible.',
    ],
    wrong: {
      number: ['You are on call at most one week in three.'],
      name: ['Everybody in Science with at least six months of experience at Fernhill can be on call.'],
      negation: ['Engineers with less than six months of experience at Fernhill can be on call as well.'],
      addition: [
        'Everybody in Engineering with at least six months of experience at Fernhill can be on call, once a colleague has trained them.',
      ],
      elsewhere: ['Mentors come from another department and meet the new colleague once a month.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'What must I do when an alarm comes in?'],
    evidence: [
      '1. Acknowledge the alarm within 15 minutes.',
      '2. Look up the alarm in the runbook.',
      '3. Follow the steps of the runbook, or call the second engineer when there is no entry.',
      '4. Record what you did in the incident channel.',
      '5. Hand over open points at the Monday meeting.',
    ],
    question: 'What does the on-call engineer do when an alarm arrives?',
    right: [
      'The alarm must be acknowledged within a quarter of an hour, and then looked up in the runbook.',
      'If the runbook says nothing about the alarm, phone the second engineer.',
      'Whatever was done goes into the incident channel, and anything unresolved is handed over in the meeting on Monday.',
      'After acknowledging, you consult the runbook and carry out its steps.',
    ],
    wrong: {
      number: ['The alarm must be acknowledged within half an hour, and then looked up in the runbook.'],
      name: [
        'Whatever was done is recorded in the deployment log, and open points are handed over at the Monday meeting.',
      ],
      negation: ['You call the second engineer when the runbook has an entry for the alarm.'],
      addition: [
        'Follow the steps of the runbook, and inform the head of Engineering when they take longer than an hour.',
      ],
      elsewhere: ['Call the security officer on extension 4455 and leave the device switched on.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'Why does a dome alarm have the highest priority?'],
    evidence: [
      'A dome alarm has the highest priority because rain on a primary mirror destroys its coating within minutes.',
      'Re-coating a mirror takes two weeks and costs about 60,000 euros.',
    ],
    question: 'Why are dome alarms so urgent?',
    right: [
      'Rain ruins the coating of a primary mirror in a matter of minutes, which is why dome alarms come first.',
      'Applying a new coating takes 14 days and costs around €60,000.',
      'No alarm ranks above a dome alarm.',
      'Because a mirror whose coating was destroyed needs two weeks and about 60 000 euros to be re-coated.',
    ],
    wrong: {
      number: ['Applying a new coating takes two weeks and costs around €16,000.'],
      name: ['A dome alarm has the highest priority because rain on a camera destroys its coating within minutes.'],
      negation: [
        'Rain does not harm the coating of a primary mirror, but a dome alarm still has the highest priority.',
      ],
      addition: [
        'Re-coating a mirror takes two weeks and costs about 60,000 euros, which the insurance does not cover.',
      ],
      elsewhere: ['In the last two weeks of August, Engineering grants no annual leave.'],
    },
  },
];
