import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import { isImperative } from '../phrases.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';
import { subjectName } from './subject-name.ts';

/** "To reset a shard, run `lock`." asked as "How do you reset a shard?". */
export const passagePurpose = passagePattern({
  name: 'passage-purpose',
  promise: 'One sentence of the passage says how to do what the question names.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'procedure',
  ask: (sentence: AskedSentence): PassageQuestion | undefined =>
    askAim(sentence.text) ?? askTool(sentence.text) ?? askWay(sentence),
});

const AIM = /^(?:To|In order to) (?<act>[a-z]+ [^,:;!?()]{4,100}), (?<main>[^:;!?]{8,260})\.$/u;

function askAim(text: string): PassageQuestion | undefined {
  const { act, main } = AIM.exec(text)?.groups ?? {};
  if (act === undefined || main === undefined || !isAct(act)) return undefined;
  const isTold =
    isImperative(main.replace(/^(?:please|simply|just|first) /u, '')) ||
    /^you(?:'ll| will)? (?:must|should|can|need to|have to|may)\b/u.test(main);
  if (!isTold) return undefined;
  const told = /^you can\b/u.test(main) ? `What can you do to ${act}?` : `What should you do to ${act}?`;
  return { questions: [`How do you ${act}?`, `How can you ${act}?`, told] };
}

function isAct(act: string): boolean {
  const [first] = wordsOf(act);
  return (
    first !== undefined &&
    BASE_VERBS.has(first.lower) &&
    contentStems(act).length >= 2 &&
    !/^(?:learn|make sure|find out|see|help|get started|do so|guide|let|allow|ensure|understand|know|request that)\b/u.test(
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
  /^(?<subject>[^,:;!?()]{2,70}?) (?<modal>can be|is|are|must be|should be) (?<act>[a-z]+(?:ed|en|wn|made|sent|kept|built|put|set|found|held|run)(?: [^,:;!?()]{2,60}?)?) (?:by (?!\w*thing)[a-z]+ing|using|via|through) [^:;!?]{6,200}\.$/u;
const YOUR_WAY = /^You can (?<act>[a-z]+ [^,:;!?()]{4,90}?) (?:by (?!\w*thing)[a-z]+ing|using|via) [^:;!?]{6,200}\.$/u;

function askWay({ text, context }: AskedSentence): PassageQuestion | undefined {
  const own = YOUR_WAY.exec(text)?.groups?.['act'];
  if (own !== undefined) return isAct(own) ? { questions: [`How can you ${own}?`] } : undefined;
  const { subject, modal = '', act } = WAY.exec(text)?.groups ?? {};
  const name = subject === undefined || act === undefined ? undefined : subjectName(context, subject, 8);
  if (name === undefined || act === undefined) return undefined;
  const [auxiliary = '', be] = modal.split(' ');
  return { questions: [`How ${[auxiliary, name, ...(be === undefined ? [] : [be]), act].join(' ')}?`] };
}
