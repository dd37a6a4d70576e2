import { gerundBase } from '../../analyze/english/verbs.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

const DEFINITION =
  /^(?<subject>[^.:;!?(),]{2,60}?)(?: \([^()]{1,40}\))? (?<verb>is|are) (?:(?:an?|the) (?!\S+ed (?:by|to|for)\b)[^.:;!?,]{2,60}?|(?:[a-z-]+ ){0,2}[a-z]+s) (?:that|which|who|whose|where|used|designed|intended|for|of|in which|made|responsible|containing|with|between)\b [^:;!?]{8,240}\.$/u;
const MEANING = /^(?<subject>[^.:;!?(),]{2,60}?) (?<verb>means|refers to|stands for) [^:;!?]{12,240}\.$/u;

/** Genera that judge or count instead of saying what a thing is. */
const NO_GENUS =
  /^\S.*? (?:is|are) (?:(?:an?|the) )?(?:#|very|most|more|quite|really|rather|pretty|good|great|bad|best|better|common|key|critical|crucial|vital|important|main|major|nice|perfect|useful|first|last|next|only|same|right|huge|easy|hard|simple|fine|essential|fundamental|leading|ideal|list|lot|bit|part|result|matter|example|case|problem|question|reason|number|few|couple|variety|ways?|responsibility|subject|goal|difference|default|exception|product of|top|bottom|one|some|many|all|subset|is|not|also)\b/iu;

/** "A shard is a part of an index that …" asked as "What is a shard?". */
export const passageDefinition = passagePattern({
  name: 'passage-definition',
  promise: 'One sentence of the passage says what the thing is or what the term means.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'recall',
  ask: (sentence: AskedSentence): PassageQuestion | undefined => askMeaning(sentence) ?? askKind(sentence),
});

function askMeaning({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { subject = '', verb = '' } = MEANING.exec(text)?.groups ?? {};
  const name = gerundBase(subject.split(' ')[0] ?? '') === undefined ? subjectName(context, subject, 4) : undefined;
  if (name === undefined || /^(?:the|your|a) /u.test(name)) return undefined;
  const base = verb.replace(/^(?<stem>\w+)s\b/u, '$<stem>');
  return { questions: [`What does ${name} ${base}?`, `What does the passage say about the meaning of ${name}?`] };
}

function askKind({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { subject, verb } = DEFINITION.exec(text)?.groups ?? {};
  if (subject === undefined || verb === undefined || NO_GENUS.test(text)) return undefined;
  const name = subjectName(context, subject, 5);
  if (name === undefined) return undefined;
  return {
    questions: [
      `What ${verb} ${name}?`,
      `How does the passage describe ${name}?`,
      `What does the text say ${name} ${verb}?`,
    ],
  };
}
