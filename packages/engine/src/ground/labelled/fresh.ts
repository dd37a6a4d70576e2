import type { LabelledFact } from './labelled-fact.ts';

/** Written last, and never used to change a rule: how the rules do on what nobody fitted them to. */
export const FRESH: readonly LabelledFact[] = [
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'The panel'],
    evidence: [
      'A panel is a group of three to five people that interviews candidates and makes the decision.',
      'At least one member of the panel must come from another department.',
      'Members who know a candidate privately must say so and leave the panel.',
    ],
    question: 'Who sits on a hiring panel?',
    right: [
      'Three to five people form a panel, interview the candidates and decide.',
      'One member or more must be from another department.',
      'Whoever knows a candidate privately has to say so and leave the panel.',
    ],
    wrong: {
      number: ['A panel is a group of four to six people.'],
      negation: [
        'Members who know a candidate privately may stay on the panel.',
        'At least one member of the panel must come from the same department.',
      ],
      addition: ['A panel is a group of three to five people who have passed a certified interview course.'],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Questions that must not be asked'],
    evidence: [
      'Interviewers must not ask about family plans, health, religion or political views.',
      'A candidate who is asked such a question may refuse to answer, and the refusal must not influence the decision.',
    ],
    question: 'Which questions are not allowed in an interview?',
    right: [
      'Questions about family plans, health, religion and political views are not allowed.',
      'Candidates may refuse to answer such a question.',
      'A refusal must have no influence on the decision.',
    ],
    wrong: {
      negation: ['Interviewers may ask about religion.', 'The refusal may influence the decision.'],
      name: ['Interviewers of the Personnel Board must not ask about family plans.'],
      addition: ['Interviewers must not ask about health, hobbies or favourite football clubs.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'The first week'],
    evidence: [
      'On the first day the new colleague receives a laptop, a hardware key and a tour of the domes.',
      'Telescope control accounts are activated after the safety briefing, not before, because several machines can be started from the control room.',
    ],
    question: 'What happens on the first day at Fernhill?',
    right: [
      'New colleagues get a laptop, a hardware key and a tour of the domes on their first day.',
      'Accounts for telescope control are not activated before the safety briefing.',
      'The accounts wait for the safety briefing because several machines can be started from the control room.',
    ],
    wrong: {
      number: ['On the third day the new colleague receives a laptop.'],
      negation: ['Telescope control accounts are activated before the safety briefing.'],
      addition: [
        'On the first day the new colleague receives a laptop, a hardware key and a welcome dinner with the mayor.',
      ],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Lasers'],
    evidence: [
      'It is used by the adaptive optics of the Birch telescope.',
      'Nobody may look along the beam, and the beam must be switched off when an aircraft comes within 25 degrees of it.',
      'Two aircraft spotters are required for every night with the laser.',
    ],
    question: 'What has to be observed when the laser guide star is on?',
    right: [
      'The laser is used by the adaptive optics of the Birch telescope.',
      'Looking along the beam is not allowed.',
      'When an aircraft is within 25 degrees of the beam, it must be switched off.',
      'Every night with the laser needs two aircraft spotters.',
    ],
    wrong: {
      number: [
        'Three aircraft spotters are required for every night with the laser.',
        'The beam must be switched off when an aircraft comes within 15 degrees of it.',
      ],
      name: ['It is used by the adaptive optics of the Maple telescope.'],
      negation: [
        'The beam must be switched on when an aircraft comes within 25 degrees of it.',
        'Everybody may look along the beam.',
      ],
    },
  },
  {
    path: 'facilities/opening-hours.json',
    context: ['Opening hours', 'Canteen'],
    evidence: [
      'The canteen serves lunch between 11:30 and 14:00.',
      'Night meals for observers are prepared on request and must be ordered before 13:00 of the same day.',
    ],
    question: 'When does the canteen serve food?',
    right: [
      'Lunch is served in the canteen from 11:30 to 14:00.',
      'Observers who want a night meal must order it before 13:00 on the same day.',
      'Night meals are made on request.',
    ],
    wrong: {
      number: ['The canteen serves lunch between 12:30 and 14:00.'],
      negation: ['Night meals must be ordered after 13:00 of the same day.'],
      addition: ['The canteen serves lunch between 11:30 and 14:00 and sells organic vegetables from a local farm.'],
      elsewhere: ['The visitor centre is open from Wednesday to Sunday.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Firewall'],
    evidence: [
      'A firewall is a device that forwards or blocks network traffic according to rules.',
      'The control network of each telescope has a firewall of its own, so that a fault in one dome cannot spread to another.',
    ],
    question: 'What is a firewall?',
    right: [
      'A firewall blocks or forwards network traffic by rules.',
      'Each telescope has a control network with its own firewall.',
      'That way, a fault in one dome cannot spread to another dome.',
    ],
    wrong: {
      negation: [
        'A fault in one dome can spread to another.',
        'The control network of each telescope has no firewall of its own.',
      ],
      addition: ['A firewall is a device that forwards network traffic and scans attachments for viruses.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Choosing a means of transport'],
    evidence: ['- Van: for mirrors, mounts and anything on a pallet; it needs a driver with the transport briefing.'],
    question: 'When is a van rented?',
    right: [
      'A van is for mirrors, mounts and whatever stands on a pallet.',
      'The driver of a van needs the transport briefing.',
    ],
    wrong: {
      negation: ['A van does not need a driver with the transport briefing.'],
      addition: ['A van is for mirrors, mounts and groups of school children.'],
      elsewhere: ['An estate is for instruments that fit in two transport cases.'],
    },
  },
  {
    path: 'engineering/on-call.md',
    context: ['Being on call', 'What must I do when an alarm comes in?'],
    evidence: ['5. Hand over open points at the Monday meeting.'],
    question: 'When are open points of a shift handed over?',
    right: [
      'Open points are handed over at the Monday meeting.',
      'At the meeting on Monday, hand over what is still open.',
    ],
    wrong: {
      name: ['Hand over open points at the Friday meeting.'],
      negation: ['Open points are not handed over at the Monday meeting.'],
    },
  },
];
