const AGENTS =
  '(?:employees?|staff|managers?|supervisors?|teams?|members?|contractors?|applicants?|candidates?|developers?|users?|administrators?|admins?|authors?|owners?|leads?|leaders?|officers?|officials?|reviewers?|approvers?|maintainers?|contributors?|customers?|clients?|participants?|travelers?|travellers?|students?|teachers?|parents?|agencies|agency|companies|company|organi[sz]ations?|offices?|vendors?|partners?|engineers?|specialists?|coordinators?|representatives?|facilitators?|moderators?|analysts?|assistants?|designers?|researchers?|interviewers?|hosts?|people|persons?|visitors?|operators?|editors?|writers?|recruiters?|hires?|directors?|lenders?|borrowers?|consumers?|providers?|publishers?|committees?|councils?|keepers?|tenants?|guests?|residents?|citizens?|workers?|drivers?|judges?|doctors?|patients?|nurses?|buyers?|sellers?|landlords?|authorit(?:y|ies)|boards?|departments?|groups?|everyone|anyone)';

const AGENT = new RegExp(`^(?:\\S+ ){0,4}(?:${AGENTS})(?:\\s(?:of|for|in|at|on|who|with|from)\\b|$)`, 'iu');

/** Whether a noun phrase names somebody who acts: people and what they form. */
export function isAgent(subject: string): boolean {
  return !subject.includes('`') && AGENT.test(subject);
}
