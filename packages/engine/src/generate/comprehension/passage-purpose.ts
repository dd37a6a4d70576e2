import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import { isImperative } from '../wording/phrases.ts';
import { bySentence, passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

/** "To reset a shard, run `lock`." asked as "How do you reset a shard?". */
export const passagePurpose = passagePattern({
  name: 'passage-purpose',
  promise: 'One sentence of the passage says how to do what the question names.',
  precision: 0.9,
  reasoning: 'procedure',
  ask: bySentence(
    (sentence: AskedSentence): PassageQuestion | undefined =>
      askAim(sentence.text) ?? askTool(sentence.text) ?? askWay(sentence) ?? askAct(sentence.text),
  ),
});

const AIM = /^(?:To|In order to) (?<act>[a-z]+ [^,:;!?()]{4,100}), (?<main>[^:;!?]{8,260})\.$/u;

function askAim(text: string): PassageQuestion | undefined {
  const { act, main } = AIM.exec(text)?.groups ?? {};
  if (act === undefined || main === undefined || !isAct(act)) return undefined;
  const isTold =
    isImperative(main.replace(/^(?:please|simply|just|first) /u, '')) ||
    /^you(?:'ll| will)? (?:must|should|can|need to|have to|may)\b/u.test(main);
  const duty = /^[^,]{2,90} (?<modal>must|should) be \w+(?:ed|en|wn|made|sent|kept|built|put|set|held|run)\b/u.exec(
    main,
  )?.groups?.['modal'];
  if (!isTold) return duty === undefined ? undefined : { questions: [`What ${duty} be done to ${act}?`] };
  const told = /^you can\b/u.test(main) ? `What can you do to ${act}?` : `What should you do to ${act}?`;
  return { questions: [`How do you ${act}?`, `How can you ${act}?`, told] };
}

function isAct(act: string): boolean {
  const [first] = wordsOf(act);
  return (
    first !== undefined &&
    BASE_VERBS.has(first.lower) &&
    contentStems(act).length >= 2 &&
    !/, (?:and|but|so|which|or) /u.test(act) &&
    !/\b(?:it|them|this|that|these|those|they|so|here|there)\b/u.test(act) &&
    !/^(?:learn|make sure|find out|see|help|get started|do so|keep up|stay|guide|let|allow|ensure|understand|know|request that)\b/u.test(
      act,
    )
  );
}

const TOOL = /^(?:You can use|Use|Run|Call) (?<tool>[^,:;!?()]{3,80}?) to (?<act>[a-z]+ [^:;!?()]{6,110})\.$/u;

/** Only its text knows which tool it is, or "to" belongs to a clause about the tool. */
const NO_TOOL = /\b(?:it|them|this|these|that|those|which|who|are|is|how|linked|one|instructions?|steps?|each)\b/iu;

function askTool(text: string): PassageQuestion | undefined {
  const { tool, act } = TOOL.exec(text)?.groups ?? {};
  if (tool === undefined || act === undefined || !isAct(act) || NO_TOOL.test(tool)) return undefined;
  return { questions: [`What can you use to ${act}?`, `How can you ${act}?`] };
}

const WAY =
  /^(?<subject>[^,:;!?()]{2,70}?) (?<modal>can be|is|are|must be|should be) (?<act>(?!then\b|often\b|even\b|open\b|different\b)[a-z]+(?:ed|en|wn|made|sent|kept|built|put|set|found|held|run)(?: [^,:;!?()]{2,60}?)?) (?:by (?!\w*thing)[a-z]+ing|using|via|through) [^:;!?]{6,200}\.$/u;
const YOUR_WAY = /^You can (?<act>[a-z]+ [^,:;!?()]{4,90}?) (?:by (?!\w*thing)[a-z]+ing|using|via) [^:;!?]{6,200}\.$/u;

function askWay({ text, context }: AskedSentence): PassageQuestion | undefined {
  const own = YOUR_WAY.exec(text)?.groups?.['act'];
  if (own !== undefined) return isAct(own) ? { questions: [`How can you ${own}?`] } : undefined;
  const { subject, modal = '', act } = WAY.exec(text)?.groups ?? {};
  const name = subject === undefined || act === undefined ? undefined : subjectName(context, subject, 8);
  if (
    name === undefined ||
    act === undefined ||
    (modal === 'is' && / and /u.test(name)) ||
    / to [a-z]+$| (?:by|and|or|but) /u.test(act)
  )
    return undefined;
  const [auxiliary = '', be] = modal.split(' ');
  return { questions: [`How ${[auxiliary, name, ...(be === undefined ? [] : [be]), act].join(' ')}?`] };
}

/** Acts that are done "to" somebody or whose "to" opens what is done. */
const TAKES_TO =
  /^(?:send|bring|hire|train|teach|assign|appoint|push|empower|lead|motivate|persuade|convince|direct|instruct|expect|pay|leave|trust|urge|ask|want|allow|tell|encourage|need|help|remind|request|remember|feel|be|make sure|try|continue|start|begin|choose|decide|agree|expect|plan|prepare|learn|have|get|invite|require|enable|permit|advise|use|run|call|see|refer|work|look|note|consider|return|respond|move|switch|click|go)\b/iu;

/** "To" after these belongs to a word or clause beside the act: "the date you wish to …", "as a way to …". */
const LOOSE_TO =
  /\b(?:you|and|or|if|when|where|why|what|not)\b|\b(?:way|ways|ability|opportunity|opportunities|time|person|people|plan|plans|permission|request|decision|effort|efforts|reason|reasons|chance|place|need|ready|able|free|willing|likely|up|want|wish|trying|going|vendors|members|users|team|teams|one|someone|anyone|everyone|others|developers|people|staff|[a-z]+ed)$/iu;

/** "Call the office to reserve a room." asked as "What should you do to reserve a room?". */
function askAct(text: string): PassageQuestion | undefined {
  const { main, act } =
    /^(?<main>[^,:;!?()]{6,120}?),? (?:in order )?to (?<act>[a-z]+ [^:;!?()]{6,110})\.$/u.exec(text)?.groups ?? {};
  if (main === undefined || act === undefined || !isImperative(main) || TAKES_TO.test(main) || !isAct(act))
    return undefined;
  return NO_TOOL.test(main) || LOOSE_TO.test(main) || /,/u.test(act)
    ? undefined
    : { questions: [`What should you do to ${act}?`, `How can you ${act}?`, `How do you ${act}?`] };
}
