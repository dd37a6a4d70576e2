import { BASE_VERBS, isNounLike, thirdPersonBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS } from '../../analyze/english/word-classes.ts';
import { contentStems, countWords, stem } from '../../analyze/english/words.ts';
import { baseOfThird, participleBase, thirdPerson } from '../../analyze/english/inflect.ts';
import { isAgent } from './agents.ts';
import { agrees } from './agreement.ts';
import { joinsSecondAct } from './one-clause.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** A kind of sentence and what it is asked for. The group `subject` is its subject. */
export interface FactShape {
  readonly shape: RegExp;
  /** Words of meaning that the answer must have beyond the question. */
  readonly fewest?: number;
  /** True where an act may be the subject: "Making a fork creates …". */
  readonly takesActs?: true;
  /** Wordings of the question for a subject as it reads in mid-sentence. */
  ask(name: string, groups: Groups): readonly string[] | undefined;
}

const SUBJECT = String.raw`(?<subject>[^,:;!?()]{2,70}?)`;
/** The rest of a sentence after its verb. */
const REST = String.raw`[^:;!?]{8,240}\.$`;
/** What a noun phrase in the place of the object begins with. */
const OBJECT = String.raw`(?:an?|the|your|its|their|all|any|each|every|several|multiple|two|three|more|\x60|(?!as\b|across\b|towards\b|always\b|besides\b|perhaps\b)\p{Ll}{2,}(?:s|ion|ment|ing|ity|ive|al|ic|ed|ent|ant|ful|ous))`;

/** Who does what is done to the subject. */
const DONE_BY: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>is|are|must be|should be|will be|can be|can only be) (?<act>\p{Ll}+)(?<place> (?:in|on|at|for|to|into|before|after|during|each|every|once|twice) [^,:;!?()]{2,50}?)? by (?<agent>(?:an?|the|your|each|every)? ?[^,:;!?()]{3,60})(?:, who [^:;!?]{5,140})?\.$`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb = '', act = '', place = '', agent = '' }) => {
    const base = participleBase(act);
    if (base === undefined || !isAgent(agent.trim()) || /\b(?:their|its|the same)\b/u.test(place)) return undefined;
    const modal = verb.endsWith(' be') ? (verb.split(' ')[0] ?? '') : undefined;
    const asked = `${modal === undefined ? thirdPerson(base) : `${modal} ${base}`} ${name}${place}`;
    return [`Who ${asked}?`];
  },
};

/** Who is responsible for what, where that is short enough to be asked for. */
const RESPONSIBLE: FactShape = {
  shape: new RegExp(String.raw`^${SUBJECT} (?<verb>is|are) responsible for (?<duty>[^:;!?]{8,240})\.$`, 'u'),
  fewest: 2,
  ask: (name, { verb = '', duty = '' }) => {
    // "for carrying the key and open the gate"
    if (joinsSecondAct(duty)) return undefined;
    return isAgent(name) && countWords(duty) <= LONGEST_DUTY && !duty.includes(',')
      ? [`Who is responsible for ${duty}?`]
      : [`What ${verb} ${name} responsible for?`];
  },
};
const LONGEST_DUTY = 9;

const EXAMPLE: FactShape = {
  // An example of a clear title is …
  shape: new RegExp(
    String.raw`^(?:An|One|A good|Another) example of (?<subject>[^,:;!?()]{3,60}?) is (?!(?:(?!\b(?:that|which|who|where|how|what)\b).)*\b(?:is|are)\b)${REST}`,
    'u',
  ),
  ask: (name) => [`What example of ${name} does the passage give?`, `Which example of ${name} does the text give?`],
};

const USED_FOR: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>is|are|can be) used (?:for (?<thing>\p{Ll}+|\x60)|to (?<act>\p{Ll}+)) ${REST}`,
    'u',
  ),
  ask: (name, { verb = '', act }) => {
    if (isAgent(name)) return undefined;
    // "The close method is used to close …"
    if (act !== undefined && (!BASE_VERBS.has(act) || contentStems(name).includes(stem(act)))) return undefined;
    if (verb === 'can be') return [`What can ${name} be used for?`, `What can you use ${name} for?`];
    return [
      `What ${verb} ${name} used for?`,
      `What do you use ${name} for?`,
      `What purpose ${verb === 'is' ? 'does' : 'do'} ${name} serve?`,
    ];
  },
};

const DESIGNED: FactShape = {
  shape: new RegExp(String.raw`^${SUBJECT} (?<verb>is|are) designed to (?<act>\p{Ll}+) ${REST}`, 'u'),
  ask: (name, { verb = '', act = '' }) =>
    BASE_VERBS.has(act) && act !== 'have' ? [`What ${verb} ${name} designed to do?`] : undefined,
};

const LETS: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<verb>(?:allows?|enables?) (?<whom>[^,:;!?()]{2,40}?) to|(?:lets?|helps?) (?<helped>you|us|you and your team|users|people|teams|developers)(?: to)?) (?<act>\p{Ll}+) ${REST}`,
    'u',
  ),
  takesActs: true,
  fewest: 2,
  ask: (name, { verb = '', whom, helped, act = '' }) => {
    const who = whom ?? helped ?? '';
    if (!BASE_VERBS.has(act) || !(who === 'you' || who === 'us' || isAgent(who) || /^\p{Lu}[\p{L}\p{N}]+$/u.test(who)))
      return undefined;
    // "What does Rust let you do?" has too many answers, wherever it is asked.
    if (isName(name) || (who === 'us' && /^(?:know|see|be)$/u.test(act))) return undefined;
    const [word = ''] = verb.split(' ');
    if (who === 'us') return [`What ${auxiliary(word)} ${name} make possible?`];
    return [
      `What ${auxiliary(word)} ${name} ${baseOf(word)} ${who}${whom === undefined ? '' : ' to'} do?`,
      ...(who === 'you' && !word.startsWith('help') && !/^\p{Ll}+ing\b/u.test(name)
        ? [`What can you do with ${name}?`]
        : []),
    ];
  },
};

/** Verbs that are asked for with "What does … ?" by people, too. */
const TOLD =
  'contain store hold provide offer return define describe represent control cover specify require receive accept produce generate create handle manage measure track prevent ensure indicate expose implement monitor collect display show maintain replace check support determine record aggregate separate connect carry assume need add remove set print run validate verify protect reduce improve simplify combine load parse render yield trigger emit override wrap ignore explain outline summarize identify introduce cause enforce simulate grant limit';
const THIRD = TOLD.split(' ').map(thirdPerson).join('|');
/** Of these no plural noun is made, so that a plural before them is their subject. */
const PLAIN = TOLD.split(' ')
  .filter((verb) => !isNounLike(verb))
  .join('|');

/** One thing that does little else: what "users", a project or a company does has too many answers. */
function isNarrow(name: string): boolean {
  return /^(?:(?:the|an?) |`)/u.test(name) && !isAgent(name) && !WIDE.test(name);
}

const WIDE =
  /\b(?:project|team|company|process|program|programme|organi[sz]ation|community|platform|product|service|application|site|website|library|framework|language|guide|document|page|section|command)$/iu;

/** An act that is named as a whole: "Making a fork creates a copy". */
const ACT_DOES: FactShape = {
  shape: new RegExp(
    String.raw`^(?<subject>\p{Lu}\p{Ll}+ing [^,:;!?()]{2,60}?) (?<verb>requires|creates|prevents|returns) (?<object>${OBJECT} ${REST})`,
    'u',
  ),
  takesActs: true,
  ask: (name, { verb = '', object = '' }) =>
    LEADS_ON.test(object) ? undefined : [`What does ${name} ${baseOfThird(verb)}?`],
};

/** Adverbs that stand between a subject and its verb, and add nothing to the question. */
const ADVERB = '(?:(?:only|always|usually|typically|often|automatically|generally|primarily|mainly|currently) )?';

const DOES: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} ${ADVERB}(?:(?<verb>${THIRD})|(?<=\p{Ll}s )(?<plural>${PLAIN})) (?<object>${OBJECT} ${REST})`,
    'u',
  ),
  fewest: 2,
  ask: (name, { verb, plural, object = '' }) => {
    const act = verb === undefined ? (plural ?? '') : baseOfThird(verb);
    if (act === '' || !isNarrow(name) || !agrees(name, verb !== undefined) || isLoose(name, act, object))
      return undefined;
    return [`What ${verb === undefined ? 'do' : 'does'} ${name} ${act}?`];
  },
};

/** "The `add` method adds two points to create a third": all that it does is told. */
const WHAT_IT_DOES: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} ${ADVERB}(?<verb>\p{Ll}+s) (?<next>[\p{L}\p{N}\x60’'-]+) [^:;!?]{8,240}\.$`,
    'u',
  ),
  fewest: 4,
  ask: (name, { verb = '', next = '' }) => {
    const act = thirdPersonBase(verb);
    if (act === undefined || !BASE_VERBS.has(act) || STATES.test(act) || !agrees(name, true)) return undefined;
    if (isNounLike(act) && !DETERMINERS.has(next)) return undefined;
    const isDuty = DUTY.test(act) && /^(?:the|your|each) /u.test(name) && isAgent(name) && !EVERYBODY.test(name);
    // "A `Lock`" is a type: that it does more, its code says.
    const isWorker = WORKER.test(name) && !/`\p{Lu}[^`]*`$/u.test(name);
    return isWorker || isDuty ? [`What does ${name} do?`] : undefined;
  },
};

/** What does one thing, and is named by it. */
const WORKER =
  /^(?:the|an?|each) (?:`[^`]+`(?: (?:function|method|command|macro|option|flag|attribute|tool|script|job|task|workflow|module|middleware|plugin|setting|parameter|endpoint|operator|keyword|annotation|directive|rule|filter|hook|helper|decorator|trait|syntax|service|crate|package))?|(?:[\p{L}\p{N}-]+ ){1,3}(?:function|method|command|macro|tool|script|job|task|workflow|alert|middleware|plugin|helper|pipeline|module))$/iu;
/** What somebody does as his work. */
const DUTY =
  /^(?:coordinate|manage|oversee|conduct|prepare|administer|maintain|handle|approve|supervise|review|process)$/u;
const EVERYBODY =
  /\b(?:users?|people|person|developers?|customers?|visitors?|everyone|anyone|company|group|host|provider)$/u;
/** What a thing is or has, or what it only leads to. */
const STATES =
  /^(?:have|be|need|want|seem|appear|remain|mean|contain|include|consist|depend|belong|become|require|exist|live|begin|start|end|allow|enable|let|help|make|know|return|represent|use|work|run|take|look|come|go|follow|get|give|tell|show|know|think|say|see|lead|result|refer|point|serve|act)$/u;

const MAY_DO: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<modal>must|should|will) ${ADVERB}(?<act>${TOLD.replaceAll(' ', '|')}) (?<object>${OBJECT} ${REST})`,
    'iu',
  ),
  fewest: 2,
  ask: (name, { modal = '', act = '', object = '' }) =>
    !isNarrow(name) || isLoose(name, act, object) || joinsSecondAct(object)
      ? undefined
      : [`What ${modal.toLowerCase()} ${name} ${act}?`],
};

const CLAIMING =
  'ensure guarantee indicate specify require assume state determine check verify control define describe explain show imply prove decide track recommend suggest enforce dictate govern';
/** "The borrow checker ensures that references are valid." */
const CLAIMS: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} ${ADVERB}(?:(?<verb>${CLAIMING.split(' ').map(thirdPerson).join('|')})|(?<=\p{Ll}s )(?<plural>${CLAIMING.split(' ').join('|')})|(?<modal>must|should|will) (?<act>${CLAIMING.split(' ').join('|')})) (?<link>that|whether|if|how|which|what|when|where|who) ${REST}`,
    'u',
  ),
  takesActs: true,
  ask: (name, { verb, plural, modal, act, link = '' }) => {
    // "Empty values show when nobody came."
    if (!isNarrow(name) || (link === 'when' && /^(?:shows?|explains?|describes?)$/u.test(verb ?? plural ?? act ?? '')))
      return undefined;
    if (modal !== undefined) return [`What ${modal} ${name} ${act ?? ''}?`];
    if (!agrees(name, verb !== undefined)) return undefined;
    return [verb === undefined ? `What do ${name} ${plural ?? ''}?` : `What does ${name} ${baseOfThird(verb)}?`];
  },
};

/** "The parser takes a string and returns a tree." */
const TAKES_AND_RETURNS: FactShape = {
  shape: new RegExp(
    String.raw`^${SUBJECT} (?<first>takes|accepts|receives) (?<object>${OBJECT} [^,:;!?()]{2,80}?) and (?<second>returns|produces|gives back|yields) ${REST}`,
    'u',
  ),
  fewest: 2,
  ask: (name, { first = '', second = '' }) => {
    const [verb = '', ...back] = second.split(' ');
    const returned = [baseOfThird(verb), ...back].join(' ');
    return [`What does ${name} ${baseOfThird(first)}, and what does it ${returned}?`];
  },
};

/** What is said of a thing by its name and is the same wherever it is asked. */
const CERTAIN_OF_NAMES =
  /^(?:represent|define|describe|return|implement|measure|track|monitor|contain|require|receive|generate|produce|aggregate|combine|collect|load|parse|replace|expose|maintain)$/u;

function isLoose(name: string, act: string, object: string): boolean {
  if (LEADS_ON.test(object) || contentStems(name).includes(stem(act))) return true;
  // "Best practices include …": some of many.
  if (act === 'include' && !/^(?:the|an?|your|each|every) |[\p{Lu}`]/u.test(name)) return true;
  // "What does Elastic provide?" has too many answers, wherever it is asked.
  return isName(name) && !CERTAIN_OF_NAMES.test(act);
}

/** The object alone is not what is said: "requires all staff to …", "sorts mail into …". */
const LEADS_ON = /^(?:\S+ ){1,4}(?:to|as)\s|^(?:\S+ ){1,8}into\s|^(?:an? )?(?:good|great|bad|huge|big) /u;

export const FACT_SHAPES: readonly FactShape[] = [
  DONE_BY,
  EXAMPLE,
  RESPONSIBLE,
  USED_FOR,
  DESIGNED,
  LETS,
  TAKES_AND_RETURNS,
  CLAIMS,
  MAY_DO,
  ACT_DOES,
  DOES,
  WHAT_IT_DOES,
];

/** A name and nothing else: of a product, a firm, a language. */
function isName(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}.]*(?: \p{Lu}[\p{L}\p{N}.]*)*$/u.test(name);
}

function auxiliary(verb: string): string {
  return verb.endsWith('s') && verb !== 'focus' ? 'does' : 'do';
}

function baseOf(verb: string): string {
  const [first = '', ...particle] = verb.split(' ');
  const root = first.endsWith('s') && first !== 'focus' ? baseOfThird(first) : first;
  return [root, ...particle].join(' ');
}
