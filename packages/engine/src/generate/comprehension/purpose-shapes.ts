import { participleBase } from '../../analyze/english/inflect.ts';
import { BASE_VERBS, gerundBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS, PREPOSITIONS } from '../../analyze/english/word-classes.ts';
import { contentStems, stem, wordsOf } from '../../analyze/english/words.ts';
import { isImperative } from '../wording/phrases.ts';

/** What one sentence says of how something is done. */
export interface Way {
  /** What is done: "reset a shard". Absent where the sentence speaks of its subject. */
  readonly act?: string;
  /** What something is done to, as the sentence has it. */
  readonly subject?: string;
  /** True where it is told step by step, in as many clauses as it takes. */
  readonly hasSteps?: true;
  /** Words of meaning that the answer must have beyond the question. */
  readonly fewest?: number;
  /** Wordings for the act, or for the subject as it reads in mid-sentence. */
  ask(name: string): readonly string[];
}

type Reader = (text: string) => Way | undefined;

function ways(act: string): string[] {
  return [`How do you ${act}?`, `How can you ${act}?`, `How would you ${act}?`, `What do you do to ${act}?`];
}

const TOLD =
  /^(?:(?:please|simply|just|first) )?(?:you(?:'ll|’ll| will)? (?<modal>must|should|can|need to|have to|may) )?(?<act>[^:;!?]+)$/u;

/** Whether a clause tells what to do: an instruction, or what you must, should or can do. */
function toldBy(main: string): 'can' | 'should' | undefined {
  const { modal, act = '' } = TOLD.exec(main)?.groups ?? {};
  if (POINTER.test(act) || !BASE_VERBS.has(wordsOf(act)[0]?.lower ?? '')) return undefined;
  if (modal === undefined) return isInstruction(act) ? 'should' : undefined;
  return modal === 'can' || modal === 'may' ? 'can' : 'should';
}

/** Whoever writes "we" of code means whoever writes code; but "to show the list, we call …" tells of one example. */
function toldTogether(aim: string, main: string): 'can' | undefined {
  const act = /^we (?:(?:can|could|need to|have to|must|should) )?(?:first )?(?<act>\p{Ll}+) .*`/u.exec(main)?.groups?.[
    'act'
  ];
  if (act === undefined || !BASE_VERBS.has(act) || aim.includes('`')) return undefined;
  return /^(?:show|demonstrate|illustrate|see|explore|start|begin|finish|try)\b|\b(?:example|our)\b/u.test(aim)
    ? undefined
    : 'can';
}

/** An instruction with its object: "duplicate naming should be avoided" opens like one and is none. */
function isInstruction(text: string): boolean {
  const [, second] = wordsOf(text);
  return (
    isImperative(text) &&
    !/^[^,]*\b(?:is|are|must|should|can|will|may)\b/u.test(
      text.replace(/ (?:that|which|who|where|what|how|you)\b.*$/u, ''),
    ) &&
    second !== undefined
  );
}

/** How it is done stands in another place. */
const POINTER =
  /^(?:(?:follow|see|read|refer|visit|check|consult|review|use|go to|take a look at|complete)\b[^,]*\b(?:steps|instructions|guides?|guidance|docs?|documentation|section|procedure|process|tutorial|following|ideas)\b|look |(?:contact|email|message|notify|ask (?!for\b))|reach out|make sure (?:you|that)\b|be |have |note |see )/u;

/** "To reset a shard, run `lock`." */
function readAim(text: string): Way | undefined {
  const { act, main } =
    /^(?:To|In order to|If you (?:want|need|wish|would like) to) (?<act>[a-z]+ [^,:;!?()]{4,100}), (?<main>[^:;!?]{8,260})\.$/u.exec(
      text,
    )?.groups ?? {};
  if (act === undefined || main === undefined) return undefined;
  const told = main.startsWith('we ') ? toldTogether(act, main) : toldBy(main);
  if (told !== undefined)
    return {
      act,
      hasSteps: true,
      ask: () => [
        ...ways(act).slice(0, 3),
        told === 'can' ? `What can you do to ${act}?` : `What should you do to ${act}?`,
      ],
    };
  const duty = /^[^,]{2,90} (?<modal>must|should) be (?<done>\p{Ll}+)\b/u.exec(main)?.groups;
  return duty?.['modal'] === undefined || participleBase(duty['done'] ?? '') === undefined
    ? undefined
    : { act, ask: () => [`What ${duty['modal'] ?? ''} be done to ${act}?`] };
}

/** "Use the brass lever to open the lock." */
function readTool(text: string): Way | undefined {
  const {
    verb = '',
    tool,
    act,
  } = /^(?:You (?:can|should|must|may) |Please )?(?<verb>[Uu]se|[Rr]un|[Cc]all) (?<tool>[^,:;!?()]{3,80}?) to (?<act>[a-z]+ [^,:;!?()]{6,110})\.$/u.exec(
    text,
  )?.groups ?? {};
  if (tool === undefined || act === undefined || LOOSE_TOOL.test(tool)) return undefined;
  const isUsed = verb.toLowerCase() === 'use';
  // What is run is a command; tests and workshops are done for their own sake.
  if (!isUsed && !tool.includes('`')) return undefined;
  return {
    act,
    fewest: 1,
    ask: () => [
      isUsed ? `What can you use to ${act}?` : `What can you ${verb.toLowerCase()} to ${act}?`,
      `How can you ${act}?`,
      `How do you ${act}?`,
    ],
  };
}

/** Only its text knows which tool it is, or "to" belongs to a clause about the tool. */
const LOOSE_TOOL =
  /\b(?:it|them|this|these|that|those|which|who|are|is|how|linked|one|instructions?|steps?|each|despite|as|when|if|and then|same|other)\b|[–—]| - |ly$|^(?:the|your) \p{Ll}+$|^[\p{Ll}]+-[\p{Ll}-]+$|\bpreferred\b/u;

/** "You can reset a shard by sending …", "You build it using …" */
function readYourWay(text: string): Way | undefined {
  const act =
    /^You (?:can |should |must |may )?(?<act>[a-z]+ [^,:;!?()]{4,90}?) (?:by (?!\w*thing)[a-z]+ing|using|via|through|with the) [^:;!?]{6,200}\.$/u.exec(
      text,
    )?.groups?.['act'];
  // "using `dict()` and save them to disk": a second act.
  const second = / and (?<verb>\p{Ll}+) (?:them|it|the|an?|your)\b/u.exec(text)?.groups?.['verb'];
  if (second !== undefined && BASE_VERBS.has(second)) return undefined;
  return act === undefined || /\bby\b/u.test(act)
    ? undefined
    : { act, ask: () => [`How can you ${act}?`, `How do you ${act}?`] };
}

/** "By sending a key, you can reset a shard." */
function readWayFirst(text: string): Way | undefined {
  const { way, act } =
    /^(?:By (?<way>[a-z]+ing) [^,:;!?()]{4,120}|With \p{Ll}[^,:;!?()]{4,60}|Using [^,:;!?()]{4,80}), you can (?<act>[a-z]+ [^,:;!?()]{4,110})\.$/u.exec(
      text,
    )?.groups ?? {};
  return act === undefined || /^use\b/u.test(act) || (way !== undefined && gerundBase(way) === undefined)
    ? undefined
    : { act, ask: () => [`How can you ${act}?`, `How do you ${act}?`, `What lets you ${act}?`] };
}

/** "The easiest way to reset a shard is to …" */
function readBestWay(text: string): Way | undefined {
  const {
    which = '',
    act,
    verb,
  } = /^(?<which>The (?:best|easiest|simplest|quickest|fastest|safest|recommended|preferred|usual|only|most \p{Ll}+)|One|Another) way to (?<act>[a-z]+ [^,:;!?()]{3,90}?) (?<verb>is|was) (?:to|by|through|with|via) [^:;!?]{8,220}\.$/u.exec(
    text,
  )?.groups ?? {};
  if (act === undefined || verb === undefined || which === 'Another') return undefined;
  const named = which.charAt(0).toLowerCase() + which.slice(1);
  return {
    act,
    ask: () =>
      which === 'One'
        ? [`What is one way to ${act}?`, `What way to ${act} does the passage name?`]
        : [`What is ${named} way to ${act}?`],
  };
}

/** "Small boats are moved by pulling the chain." */
function readDone(text: string): Way | undefined {
  const {
    subject,
    modal = '',
    act = '',
    place = '',
  } = /^(?<subject>[^,:;!?()]{2,70}?) (?<modal>can be|is|are|must be|should be) (?<act>[a-z]+)(?<place> (?:to|in|on|from|into|for|at|between|within|of|across) [^,:;!?()]{2,60}?)? (?:by (?!\w*thing)[a-z]+ing|using|via|through) [^:;!?]{6,200}\.$/u.exec(
    text,
  )?.groups ?? {};
  if (subject === undefined || participleBase(act) === undefined || VAGUE_ACT.test(act)) return undefined;
  if (
    / to [a-z]+$| (?:by|and|or|but|for \w+ing) |^ for \w+ing|\b(?!setting|building|meeting|testing|training|string)\p{Ll}{2,}ing$/u.test(
      place,
    ) ||
    BASE_VERBS.has(toVerb(place))
  )
    return undefined;
  if (modal === 'is' && / and /u.test(subject)) return undefined;
  const [auxiliary = '', be] = modal.split(' ');
  return {
    subject,
    ask: (name) => [`How ${[auxiliary, name, ...(be === undefined ? [] : [be]), act].join(' ')}${place}?`],
  };
}

/** "asked to inspect the gate": then the way is that of the second act. */
function toVerb(place: string): string {
  return /^ to (?<verb>\p{Ll}+)/u.exec(place)?.groups?.['verb'] ?? '';
}

const VAGUE_ACT =
  /^(?:used|based|made|driven|led|found|affected|limited|related|caused|committed|dedicated|required|expected|needed|known|seen|involved|motivated|inspired)$/u;

const HANDS_ON =
  /^(?:Select|Choose|Click|Press|Open|Set(?! up)|Enable|Disable|Enter|Type|Contact|Email|Call|Install|Import|Initiali[sz]e|Turn on|Turn off|Drag|Tap|Hold|Subscribe to|Sign in to|Log in to|Ring|Pass|Specify|Mark|Register|Submit|Fill out)\b/u;

/** "Ring the bell twice to call the keeper." */
function readInstruction(text: string): Way | undefined {
  const { main, act } =
    /^(?:You (?:must|should|need to|have to) )?(?<main>[^,:;!?()]{6,120}?),? (?:in order )?to (?<act>[a-z]+ [^,:;!?()]{6,110})\.$/u.exec(
      text,
    )?.groups ?? {};
  if (main === undefined || act === undefined) return undefined;
  const told = main.charAt(0).toUpperCase() + main.slice(1);
  if (!HANDS_ON.test(told) || !isInstruction(told) || LOOSE_TOOL.test(main) || LOOSE_TO.test(main)) return undefined;
  return { act, ask: () => [`What should you do to ${act}?`, `How can you ${act}?`, `How do you ${act}?`] };
}

/** "To" after these belongs to a word or clause beside the act: "the date you wish to …", "as a way to …". */
const LOOSE_TO =
  /\b(?:you|and|or|if|when|where|why|what|not)\b|\b(?:way|ways|ability|opportunity|opportunities|time|person|people|plan|plans|permission|request|decision|effort|efforts|reason|reasons|chance|place|need|ready|able|free|willing|likely|up|want|wish|trying|going|vendors|members|users|team|teams|someone|anyone|everyone|others|developers|staff|manager|lead|supervisor|office|link|access|[a-z]+ed)$/iu;

export const WAYS: readonly Reader[] = [
  readAim,
  readTool,
  readBestWay,
  readWayFirst,
  readYourWay,
  readDone,
  readInstruction,
];

/** "Specify the name": whose, the section says, if any. */
function isBareAct(act: string, heading: string): boolean {
  const noun = /^\p{Ll}+ (?:the|your) (?<noun>\p{Ll}+)$/u.exec(act)?.groups?.['noun'];
  return noun !== undefined && !contentStems(heading).includes(stem(noun));
}

/** "Switch between modes", "get access to most resources": which, only its text knows. */
const BARE_PLURAL =
  /^\p{Ll}+(?: (?:between|to|from|in|of|with|on|for))? \p{Ll}+s$|\b(?:most|some|many|certain|several) [\p{L}-]+$/u;

/** "Build the parser and as a reference", "grow the list and `trim` to shorten it": the second half belongs to the other clause. */
const TORN =
  /\b(?:and|or) (?:as|for|with|by|in|on|from|at|via|using|when|if)\b|\b(?:and|or) (?:\S+ ){1,4}to \p{Ll}+|(?<!\x60[^\x60]*)\p{L}\/\p{L}(?![^\x60]*\x60)|\b(?:when|where|whenever|if|as) \p{Ll}+$/u;

/** "Add select the field": an author who changed one verb for another and kept both. */
function hasTwoVerbs(act: string): boolean {
  const [first, second, third] = wordsOf(act).map(({ lower }) => lower);
  return (
    !/^(?:help|let|make|have|give)$/u.test(first ?? '') && BASE_VERBS.has(second ?? '') && DETERMINERS.has(third ?? '')
  );
}

/** An act that says by itself what is done. */
export function isWholeAct(act: string, heading = ''): boolean {
  const words = wordsOf(act);
  const [first, second] = words;
  return (
    first !== undefined &&
    second !== undefined &&
    BASE_VERBS.has(first.lower) &&
    contentStems(act).length >= 2 &&
    (words.length > 2 || act.includes('`')) &&
    !isBareAct(act, heading) &&
    !hasTwoVerbs(act) &&
    !BARE_PLURAL.test(act) &&
    !TORN.test(act) &&
    !PREPOSITIONS.has(words.at(-1)?.lower ?? '') &&
    !/\b(?:it|them|this|that|these|those|they|so|here|there)\b|\b(?:instead|first|again|too|as well|simply|best|better|further|quickly|directly|other|above|below)$/u.test(
      act,
    ) &&
    !/^(?:(?:find|get|obtain) (?:more |further |additional )?(?:information|details|help|instructions)|learn|make sure|find out|see|help|get started|do so|keep|stay|guide|let|allow|ensure|understand|know|request that|be|have|become|feel|think|consider|reflect|take advantage|lose|miss|risk|break|fail|choose to|decide to|continue|expect)\b/u.test(
      act,
    )
  );
}
