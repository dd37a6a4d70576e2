import { gerundBase } from '../../analyze/english/verbs.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

const DEFINITION =
  /^(?<subject>[^.:;!?(),]{2,60}?)(?: \([^()]{1,40}\))? (?<verb>is|are) (?:(?:an?|the) (?!\S+ed (?:by|to|for)\b)[^.:;!?,]{2,60}?|(?!\S+ed\b|\S+ing\b|\S+ly\b|(?:\S+ ){0,2}(?:with|by|in|on|to|at|from|as)\b)(?:[a-z-]+ ){0,2}[a-z]+s) (?:that|which|who|whose|where|used|designed|intended|for|of|in which|made|responsible|containing|with|between)\b [^:;!?]{8,240}\.$/u;
const MEANING = /^(?<subject>[^.:;!?(),]{2,60}?) (?<verb>means|refers to|stands for) [^:;!?]{12,240}\.$/u;

/** Genera that judge or count instead of saying what a thing is. */
const NO_GENUS =
  /^\S.*? (?:is|are) (?:(?:an?|the) )?(?:#|very|most|more|quite|really|rather|pretty|good|great|bad|best|better|common|key|critical|crucial|vital|important|main|major|big|small|large|core|central|nice|popular|perfect|useful|first|last|next|only|same|right|huge|easy|hard|simple|fine|essential|fundamental|leading|ideal|list|lot|bit|part|result|matter|example|case|problem|question|reason|number|few|couple|variety|ways?|responsibility|subject|goal|difference|default|exception|product of|top|bottom|one|some|many|all|subset|is|not|also)\b/iu;

/** "A shard is a part of an index that …" asked as "What is a shard?". */
export const passageDefinition = passagePattern({
  name: 'passage-definition',
  promise: 'One sentence of the passage says what the thing is or what the term means.',
  precision: 0.85,
  reasoning: 'recall',
  ask: bySentence(
    (sentence: AskedSentence): PassageQuestion | undefined =>
      askMeaning(sentence) ?? askAspect(sentence) ?? askKind(sentence),
  ),
});

function askMeaning({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { subject = '', verb = '' } = MEANING.exec(text)?.groups ?? {};
  const name = isAct(subject) ? undefined : subjectName(context, subject, 4);
  if (name === undefined || /^(?:the|your|a) /u.test(name)) return undefined;
  const base = verb.replace(/^(?<stem>\w+)s\b/u, '$<stem>');
  return { questions: [`What does ${name} ${base}?`, `What does the passage say about the meaning of ${name}?`] };
}

/** People are not asked for with "what". */
const PERSON =
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?){0,2}: .* is (?:an?|the) (?:[\p{L}-]+ ){0,4}(?:consultant|engineer|author|professor|developer|director|manager|scientist|researcher|founder|programmer|writer|specialist|teacher|lecturer|student|president|designer|lawyer|analyst|member|advocate|fellow|expert|officer|editor|musician|artist|player|politician|lead|head|chair)(?: (?:at|of|for|and|in|who|with|from|on|based)\b|[,.])/iu;

/** "An obvious sign is …" says which one, not what a sign is. */
const ONE_AMONG_MANY =
  /^(?:(?:an?|the|your) )?(?:two|three|four|five|several|many|obvious|common|good|best|better|simple|important|typical|possible|key|ideal|popular|easy|easiest|great|major|main|potential|useful|similar|usual|general|example|sample|notable|crucial|critical|big|biggest|real|clear|effective|alternative|additional|new|recent|current|result|goal|problem|solution|answer|idea|reason|trick|point|thing|way)\b/iu;

/** "Working through constraints": what is done is not defined. */
function isAct(subject: string): boolean {
  return gerundBase(subject.split(' ')[0] ?? '') !== undefined;
}

function askKind({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { subject, verb } = DEFINITION.exec(text)?.groups ?? {};
  if (subject === undefined || verb === undefined || NO_GENUS.test(text)) return undefined;
  if (verb === 'is' && !/ is (?:an?|the) /u.test(text)) return undefined;
  const name = subjectName(context, subject, 5);
  if (
    name === undefined ||
    isAct(subject) ||
    (verb === 'is' && /\p{Ll}{3}(?<![siu])s$/u.test(subject) && !/\p{Lu}\S*$/u.test(subject)) ||
    / and /u.test(name) ||
    ONE_AMONG_MANY.test(name) ||
    /\p{L}['’]s? \p{L}/u.test(name)
  )
    return undefined;
  if (PERSON.test(`${name}: ${text}`))
    return { questions: [`Who is ${name}?`, `What does the passage say about who ${name} is?`] };
  return {
    questions: [
      `What ${verb} ${name}?`,
      `How does the passage describe ${name}?`,
      `What does the text say ${name} ${verb}?`,
    ],
  };
}

/** "The lifetime of a literal is …", whatever a noun phrase says it is. */
const ASPECT =
  /^The (?<aspect>(?:(?:main|primary|overall|default|key|biggest|only|ultimate) )?[a-z][a-z-]+(?: [a-z-]+)?) (?<link>of|for|behind|between) (?<thing>[^.,:;!?()]{3,70}?) (?<verb>is|are) (?:(?:an?|the(?! same\b)|to|that|how) |`)[^:;!?]{8,240}\.$/u;

function askAspect({ text, context }: AskedSentence): PassageQuestion | undefined {
  const { aspect = '', link, thing = '', verb } = ASPECT.exec(text)?.groups ?? {};
  if (link === undefined || NO_ASPECT.test(aspect)) return undefined;
  const name = subjectName(context, `The ${aspect} ${link} ${thing}`, 10);
  return name === undefined
    ? undefined
    : { questions: [`What ${verb} ${name}?`, `What does the passage say ${name} ${verb}?`] };
}

const NO_ASPECT =
  /\b(?:rest|most|part|parts|number|end|top|bottom|beginning|start|case|cases|examples?|way|ways|majority|one|ones|kind|sort|type|types)$/u;
