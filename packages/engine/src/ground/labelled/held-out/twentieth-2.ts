import type { LabelledFact } from '../labelled-fact.ts';

export const TWENTIETH_2: readonly LabelledFact[] = [
  {
    path: 'security/passwords.md',
    context: ['Passwords and devices', 'Laptops'],
    evidence: [
      'Laptops are encrypted before they are handed out.',
      'Do not turn encryption off, even for a repair.',
      'A laptop that is lost or stolen must be reported within four hours, so that its certificates can be revoked before they are misused.',
    ],
    question: 'Someone stole my laptop. What is the deadline for reporting it?',
    right: [
      'You have four hours, which leaves time to revoke the certificates before somebody abuses them.',
      'Report it in the first 4 hours.',
      'By the way, its encryption should never have been disabled, not even by a repair shop.',
      'No later than four hours after the theft.',
    ],
    wrong: {
      number: ['You have forty hours, which leaves time to revoke the certificates.'],
      name: ['You have four hours, which leaves time to block the phone number.'],
      negation: ['A stolen laptop does not have to be reported.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'How to report an incident'],
    evidence: [
      'Stop what you are doing, but leave the device switched on.',
      'Call the security officer on extension 4455, at any hour.',
      'Do not delete mails, files or logs.',
      'Nobody is blamed for reporting an incident that turns out to be harmless.',
    ],
    question: 'I clicked on a strange link. What should I do?',
    right: [
      'Pause your work, keep the computer running and ring 4455.',
      'Even in the middle of the night you can phone the security officer on 4455.',
      'Keep every mail, file and log.',
      'Do not worry about a false alarm: no one will blame you.',
    ],
    wrong: {
      number: ['Pause your work, keep the computer running and ring 4112.'],
      negation: ['Pause your work, turn the computer off and ring 4455.'],
      addition: ['Pause your work, keep the computer running, ring 4455 and change all passwords.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Certificate'],
    evidence: [
      'A certificate is a signed statement that a public key belongs to a machine or a person.',
      'Certificates of laptops are valid for twelve months and are renewed automatically while the laptop is on the office network.',
    ],
    question: 'Must I renew the certificate of my laptop myself?',
    right: [
      'No, that happens automatically whenever the laptop is on the office network.',
      'You do not have to do it: being on the office network is enough.',
      'After a year, the certificate of a laptop would expire.',
      'It is a signed declaration of who, or which machine, owns a public key.',
    ],
    wrong: {
      negation: ['Yes, certificates of laptops are not renewed automatically.'],
      name: ['No, that happens automatically whenever the laptop is on the guest network.'],
      elsewhere: ['Least privilege means that an account gets only the rights it needs.'],
    },
  },
  {
    path: 'travel/booking.md',
    context: ['Booking travel', 'Cancelling a trip'],
    evidence: [
      'Tell the travel desk as soon as you know that a trip will not take place.',
      'Fees for late cancellation are paid by the department, not by the traveller.',
    ],
    question: 'My trip was called off at short notice. Do I have to pay?',
    right: [
      'No, cancellation fees are met by your department.',
      'You owe nothing; it is the department that pays.',
      'Just let the travel desk know right away.',
      'The costs of cancelling late do not fall on the traveller.',
    ],
    wrong: {
      name: ['No, cancellation fees are met by the travel desk.'],
      negation: ['Yes, cancellation fees are paid by the traveller.'],
      addition: ['No, cancellation fees are met by your department, but only twice a year.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'What is a per diem?'],
    evidence: [
      'A per diem is a fixed daily amount that covers meals during a trip without receipts.',
      'Meals that are included in a conference fee are deducted from it: 20% for breakfast and 40% each for lunch and dinner.',
    ],
    question: 'Lunch was included in my conference fee. What does that mean for the per diem?',
    right: [
      'It shrinks by two fifths.',
      '40 per cent of the per diem is taken off.',
      'Had it been breakfast, the deduction would have been 20 percent.',
      'You need not keep receipts for your other meals, since the per diem is a fixed sum.',
    ],
    wrong: {
      number: ['30 per cent of the per diem is taken off.'],
      negation: ['Nothing is deducted from the per diem.'],
      elsewhere: ['Receipts over 10 euros are scanned.'],
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
    question: 'A friend of mine applied. Can I stay on the panel?',
    right: [
      'No, you have to disclose that and step down.',
      'If you know an applicant privately, you must mention it and quit the panel.',
      'Somebody from outside the department has to be among the three to five members.',
      'The interviews and the decision are both up to the panel.',
    ],
    wrong: {
      negation: ['Yes, members who know a candidate privately may stay.'],
      number: ['Somebody from outside the department has to be among the three to six members.'],
      name: ['Somebody from outside the country has to be among the three to five members.'],
    },
  },
  {
    path: 'people/training.pptx',
    context: ['Training at Fernhill', 'Training budget'],
    evidence: [
      'Every member of staff has five training days per year.',
      'The budget is 1,200 euros per person and year.',
      'Unused training days expire at the end of the year.',
      'Books are paid from the budget of the library, so they do not reduce the personal amount.',
    ],
    question: 'Can I save up training days?',
    right: [
      'No, what is left on 31 December is gone.',
      'You cannot: days that are unused when the year ends are forfeited.',
      'Buying books does not touch your own budget, as the library pays for them.',
      'You can spend 1,200 euros a year on training.',
    ],
    wrong: {
      number: ['You can spend 1,600 euros a year on training.'],
      negation: ['Yes, unused training days do not expire.'],
      name: ['Buying books does not touch your own budget, as the canteen pays for them.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'How is the probation period reviewed?'],
    evidence: [
      'The team lead holds a review after six weeks and another one after four months.',
      'The probation period lasts six months and ends without a further decision when both reviews are positive.',
    ],
    question: 'When will I know whether I passed probation?',
    right: [
      'Two good reviews are all it takes; nothing more has to be decided.',
      'Your team lead reviews you twice, six weeks and four months after you start.',
      'Probation is over after half a year.',
      'With two positive reviews, probation simply ends.',
    ],
    wrong: {
      number: ['Probation is over after a quarter of a year.'],
      name: ['Your mentor reviews you twice, six weeks and four months after you start.'],
      addition: ['With two positive reviews, probation simply ends and your salary rises.'],
    },
  },
];
