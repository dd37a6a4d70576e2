import type { LabelledFact } from '../labelled-fact.ts';

export const TENTH_2: readonly LabelledFact[] = [
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave', 'Working part of the week during parental leave'],
    evidence: [
      'You can work up to 24 hours per week during parental leave.',
      'The team lead may decline a request only for operational reasons, which must be stated in writing.',
      'You return to the same position or to an equivalent one.',
      'An equivalent position is a position with the same pay grade, the same number of hours and comparable duties.',
    ],
    question: 'Can I work while I am on parental leave?',
    right: [
      'Yes, you may work as many as 24 hours a week during parental leave.',
      'Your team lead can refuse only on operational grounds, and these have to be put in writing.',
      'Afterwards you come back to your old position or one that is equivalent, meaning the same pay grade and hours and similar duties.',
      'Working more than 24 hours per week is not possible during parental leave.',
    ],
    wrong: {
      number: ['Yes, you may work as many as 28 hours a week during parental leave.'],
      name: ['The People Team may decline a request only for operational reasons, which must be stated in writing.'],
      negation: [
        'An equivalent position need not have the same pay grade, but it has the same number of hours and comparable duties.',
      ],
      addition: ['You can work up to 24 hours per week during parental leave, also for another employer.'],
      elsewhere: ['You have to tell your team lead about your plans at least eight weeks before the leave begins.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Choosing a password'],
    evidence: [
      'Multi-factor authentication (MFA) is required for e-mail, the telescope control network and the finance system.',
      'A hardware key is preferred; an authenticator app is accepted; text messages are not.',
    ],
    question: 'Which second factors are allowed?',
    right: [
      'You should ideally use a hardware key, although an authenticator app is fine too.',
      'Codes sent by text message are not accepted as a second factor.',
      'E-mail, the finance system and the telescope control network all require MFA.',
      'Logging in to e-mail, finance or telescope control without multi-factor authentication is not permitted.',
    ],
    wrong: {
      number: ['Two hardware keys are required for e-mail, the telescope control network and the finance system.'],
      name: ['Multi-factor authentication is required for e-mail, the guest network and the finance system.'],
      negation: ['A hardware key is preferred, but an authenticator app and text messages are accepted as well.'],
      addition: [
        'A hardware key is preferred, because authenticator apps can be copied; text messages are not accepted.',
      ],
      elsewhere: ['A password needs at least fourteen characters.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'How to replace a lost hardware key'],
    evidence: [
      '1. Call the service desk on extension 4400 and ask for the old key to be revoked.',
      '2. Show your staff card at the service desk in building C.',
      '3. Register the new key under Account > Security keys.',
      '4. Sign out of every open session.',
    ],
    question: 'How do I replace a lost hardware key?',
    right: [
      'Ring the service desk at 4400 to have the old key revoked, then go to building C and show your staff card.',
      'The new key is registered under Account > Security keys, after which all open sessions should be signed out.',
      'As a last step, you sign out of all sessions that are still open.',
      'First, phone extension 4400 and request that the lost key be revoked.',
    ],
    wrong: {
      number: ['First, phone extension 4455 and request that the lost key be revoked.'],
      name: ['After the call, show your staff card at the service desk in building D.'],
      negation: ['Stay signed in to every open session after the new key is registered.'],
      addition: ['Ring the service desk at 4400 to have the old key revoked, and pay a replacement fee in building C.'],
      elsewhere: ['A lost laptop has to be reported within four hours so that its certificates can be revoked.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Laptops'],
    evidence: [
      'Laptops are encrypted before they are handed out.',
      'Do not turn encryption off, even for a repair.',
      'A laptop that is lost or stolen must be reported within four hours, so that its certificates can be revoked before they are misused.',
    ],
    question: 'What must I know about my laptop?',
    right: [
      'Encryption must stay on at all times, including during repairs.',
      'If your laptop is stolen or goes missing, report it within 4 hours.',
      'Prompt reporting allows the certificates to be revoked before anyone can misuse them.',
      'Every laptop is already encrypted when staff receive it.',
    ],
    wrong: {
      number: ['If your laptop is stolen or goes missing, report it within 24 hours.'],
      name: [
        'A phone that is lost or stolen must be reported within four hours, so that its certificates can be revoked.',
      ],
      negation: ['Encryption may be turned off for a repair, but for nothing else.'],
      addition: ['If your laptop is stolen, report it within four hours to the security officer and to the police.'],
      elsewhere: ['The certificates of laptops are valid for twelve months and are renewed automatically.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Visitors and the guest network'],
    evidence: [
      'Visitors use the guest network, which is separated from the control network by a firewall.',
      'Staff should not connect personal phones to any other network.',
      'To give a visitor access, create a voucher in the network portal; a voucher is valid for 24 hours and for one device.',
    ],
    question: 'How do visitors get network access?',
    right: [
      'Create a voucher for the visitor in the network portal; it works on a single device for one day.',
      'Personal phones of staff belong on the guest network only.',
      'A firewall separates the guest network, which visitors use, from the control network.',
      'A voucher cannot be used for more than one device, and it lasts 24 hours.',
    ],
    wrong: {
      number: ['Create a voucher for the visitor in the network portal; it works on two devices for 24 hours.'],
      name: ['Vouchers for visitors are created in the developer portal and are valid for 24 hours.'],
      negation: ['Staff may connect personal phones to networks other than the guest network.'],
      addition: ['A voucher is valid for 24 hours and for one device, and can be extended once by the host.'],
      elsewhere: ['Each telescope has a firewall of its own on its control network.'],
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
      '| S4 | No effect observed | next working day | Service desk |',
    ],
    question: 'How fast is an incident answered, and who is told?',
    right: [
      'When a production service goes down, the Head of Engineering is informed and the first response follows within an hour.',
      'Incidents that touch personal data are S1, so a first response is due after a quarter of an hour.',
      'Both the director and the data protection officer are informed of an S1 incident.',
      'An incident without any observed effect is level S4, and the service desk is told.',
    ],
    wrong: {
      number: ['When a single device or account is affected, the first response is due within one hour.'],
      name: [
        'When a production service goes down, the team lead is informed and the first response follows within an hour.',
      ],
      negation: ['An incident that does not affect personal data or telescope control is level S1.'],
      addition: [
        'The director and the data protection officer are informed of an S1 incident, and the press office prepares a statement.',
      ],
      elsewhere: ['A P2 alarm has to be acknowledged within 15 minutes.'],
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
    question: 'What follows an incident?',
    right: [
      'Within 5 working days, a report is written by the security officer.',
      'Whoever made the mistake remains unnamed in the report.',
      'The report covers what caused the incident, what it led to and how it will be kept from happening again.',
      'It lists cause, effect and preventive measures, but leaves out who was at fault.',
    ],
    wrong: {
      number: ['Within ten working days, a report is written by the security officer.'],
      name: ['Within five working days, a report is written by the data protection officer.'],
      negation: ['The report names the person who made the mistake as well as the cause and the effect.'],
      addition: [
        'The report names the cause, the effect and the measures that prevent a repetition, and is published on the intranet.',
      ],
      elsewhere: ['Nobody is blamed for reporting an incident that turns out to be harmless.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Backup'],
    evidence: [
      'A backup is a copy of data that is kept in another place so that it can be restored after a loss.',
      'Observation data is copied every night to the archive in building D, and every week to a second site 60 kilometres away.',
    ],
    question: 'How is observation data backed up?',
    right: [
      'Each night the observation data goes to the archive in building D, and once a week a copy is sent to another site 60 km away.',
      'The archive in building D receives a nightly copy of the observation data.',
      'Backups are copies kept elsewhere, which allow lost data to be restored.',
      'There is a weekly copy at a second location sixty kilometres from here.',
    ],
    wrong: {
      number: [
        'Each night the observation data goes to the archive in building D, and once a week to a second site 16 km away.',
      ],
      name: ['Observation data is copied every night to the archive in building B, and every week to a second site.'],
      negation: ['A backup is kept in the same place as the data, so that it can be restored after a loss.'],
      addition: [
        'Observation data is copied every night to the archive in building D, where it is kept for ten years.',
      ],
      elsewhere: [
        'The control network of each telescope has its own firewall, so a fault in one dome does not spread.',
      ],
    },
  },
];
