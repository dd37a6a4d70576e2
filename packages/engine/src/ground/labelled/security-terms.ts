import type { LabelledFact } from './labelled-fact.ts';

export const SECURITY_TERMS: readonly LabelledFact[] = [
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Phishing'],
    evidence: [
      'Phishing is an attack in which a message pretends to come from a trusted sender in order to obtain passwords or money.',
      'Most phishing messages create time pressure, for instance by threatening to close an account.',
    ],
    question: 'What is phishing?',
    right: [
      'Phishing is an attack in which a message pretends to come from a trusted sender to get passwords or money.',
      'Most phishing messages create time pressure, for example by threatening to close an account.',
      'In a phishing attack, a message claims to be from a trusted sender in order to obtain money or passwords.',
    ],
    wrong: {
      negation: [
        'Phishing is an attack in which a message does not pretend to come from a trusted sender.',
        'Most phishing messages do not create time pressure.',
      ],
      addition: [
        'Phishing is an attack in which a message pretends to come from a trusted sender, usually sent by criminal gangs overseas with stolen telephone numbers.',
      ],
      elsewhere: ['A firewall is a device that forwards or blocks network traffic according to rules.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Backup'],
    evidence: [
      'A backup is a copy of data that is kept in another place so that it can be restored after a loss.',
      'Observation data is copied every night to the archive in building D, and every week to a second site 60 kilometres away.',
    ],
    question: 'How often is observation data backed up?',
    right: [
      'Observation data is copied every night to the archive in building D.',
      'Every week, it is copied to a second site that is 60 kilometres away.',
      'A backup is a copy of data kept elsewhere so that it can be restored after a loss.',
    ],
    wrong: {
      number: [
        'Every week, it is copied to a second site 16 kilometres away.',
        'Every week, it is copied to a second site 60 metres away.',
      ],
      name: [
        'Observation data is copied every night to the archive in building B.',
        'Observation data is copied every night to Dropbox.',
      ],
      negation: ['Observation data is not copied every night to the archive in building D.'],
      addition: [
        'Observation data is copied every night to the archive in building D and printed on microfilm for legal purposes.',
      ],
      elsewhere: ['Certificates are renewed automatically while the laptop is on the office network.'],
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
      'Least privilege means that an account receives only the rights that its task needs.',
      'Accounts of summer students expire on the last day of the contract.',
      'The accounts of summer students are created with least privilege.',
    ],
    wrong: {
      number: ['Accounts of summer students expire 30 days after the last day of the contract.'],
      name: ['Accounts of Fulbright students are created with least privilege.'],
      negation: [
        'Accounts of summer students are not created with least privilege.',
        'Accounts of summer students expire on the first day of the contract.',
      ],
      addition: [
        'Accounts of summer students are created with least privilege and are monitored by cameras around the clock.',
      ],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Certificate'],
    evidence: [
      'A certificate is a signed statement that a public key belongs to a machine or a person.',
      'Certificates of laptops are valid for twelve months and are renewed automatically while the laptop is on the office network.',
    ],
    question: 'How long are certificates of laptops valid?',
    right: [
      'Certificates of laptops are valid for twelve months.',
      'Laptop certificates are valid for 12 months and renew automatically while the laptop is on the office network.',
      'A certificate is a signed statement that a public key belongs to a person or a machine.',
    ],
    wrong: {
      number: [
        'Certificates of laptops are valid for six months.',
        'Certificates of laptops are valid for twelve weeks.',
      ],
      negation: [
        'Certificates of laptops are not renewed automatically while the laptop is on the office network.',
        'Certificates of laptops are renewed manually while the laptop is on the office network.',
        'A certificate is a signed statement that a private key belongs to a machine or a person.',
      ],
      addition: [
        'Certificates of laptops are valid for twelve months and cost the department a yearly licence charge.',
      ],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'How to report an incident'],
    evidence: [
      '1. Stop what you are doing, but leave the device switched on.',
      '2. Call the security officer on extension 4455, at any hour.',
      '4. Do not delete mails, files or logs.',
      'Nobody is blamed for reporting an incident that turns out to be harmless.',
    ],
    question: 'How is a security incident reported?',
    right: [
      'Call the security officer on extension 4455 at any hour.',
      'Stop what you are doing and leave the device switched on.',
      'Mails, files and logs must not be deleted.',
      'Nobody is blamed for an incident that turns out to be harmless.',
    ],
    wrong: {
      number: ['Call the security officer on extension 4400 at any hour.'],
      name: ['Call the Director on extension 4455 at any hour.'],
      negation: [
        'Stop what you are doing and switch the device off.',
        'Delete mails, files and logs.',
        'Everybody is blamed for reporting an incident that turns out to be harmless.',
      ],
      addition: ['Call the security officer on extension 4455 and then post a warning on social media for customers.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'Severity levels'],
    evidence: [
      '| Level | Meaning | First response | Who is informed |',
      '| S1 | Telescope control or personal data affected | 15 minutes | Director and data protection officer |',
      '| S2 | A production service is down | 1 hour | Head of Engineering |',
      '| S3 | One device or one account affected | 4 hours | Team lead |',
    ],
    question: 'Who is informed about an incident of level S1, and how fast?',
    right: [
      'The director and the data protection officer are informed about an incident of level S1.',
      'The first response to an S1 incident comes within 15 minutes.',
      'When a production service is down, the level is S2 and the Head of Engineering is informed.',
      'An incident of level S3 affects one device or one account, and the team lead is informed.',
    ],
    wrong: {
      number: [
        'The first response to an S1 incident comes within 45 minutes.',
        'When a production service is down, the first response comes within 4 hours.',
      ],
      name: [
        'When a production service is down, the Head of Administration is informed.',
        'An incident of level S5 affects one device or one account.',
      ],
      negation: ['The director is not informed when personal data is affected.'],
      addition: [
        'The director and the data protection officer are informed about an incident of level S1, and journalists receive a press statement.',
      ],
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
    question: 'What does the report on an incident contain?',
    right: [
      'The report names the cause, the effect and the measures that prevent a repetition.',
      'The security officer writes the report within five working days.',
      'The report does not name the person who made a mistake.',
    ],
    wrong: {
      number: [
        'The security officer writes the report within ten working days.',
        'The security officer writes the report within five weeks.',
      ],
      name: ['The Head of Engineering writes a report within five working days.'],
      negation: [
        'The report names the person who made a mistake.',
        'The security officer does not write a report within five working days.',
      ],
      addition: [
        'The report names the cause, the effect, the measures that prevent a repetition and the financial damage to suppliers.',
      ],
    },
  },
];
