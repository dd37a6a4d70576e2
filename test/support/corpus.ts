/** A small corpus of our own: headings that ask, definitions, steps and a list, so that every extractive task finds something. */
export const HANDBOOK: Readonly<Record<string, string>> = {
  'docs/leave.md': `# Leave

## What is annual leave?

Annual leave is paid time off that every permanent employee earns at a rate of two days per month. It is booked in the leave
calendar at least five working days ahead.

## How do I book annual leave?

To book annual leave, follow these steps:

1. Open the leave calendar and choose the first and the last day.
2. Name a colleague who takes over urgent work while you are away.
3. Send the request to your team lead, who answers within two working days.

## Sick leave

Sick leave is paid absence because of illness. Tell your team lead before nine in the morning of the first day. From the fourth
day on, a certificate of a doctor is required. If you are ill for longer than six weeks, the health insurance pays your salary, and your
team lead arranges a talk about your return to work. Days of illness are never taken from your annual leave.
`,
  'docs/equipment.md': `# Equipment

## Laptops

A laptop is issued on the first working day. The following things come with every laptop:

- a charger and a spare charger for the office
- a privacy screen
- an encrypted backup disk

## What happens when a laptop is lost?

A lost laptop must be reported to the service desk within one hour. The service desk locks the disk remotely and issues a
replacement on the next working day.

## Returning equipment

Equipment is returned on the last working day. The service desk checks it, erases the disk and confirms the return in writing.
`,
  'docs/security/passwords.md': `# Passwords

## What is a passphrase?

A passphrase is a password made of at least four unrelated words. It is easier to remember than a short password and takes longer
to guess.

## How often must a passphrase be changed?

A passphrase must be changed only when there is a sign that somebody else knows it. Regular changes lead to weaker passphrases.
`,
};
