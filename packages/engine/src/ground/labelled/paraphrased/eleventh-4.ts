import type { LabelledFact } from '../labelled-fact.ts';

export const ELEVENTH_4: readonly LabelledFact[] = [
  {
    path: 'travel/per-diem-rates.csv',
    context: ['per-diem-rates'],
    evidence: [
      '| Country | Full day | Half day | Accommodation limit | Currency |',
      '| Germany | 28 | 14 | 110 | EUR |',
      '| Spain | 34 | 23 | 115 | EUR |',
      '| United Kingdom | 52 | 35 | 163 | EUR |',
    ],
    question: 'What is the per diem for Spain?',
    right: [
      'For Spain it is 34 euros for a full day and 23 euros for half a day.',
      'In the UK, you may spend up to 163 euros on accommodation.',
      'Germany: €28 per full day, €14 per half day, hotel up to €110.',
      'The full-day rate is highest in the United Kingdom, at 52 euros.',
    ],
    wrong: {
      number: ['For Spain it is 34 euros for a full day and 35 euros for half a day.'],
      name: ['For Italy it is 34 euros for a full day and 23 euros for half a day.'],
      negation: ['In Germany, the rate for a full day is lower than the rate for half a day.'],
      addition: ['For Spain it is 34 euros for a full day, and breakfast is included.'],
      elsewhere: ['A taxi is reimbursed up to 60 euros per ride.'],
    },
  },
  {
    path: 'travel/expenses.docx',
    context: ['Claiming travel expenses', 'Costs that are reimbursed'],
    evidence: [
      '| Cost | Limit | Receipt required |',
      '| Train, second class | none | yes |',
      '| Taxi | 60 euros per ride | yes |',
      '| Private car | 0.30 euros per kilometre | no |',
      '| Baggage | two pieces | yes |',
    ],
    question: 'Which costs are reimbursed?',
    right: [
      'Taxi rides are reimbursed up to €60 each, with a receipt.',
      'You get 30 cents per kilometre for your own car, and no receipt is needed.',
      'There is no limit for second-class train tickets.',
      'Up to two pieces of baggage are paid for; keep the receipt.',
    ],
    wrong: {
      number: ['You get 40 cents per kilometre for your own car, and no receipt is needed.'],
      name: ['There is no limit for first-class train tickets.'],
      negation: ['You need a receipt for the kilometres of your own car.'],
      addition: ['Taxi rides are reimbursed up to €60 each, with a receipt and a reason.'],
      elsewhere: ['Fines and parking tickets are not reimbursed.'],
    },
  },
  {
    path: 'people/contacts.xlsx',
    context: ['Telescopes'],
    evidence: [
      '| Telescope | Aperture | First light | Main use |',
      '| Alder | 1.2 m | 1987 | Photometry of variable stars |',
      '| Birch | 2.2 m | 1998 | Spectroscopy |',
      '| Cedar | 0.8 m | 2011 | Survey of near-earth objects |',
      '| Fernhill Array | 12 dishes | 2016 | Solar radio bursts |',
    ],
    question: 'Which telescopes are there?',
    right: [
      'Birch has an aperture of 2.2 metres and is used for spectroscopy.',
      'Cedar saw first light in 2011; it surveys near-earth objects.',
      'The Fernhill Array, in use since 2016, consists of twelve dishes and studies solar radio bursts.',
      'The oldest is Alder (1987), with a 1.2 m aperture.',
    ],
    wrong: {
      number: ['Birch has an aperture of 1.2 metres and is used for spectroscopy.'],
      name: ['Cedar, with first light in 2011, is used for spectroscopy.'],
      negation: ['Alder is not used for the photometry of variable stars.'],
      addition: ['Cedar saw first light in 2011; it surveys near-earth objects and comets for a space agency.'],
      elsewhere: ['The laser guide star is used by the adaptive optics of Birch.'],
    },
  },
  {
    path: 'people/onboarding.docx',
    context: ['Onboarding new colleagues', 'How is the probation period reviewed?'],
    evidence: [
      'The team lead holds a review after six weeks and another one after four months.',
      'The probation period lasts six months and ends without a further decision when both reviews are positive.',
    ],
    question: 'How is my probation period reviewed?',
    right: [
      'You have two reviews with your team lead: one after six weeks, one after four months.',
      'Probation takes half a year.',
      'If both of your reviews are positive, no further decision is needed.',
      'After 6 weeks and again after 4 months, the team lead reviews how things are going.',
    ],
    wrong: {
      number: ['You have two reviews with your team lead: one after six weeks, one after five months.'],
      name: ['Your mentor holds a review after six weeks and another one after four months.'],
      negation: ['The probation period does not end without a further decision when both reviews are positive.'],
      addition: ['Probation takes six months and can be extended once by three months.'],
      elsewhere: ['A mentor meets a new member of staff once a month during the first year.'],
    },
  },
  {
    path: 'people/hiring.pdf',
    context: ['Hiring at Fernhill Observatory', 'Feedback'],
    evidence: [
      'Candidates who were invited to a visit receive feedback by phone within five working days.',
      'Other candidates receive a written answer within three weeks.',
      'Application documents are deleted six months after the decision, unless the candidate has asked to be kept in the talent pool.',
    ],
    question: 'When do candidates hear back?',
    right: [
      'If you were invited to a visit, you get a call within 5 working days.',
      'Everyone else gets a written reply in three weeks at the latest.',
      'Your documents are erased half a year after the decision, except if you asked to stay in the talent pool.',
      'You can ask to be kept in the talent pool; otherwise your application documents are deleted after six months.',
    ],
    wrong: {
      number: ['Everyone else gets a written reply in four weeks at the latest.'],
      name: ['Candidates who were invited to a call receive feedback by phone within five working days.'],
      negation: [
        'Your documents are deleted six months after the decision, even if you asked to be kept in the talent pool.',
      ],
      addition: [
        'If you were invited to a visit, you get a call within 5 working days and your travel costs are refunded.',
      ],
      elsewhere: ['The panel decides by majority on the day after the last visit.'],
    },
  },
  {
    path: 'people/mentoring.eml',
    context: ['New mentoring programme'],
    evidence: [
      'A mentor is an experienced colleague from another department who meets a new member of staff once a month during the first year.',
      '3. Attend the introduction on 18 March at 14:00 in the lecture room.',
      'Mentors receive two additional days of training per year.',
      'They do not take part in appraisals and do not report to team leads, so that both sides can speak openly.',
    ],
    question: 'What does a mentor do?',
    right: [
      'You meet a new colleague once a month in their first year.',
      'As a mentor you get 2 extra training days a year.',
      'Mentors stay out of appraisals and do not report to team leads, which lets both sides speak freely.',
      'The introduction takes place in the lecture room at 2 pm on March 18.',
    ],
    wrong: {
      number: ['You meet a new colleague once a month in their first two years.'],
      name: ['The introduction takes place in the canteen at 2 pm on March 18.'],
      negation: ['Mentors take part in appraisals, but do not report to team leads.'],
      addition: ['As a mentor you get two extra training days a year and a small bonus.'],
      elsewhere: ['Every member of staff has five training days per year.'],
    },
  },
];
