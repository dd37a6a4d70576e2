import type { LabelledFact } from '../labelled-fact.ts';

export const FOURTEENTH_2: readonly LabelledFact[] = [
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'Handling liquid nitrogen'],
    evidence: [
      'Liquid nitrogen is nitrogen in its liquid state, at minus 196 degrees Celsius, which we use to cool infrared cameras.',
      'It displaces oxygen when it evaporates, so it must never be carried in the lift together with people.',
    ],
    question: 'Why is liquid nitrogen dangerous?',
    right: [
      'When it evaporates, it pushes out the oxygen.',
      'It is extremely cold (−196 °C) and displaces oxygen.',
      'You must not take the lift together with liquid nitrogen.',
      'We cool our infrared cameras with it.',
      'Because it displaces oxygen as it evaporates, no one may ride in the lift with it.',
      'The infrared cameras are cooled with nitrogen at 196 degrees below zero.',
    ],
    wrong: {
      number: ['Liquid nitrogen is nitrogen in its liquid state, at minus 169 degrees Celsius.'],
      name: ['We cool our primary mirrors with it.'],
      negation: ['It may be carried in the lift together with people.'],
      addition: [
        'It displaces oxygen when it evaporates and is poisonous, so it must never be carried in the lift together with people.',
      ],
    },
  },
  {
    path: 'facilities/workshop.md',
    context: ['Working in the workshop', 'What should I do in case of an oxygen alarm?'],
    evidence: [
      'Leave the room at once and close the door behind you.',
      'Do not go back for anything, and do not try to pull somebody out without breathing apparatus.',
      'Call 4112 from a safe place.',
    ],
    question: 'May I rescue someone during an oxygen alarm?',
    right: [
      'Only with breathing apparatus.',
      'No, not without breathing apparatus.',
      'Do not attempt a rescue unless you wear breathing apparatus.',
      'You leave the room, close the door and call 4112.',
      'Going back into the room for your things is forbidden.',
      'Get to safety first and then dial 4112.',
    ],
    wrong: {
      number: ['You leave the room, close the door and call 112.'],
      negation: ['You may go back for your things before you close the door.'],
      addition: ['Leave the room at once, close the door behind you and switch off the extraction.'],
      elsewhere: ['Nobody may work alone at the lathe.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Lasers'],
    evidence: [
      'The laser guide star is a beam of yellow light that creates an artificial star in the upper atmosphere.',
      'It is used by the adaptive optics of the Birch telescope.',
      'Nobody may look along the beam, and the beam must be switched off when an aircraft comes within 25 degrees of it.',
      'Two aircraft spotters are required for every night with the laser.',
    ],
    question: 'What is the laser guide star?',
    right: [
      'A yellow beam that makes an artificial star in the upper atmosphere.',
      'The adaptive optics of Birch use it.',
      'When an airplane approaches to within 25 degrees of the beam, the laser has to be switched off.',
      'You must never look along the beam.',
      'On nights with the laser, two people watch for aircraft.',
      'It takes two spotters per laser night to look out for aircraft.',
    ],
    wrong: {
      number: ['On nights with the laser, three aircraft spotters are required.'],
      name: ['A green beam that makes an artificial star in the upper atmosphere.'],
      negation: ['The beam stays on when an aircraft comes within 25 degrees of it.'],
      elsewhere: ['Call the control room and say which dome you are going to enter.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Working at height'],
    evidence: [
      'Work above two metres requires a harness and a second person on the ground.',
      'A harness must be checked before every use and replaced after ten years, because the webbing becomes brittle with age.',
    ],
    question: 'When do I need a harness?',
    right: [
      'Whenever you work more than two metres up.',
      'For any work above 2 m, and you also need someone on the ground.',
      'You do not need one for work below two metres.',
      'Check the harness each time before you use it.',
      'After ten years it has to be replaced, as the webbing turns brittle.',
      'Old webbing is brittle, which is why harnesses are replaced after ten years.',
    ],
    wrong: {
      number: ['For any work above 3 m, and you also need someone on the ground.'],
      name: ['After ten years it has to be replaced, as the buckles turn brittle.'],
      negation: ['Work above two metres does not require a second person on the ground.'],
      addition: ['Work above two metres requires a harness, a helmet and a second person on the ground.'],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Visitor centre'],
    evidence: [
      'The visitor centre is open from Wednesday to Sunday between 10:00 and 17:00.',
      'On evenings with public observing it stays open until 23:00.',
      'Groups of more than ten people need a reservation, which is free of charge and can be made up to one day ahead.',
    ],
    question: 'Do groups need a reservation?',
    right: [
      'Yes, if they have more than ten people.',
      'Groups of up to ten do not need one.',
      'A reservation costs nothing.',
      'Only groups with more than 10 members have to reserve.',
      'You can reserve as late as the day before your visit.',
      'Free of charge, yes, but it must be made at least one day before.',
    ],
    wrong: {
      number: ['Yes, if they have more than fifteen people.'],
      name: ['School classes need a reservation, which is free of charge.'],
      negation: ['A reservation is not free of charge.'],
      addition: [
        'Groups of more than ten people need a reservation, which is free of charge and can be made up to one day ahead by phone.',
      ],
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
    question: 'Can I use my own phone on the network?',
    right: [
      'Yes, but only on the guest network.',
      'Your personal phone should be connected to the guest network and to no other.',
      'Do not use your own phone on a network other than the guest network.',
      'Visitors need a voucher, which you create in the network portal.',
      'A visitor with two devices needs two vouchers.',
      'The guest and control networks are separated by a firewall.',
    ],
    wrong: {
      number: ['A voucher is valid for 48 hours and for one device.'],
      name: ['Yes, but only on the office network.'],
      negation: ['The guest network is not separated from the control network.'],
      elsewhere: ['Laptops are encrypted before they are handed out.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Phishing'],
    evidence: [
      'Phishing is an attack in which a message pretends to come from a trusted sender in order to obtain passwords or money.',
      'Most phishing messages create time pressure, for instance by threatening to close an account.',
    ],
    question: 'How do I recognise phishing?',
    right: [
      'Typically by the time pressure: many messages threaten to close your account.',
      'The message looks as if it came from a sender you trust, but it is after your money or passwords.',
      'Phishing is about getting hold of passwords or money.',
      'Be careful when a message puts you under time pressure.',
      'Attackers pose as a trusted sender.',
      'A threat to close an account is a common way to create time pressure.',
    ],
    wrong: {
      name: [
        'Phishing is an attack in which a message pretends to come from a trusted sender in order to obtain documents.',
      ],
      negation: ['Most phishing messages do not create time pressure.'],
      addition: ['Most phishing messages create time pressure and contain spelling mistakes.'],
      elsewhere: ['Multi-factor authentication is required for e-mail.'],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'The panel'],
    evidence: [
      'A panel is a group of three to five people that interviews candidates and makes the decision.',
      'At least one member of the panel must come from another department.',
      'Members who know a candidate privately must say so and leave the panel.',
    ],
    question: 'Who can be on a hiring panel?',
    right: [
      'Three, four or five people, one of whom must be from a different department.',
      'Nobody who knows a candidate privately can stay on the panel.',
      'The panel interviews the candidates and decides.',
      'If you know one of the candidates privately, say so and step down from the panel.',
      'It cannot consist of people from a single department only.',
      'A panel has a minimum of three and a maximum of five members.',
    ],
    wrong: {
      number: ['A panel has a minimum of three and a maximum of six members.'],
      name: ['At least one member of the panel must come from another institute.'],
      negation: ['Members who know a candidate privately may stay on the panel.'],
      addition: [
        'A panel is a group of three to five people, at least two of them women, that interviews candidates and makes the decision.',
      ],
    },
  },
];
