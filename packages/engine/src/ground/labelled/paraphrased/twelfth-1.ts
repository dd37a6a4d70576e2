import type { LabelledFact } from '../labelled-fact.ts';

export const TWELFTH_1: readonly LabelledFact[] = [
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'How do I request leave?'],
    evidence: [
      '1. Check the shift calendar for observing runs that need you.',
      '2. Enter the dates in the leave system at least two weeks ahead.',
      '4. Add the absence to the shared team calendar.',
      'Requests for a single day may be entered up to two days ahead.',
    ],
    question: 'What are the steps to request leave?',
    right: [
      'Start by looking at the shift calendar to see whether any observing run needs you.',
      'Then enter your dates in the leave system, two weeks ahead at the latest.',
      'Finally, put your absence in the shared calendar of the team.',
      'A one-day request can be made as late as two days beforehand.',
      'You check the shift calendar, enter the dates and add the absence to the team calendar.',
      'Longer absences have to be entered at least a fortnight in advance.',
    ],
    wrong: {
      number: ['A one-day request can be made as late as one day beforehand.'],
      name: ['Check the deployment calendar for observing runs that need you.'],
      negation: ['You do not have to add the absence to the shared team calendar.'],
      addition: ['Enter the dates in the leave system at least two weeks ahead and name a deputy.'],
    },
  },
  {
    path: 'leave/annual-leave.md',
    context: ['Annual leave', 'What happens to unused leave when I resign?'],
    evidence: [
      'Unused leave is paid out with the last salary.',
      'The amount is the number of unused days multiplied by your daily rate on the last working day.',
    ],
    question: 'What happens to my unused leave when I leave?',
    right: [
      'You are paid for it together with your final salary.',
      'Days that you have not used are not lost; they are paid out.',
      'To get the amount, multiply the unused days by the daily rate you have on your last working day.',
      'The payout depends on how many days are left and on your daily rate at the end.',
      'Any remaining leave is compensated with the last paycheck.',
      'It is calculated from your daily rate on your last day of work.',
    ],
    wrong: {
      number: ['Unused leave is paid out with the last two salaries.'],
      name: ['The amount is the number of unused days multiplied by your monthly rate on the last working day.'],
      negation: ['Unused leave is not paid out when you resign.'],
      elsewhere: ['Compensation hours must be used within six months and cannot be paid out.'],
    },
  },
  {
    path: 'leave/sick-leave.html',
    context: ['Sick leave'],
    evidence: [
      'Sick leave is paid absence for staff who cannot work because of illness or injury.',
      'It does not reduce annual leave.',
    ],
    question: 'Is sick leave paid?',
    right: [
      'Yes, staff who are too ill or injured to work are paid while they are away.',
      'Your annual leave stays the same when you are on sick leave.',
      'Yes. Sick leave is paid and has no effect on annual leave.',
      'Sick leave does not count against your annual leave.',
      'It covers both illness and injury.',
      'You continue to be paid if an injury keeps you from working.',
    ],
    wrong: {
      name: ['Sick leave is paid absence for staff who cannot work because of illness or a family event.'],
      negation: ['Sick leave is deducted from annual leave.'],
      addition: [
        'Sick leave is paid absence for staff who cannot work because of illness or injury, for at most six weeks.',
      ],
      elsewhere: ['You can work up to 24 hours per week during parental leave.'],
    },
  },
  {
    path: 'leave/parental-leave.docx',
    context: ['Parental leave'],
    evidence: [
      'Parental leave is time off for parents after the birth or adoption of a child.',
      'It comes in addition to annual leave and can be taken by both parents, one after the other or at the same time.',
    ],
    question: 'Who can take parental leave?',
    right: [
      'Both parents can, either together or one after the other.',
      'Parents who adopt a child are entitled to it as well.',
      'Parental leave does not replace annual leave; you get it on top.',
      'It may be taken by the two parents simultaneously or in turn.',
      'Parents can take time off after a child is born or adopted.',
      'Parental leave is not limited to one of the parents.',
    ],
    wrong: {
      number: ['Parental leave can be taken by one parent only.'],
      negation: ['Both parents can take it, but not at the same time.'],
      addition: ['Parental leave is time off for parents and grandparents after the birth or adoption of a child.'],
      elsewhere: ['The first four months are paid at 80% of the salary.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'Checking the state of a service'],
    evidence: [
      'The following function asks a service for its health and raises an error when it does not answer within two seconds:',
      'The answer contains the fields `status`, `version` and `uptime`.',
      'A status other than `ok` means that the service is running but cannot do its work.',
    ],
    question: 'How do I check the state of a service?',
    right: [
      'Ask the service for its health; if there is no answer within 2 s, an error is raised.',
      'The response has three fields: `status`, `version` and `uptime`.',
      'If the status is not `ok`, the service runs but is unable to do its job.',
      'A service that takes longer than two seconds to answer causes an error.',
      'Only the status `ok` means that a running service can do its work.',
      'You will find the uptime of the service in the answer.',
    ],
    wrong: {
      number: ['Ask the service for its health; if there is no answer within ten seconds, an error is raised.'],
      name: ['The answer contains the fields `status`, `owner` and `uptime`.'],
      addition: [
        'A status other than `ok` means that the service is running but cannot do its work and will be restarted.',
      ],
      elsewhere: ['A rollback takes about 40 seconds.'],
    },
  },
  {
    path: 'facilities/dome-safety.pdf',
    context: ['Working safely around the domes', 'Entering a dome'],
    evidence: [
      'A dome is a rotating building that protects a telescope and opens a slit towards the sky.',
      'The rotation can start without a warning when the telescope is controlled remotely, so the key switch at the door must be turned to LOCAL before anybody goes in.',
    ],
    question: 'Why must the key switch be turned before entering a dome?',
    right: [
      'Because the dome can begin to rotate without any warning while the telescope is under remote control.',
      'Nobody should go in before the key switch at the door is set to LOCAL.',
      'The dome shields the telescope and has a slit that opens to the sky.',
      'There may be no warning before a remotely controlled dome starts turning.',
      'Turn the key switch next to the door to LOCAL first, then go in.',
      'Entering is only safe once the switch is on LOCAL, since the rotation may start unannounced.',
    ],
    wrong: {
      number: ['A dome is a rotating building that protects two telescopes and opens a slit towards the sky.'],
      name: ['The key switch at the door must be turned to REMOTE before anybody goes in.'],
      negation: ['The rotation cannot start without a warning when the telescope is controlled remotely.'],
      elsewhere: ['The slit is closed with the hand crank after a power failure.'],
    },
  },
  {
    path: 'security/glossary.txt',
    context: ['Glossary of security terms', 'Firewall'],
    evidence: [
      'A firewall is a device that forwards or blocks network traffic according to rules.',
      'The control network of each telescope has a firewall of its own, so that a fault in one dome cannot spread to another.',
    ],
    question: 'What is a firewall for?',
    right: [
      'It lets network traffic through or blocks it, depending on rules.',
      'Each telescope has a separate firewall for its control network, which keeps faults from spreading between domes.',
      'A fault stays within its dome because every control network is behind its own firewall.',
      'Firewalls follow rules when they forward or block traffic.',
      'No two telescopes share a firewall for their control networks.',
      'The individual firewalls prevent a problem in one dome from affecting another.',
    ],
    wrong: {
      name: [
        'The control network of each department has a firewall of its own, so that a fault in one dome cannot spread to another.',
      ],
      negation: ['A fault in one dome can spread to another, although each control network has a firewall.'],
      addition: [
        'A firewall is a device that forwards or blocks network traffic according to rules and records every attempt.',
      ],
      elsewhere: ['Visitors use the guest network.'],
    },
  },
  {
    path: 'security/incident-response.html',
    context: ['Responding to security incidents', 'Why are devices left switched on?'],
    evidence: [
      'Devices are left switched on because the memory of a running machine holds traces that disappear when it is shut down.',
      'The security officer decides when a device may be switched off.',
    ],
    question: 'Why should I leave the device on?',
    right: [
      'Shutting it down would erase traces that are held in its memory.',
      'Only the security officer may decide when to turn a device off.',
      'The memory contains traces, and these are lost once the machine is turned off.',
      'You must not switch the device off until the security officer says so.',
      'Traces in memory survive only as long as the machine is running.',
      'It is the security officer who determines when the device can be turned off.',
    ],
    wrong: {
      number: ['The security officer decides within one hour when a device may be switched off.'],
      negation: ['The memory of a running machine holds traces that remain when it is shut down.'],
      addition: ['The security officer decides when a device may be switched off and makes a copy of its disk first.'],
      elsewhere: ['The report names the cause and the effect of the incident.'],
    },
  },
];
