import { gerundBase } from '../../analyze/english/verbs.ts';
import { isIntact, isOneClause, saysMore } from './one-clause.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { thingName } from './thing-name.ts';

const DEFINITION =
  /^(?<subject>[^.:;!?(),]{2,60}?)(?: \([^()]{1,40}\))? (?<verb>is|are) (?:(?:an?|the) (?!\S+ed (?:by|to|for)\b)[^.:;!?,]{2,60}?|(?!\S+ed\b|\S+ing\b|\S+ly\b|(?:\S+ ){0,2}(?:with|by|in|on|to|at|from|as)\b)(?:[a-z-]+ ){0,2}[a-z]+s) (?:that|which|who|whose|where|used|designed|intended|for|of|in which|made|responsible|containing|with|between)\b [^:;!?]{8,240}\.$/u;
const MEANING = /^(?<subject>[^.:;!?(),]{2,60}?) (?<verb>means|refers to|stands for) [^:;!?]{12,240}\.$/u;

/** Genera that judge or count instead of saying what a thing is. */
const NO_GENUS =
  /^\S.*? (?:is|are) (?:(?:an?|the) )?(?:#|very|most|more|quite|really|rather|pretty|good|great|bad|best|better|common|key|critical|crucial|vital|important|main|major|big|small|large|core|central|nice|popular|perfect|useful|first|last|next|only|same|right|huge|easy|hard|simple|fine|essential|fundamental|leading|ideal|list|lot|bit|part|result|matter|example|case|problem|question|reason|number|few|couple|variety|ways?|responsibility|subject|goal|difference|default|exception|product of|top|bottom|one|some|many|all|subset|equivalent|is|not|also|[a-z]+er (?:video|version|way|one|form)|convention|signal|source|frequent|convenient|handy|starting|starting point|impactful|copy|employee|members|standard|[a-z]+est)\b/iu;

/** "A shard is a part of an index that …" asked as "What is a shard?". */
export const passageDefinition = passagePattern({
  name: 'passage-definition',
  version: 2,
  promise: 'One sentence of the passage says what the thing is or what the term means.',
  isDefault: false,
  precision: 0.61,
  reasoning: 'recall',
  ask: bySentence((asked: AskedSentence): PassageQuestion | undefined => {
    const { text, sentence } = asked;
    if (!isIntact(text) || UNSURE.test(text)) return undefined;
    const questions = askAspect(asked) ?? (isOneClause(text) ? (askMeaning(asked) ?? askKind(asked)) : undefined);
    const [first] = questions ?? [];
    if (questions === undefined || first === undefined || !saysMore(first, text, FEWEST_WORDS)) return undefined;
    // What the next sentence goes on about is no longer what the thing is.
    return { questions, answer: [{ start: sentence.start, end: sentence.end }] };
  }),
});

/** Words of meaning that an answer has beyond its question. */
const FEWEST_WORDS = 3;

/** Two sentences in one, words of the author about himself, and what another sentence would have to explain. */
const UNSURE =
  /\.\s+\S|[,;] (?:you|it|this|we|they|there|and you|additionally|then) |\b(?:this|these|those|such|aforementioned|we|our|us|I|my|also|REQUIRED|OPTIONAL|essentially|basically|in progress|work-in-progress)\b|\bmeans?\b.*\bmeans?\b/u;

function askMeaning({ text, context }: AskedSentence): readonly string[] | undefined {
  const { subject = '', verb = '' } = MEANING.exec(text)?.groups ?? {};
  if (/^(?:better|worse|more|less|fewer|good|bad|having|no)\b/iu.test(subject) || EFFECT.test(text)) return undefined;
  const name = isAct(subject) || /\d/u.test(subject) ? undefined : thingName(context, subject, 4);
  if (name === undefined || /^(?:the|your|an?) /u.test(name)) return undefined;
  return [`What does ${name} ${verb.replace(/^(?<stem>\w+)s\b/u, '$<stem>')}?`];
}

/** "Better ropes mean fewer wrecks": what comes of a thing is not what its name means. */
const EFFECT = /\bmeans? (?:that )?(?:more|less|fewer|better|you|they|we|it|there|nothing|everything|no)\b/u;

/** People are not asked for with "what". */
const PERSON =
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?){0,2}: .* is (?:an?|the) (?:[\p{L}-]+ ){0,4}(?:consultant|engineer|author|professor|developer|director|manager|scientist|researcher|founder|programmer|writer|specialist|teacher|lecturer|student|president|designer|lawyer|analyst|member|advocate|fellow|expert|officer|editor|musician|artist|player|politician|lead|head|chair)(?: (?:at|of|for|and|in|who|with|from|on|based)\b|[,.])/iu;

/** "An obvious sign is …" says which one, not what a sign is. */
const ONE_AMONG_MANY =
  /^(?:(?:an?|the|your) )?(?:two|three|four|five|several|many|worst|underlying|obvious|common|good|best|better|simple|important|typical|possible|recommended|suggested|preferred|key|ideal|popular|easy|easiest|great|major|main|potential|useful|similar|usual|general|example|sample|notable|crucial|critical|big|biggest|real|clear|effective|alternative|additional|new|recent|current|result|goal|problem|solution|answer|idea|reason|trick|point|thing|way)\b/iu;

/** "Working through constraints": what is done is not defined. */
function isAct(subject: string): boolean {
  return gerundBase(subject.split(' ')[0] ?? '') !== undefined;
}

function askKind({ text, context, passage, sentence }: AskedSentence): readonly string[] | undefined {
  const { subject, verb } = DEFINITION.exec(text)?.groups ?? {};
  if (subject === undefined || verb === undefined || NO_GENUS.test(text)) return undefined;
  if (verb === 'is' && !/ is (?:an?|the) /u.test(text)) return undefined;
  if (/\bbecause\b/u.test(text)) return undefined;
  const next = passage.sentences[passage.sentences.indexOf(sentence) + 1];
  if (next !== undefined && next.block === sentence.block && REST.test(context.text(next))) return undefined;
  const name = thingName(context, subject, 5);
  if (
    name === undefined ||
    isAct(subject) ||
    (verb === 'is' && /\p{Ll}{3}(?<![siu])s$/u.test(subject) && !/\p{Lu}\S*$/u.test(subject)) ||
    / and /u.test(name) ||
    ONE_AMONG_MANY.test(name) ||
    / (?:of|for|to|passed|given|made|returned|used|called|with) |author/u.test(name) ||
    /\p{L}['’]s? \p{L}/u.test(name)
  )
    return undefined;
  if (verb === 'are' && COMPANY.test(name)) return undefined;
  if (PERSON.test(`${name}: ${text}`)) return / /u.test(name) ? [`Who is ${name}?`] : undefined;
  return [`What ${verb} ${name}?`, `How does the passage describe ${name}?`];
}

/** The next sentence tells the rest of what the thing is. */
const REST = /^(?:It|They) (?:also )?(?:includes?|contains?|consists? of|covers?|comprises?)\b/u;

/** One company, whatever its name ends in. */
const COMPANY = /^\p{Lu}\S* (?:Systems|Labs|Technologies|Solutions|Industries|Networks|Studios|Partners)$/u;

/** "The purpose of the ledger is …", whatever a noun phrase says it is. */
const ASPECT =
  /^The (?<aspect>(?:(?:main|primary|overall|default|key|biggest|principal|ultimate|sole|core|intended) )?(?<head>[a-z][a-z-]+)(?: [a-z-]+)?) (?<link>of|for|behind|between) (?<thing>[^.,:;!?()]{3,70}?) (?<verb>is|are) (?:(?:an?|the(?! same\b)|to|that|how) |`)[^:;!?]{8,240}\.$/u;

/** Nouns whose "of" leaves one answer. */
const TOLD_OF =
  /^(?:purpose|goal|aim|objective|intent|intention|mission|promise|role|function|job|responsibility|benefit|benefits|advantage|advantages|disadvantage|disadvantages|drawback|drawbacks|downside|downsides|upside|pros|cons|difference|behaviou?r|lifetime|effect|outcome|output|meaning|definition|metric|limitation|scope|idea|motivation)$/u;

function askAspect({ text, context }: AskedSentence): readonly string[] | undefined {
  const { aspect = '', head = '', link, thing = '', verb } = ASPECT.exec(text)?.groups ?? {};
  const last = aspect.split(' ').at(-1) ?? '';
  if (link === undefined || !(TOLD_OF.test(head) || TOLD_OF.test(last))) return undefined;
  const whole = thingName(context, `The ${aspect} ${link} ${thing}`, 10);
  // "The purpose of the workshop": of which one?
  const isKnown = !/^(?:the|your) [\p{Ll}-]+$/u.test(thing);
  return whole === undefined || !isKnown ? undefined : [`What ${verb} ${whole}?`];
}
