import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { isAgent } from './agents.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

const DUTY =
  /^(?<subject>[^,.:;!?()]{3,60}?) (?<modal>must|should|must not|should not|are required to|is required to|are expected to|is expected to|need to|needs to|have to|has to) (?<verb>[a-z]+) [^:;!?]{8,240}\.$/u;

/** "Contractors must report leave to …" asked as "What must contractors do?". */
export const passageRule = passagePattern({
  name: 'passage-rule',
  promise: 'One sentence of the passage says what its subject has to do, and no other speaks of it.',
  precision: 0.88,
  reasoning: 'recall',
  ask: bySentence(({ text, context }: AskedSentence): PassageQuestion | undefined => {
    const { subject, modal = '', verb = '' } = DUTY.exec(text)?.groups ?? {};
    const name =
      subject === undefined || !BASE_VERBS.has(verb) || verb === 'have' || !isAgent(subject)
        ? undefined
        : subjectName(context, subject, 8);
    return name === undefined ? undefined : { questions: askDuty(name, modal) };
  }),
});

function askDuty(name: string, modal: string): string[] {
  const [auxiliary = '', rest = ''] = modal.split(' ');
  if (rest === 'not') return [`What ${auxiliary} ${name} not do?`];
  if (rest === 'to')
    return [
      `What ${auxiliary.endsWith('s') ? 'does' : 'do'} ${name} ${auxiliary.replace(/^needs$/u, 'need').replace(/^has$/u, 'have')} to do?`,
    ];
  return [rest === '' ? `What ${auxiliary} ${name} do?` : `What ${auxiliary} ${name} ${rest} to do?`];
}
