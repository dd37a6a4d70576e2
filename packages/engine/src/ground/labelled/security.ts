import type { LabelledFact } from './labelled-fact.ts';

export const SECURITY: readonly LabelledFact[] = [
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Choosing a password'],
    evidence: [
      'Passwords must have at least 14 characters.',
      'You must not reuse a password of another service, because a leak at one service would open the other.',
    ],
    question: 'What does a password at Fernhill need?',
    right: [
      'A password must have at least 14 characters.',
      'You must not reuse the password of another service, since a leak there would open this one too.',
      'Passwords need 14 characters or more.',
      'Passwords of other services may not be reused.',
    ],
    wrong: {
      number: ['A password must have at least 12 characters.', 'A password must have at most 14 characters.'],
      negation: ['You may reuse a password of another service.', 'Passwords need not have 14 characters.'],
      addition: ['Passwords must have at least 14 characters, including a digit and a special symbol.'],
      elsewhere: ['A token is valid for 30 days.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Choosing a password'],
    evidence: [
      'Multi-factor authentication (MFA) is required for e-mail, the telescope control network and the finance system.',
      'A hardware key is preferred; an authenticator app is accepted; text messages are not.',
    ],
    question: 'For which systems is multi-factor authentication required?',
    right: [
      'MFA is required for e-mail, the telescope control network and the finance system.',
      'A hardware key is preferred and an authenticator app is accepted.',
      'Text messages are not accepted.',
      'The finance system, e-mail and the telescope control network require multi-factor authentication.',
    ],
    wrong: {
      name: ['MFA is required for e-mail, GitHub and the finance system.'],
      negation: [
        'Text messages are accepted.',
        'MFA is not required for e-mail.',
        'An authenticator app is not accepted.',
      ],
      addition: [
        'MFA is required for e-mail, the telescope control network, the finance system and every personal phone with a camera.',
      ],
      elsewhere: ['Passwords are stored in an encrypted vault.'],
    },
  },
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'How to replace a lost hardware key'],
    evidence: [
      '1. Call the service desk on extension 4400 and ask for the old key to be revoked.',
      '2. Show your staff card at the service desk in building C.',
    ],
    question: 'How does somebody replace a lost hardware key?',
    right: [
      'Call the service desk on extension 4400 and ask for the old key to be revoked.',
      'Then show your staff card at the service desk in building C.',
      'The service desk revokes the old key when you call extension 4400.',
    ],
    wrong: {
      number: ['Call the service desk on extension 4455 and ask for the old key to be revoked.'],
      name: [
        'Show your staff card at the service desk in building D.',
        'Show your passport at the reception in building B.',
      ],
      negation: ['Do not show your staff card at the service desk in building C.'],
      addition: [
        'Call the service desk on extension 4400, pay a deposit of the replacement price and ask for the old key to be revoked.',
      ],
      elsewhere: ['Call the security officer at any hour and write down what you saw.'],
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
    question: 'Within what time must a lost laptop be reported?',
    right: [
      'A lost or stolen laptop must be reported within four hours.',
      'It has to be reported within 4 hours so that its certificates can be revoked before anybody misuses them.',
      'Laptops are encrypted before they are handed out.',
      'Encryption must not be turned off, not even for a repair.',
    ],
    wrong: {
      number: [
        'A lost or stolen laptop must be reported within 24 hours.',
        'A lost or stolen laptop must be reported within four days.',
      ],
      negation: [
        'Encryption may be turned off for a repair.',
        'A laptop that is lost need not be reported within four hours.',
        'Laptops are encrypted after they are handed out.',
      ],
      addition: ['A laptop that is lost or stolen must be reported within four hours to the local police station.'],
      elsewhere: ['Certificates of laptops are valid for twelve months.'],
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
    question: 'How does a visitor get access to the guest network?',
    right: [
      'Create a voucher in the network portal to give a visitor access.',
      'A voucher is valid for 24 hours and for one device.',
      'The guest network is separated from the control network by a firewall.',
      'Personal phones of staff should be connected to the guest network only.',
    ],
    wrong: {
      number: [
        'A voucher is valid for 48 hours and for one device.',
        'A voucher is valid for 24 hours and for three devices.',
        'A voucher is valid for 24 days and for one device.',
      ],
      name: ['To give a visitor access, create a voucher in Okta.'],
      negation: [
        'The guest network is not separated from the control network by a firewall.',
        'Staff should connect personal phones to any other network.',
      ],
      addition: ['A voucher is valid for 24 hours and for one device, and unlocks the parking garage as well.'],
      elsewhere: ['A token is valid for 30 days and belongs to one person or one service.'],
    },
  },
];
