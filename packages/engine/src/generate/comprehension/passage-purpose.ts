import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import { isImperative, lowerFirst, subjectDefect } from '../phrases.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';

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
  return isTold ? { questions: howTo(act) } : undefined;
}

function howTo(act: string): string[] {
  return [`How do you ${act}?`, `How can you ${act}?`, `What should you do to ${act}?`];
}

function isAct(act: string): boolean {
  const [first] = wordsOf(act);
  return (
    first !== undefined &&
    BASE_VERBS.has(first.lower) &&
    !/^(?:learn|make sure|find out|see|help|get started|do so)\b/u.test(act)
  );
}

const TOOL = /^(?:You can use|Use|Run|Call) (?<tool>[^,:;!?()]{3,80}?) to (?<act>[a-z]+ [^:;!?()]{6,110})\.$/u;

function askTool(text: string): PassageQuestion | undefined {
  const { act } = TOOL.exec(text)?.groups ?? {};
  if (act === undefined || !isAct(act)) return undefined;
  return { questions: [`What can you use to ${act}?`, `How can you ${act}?`] };
}

const WAY =
  /^(?<subject>[^,:;!?()]{2,70}?) (?<modal>can be|is|are|must be|should be) (?<act>[a-z]+(?:ed|en|wn|de|nt|pt|lt|ut|et)(?: [^,:;!?()]{2,60}?)?) (?:by [a-z]+ing|using|via|through) [^:;!?]{6,200}\.$/u;
const YOUR_WAY = /^You can (?<act>[a-z]+ [^,:;!?()]{4,90}?) (?:by [a-z]+ing|using|via) [^:;!?]{6,200}\.$/u;

function askWay({ text, context }: AskedSentence): PassageQuestion | undefined {
  const own = YOUR_WAY.exec(text)?.groups?.['act'];
  if (own !== undefined) return isAct(own) ? { questions: [`How can you ${own}?`] } : undefined;
  const { subject, modal = '', act } = WAY.exec(text)?.groups ?? {};
  if (subject === undefined || act === undefined || subjectDefect(subject, 8) !== undefined) return undefined;
  const [auxiliary = '', be] = modal.split(' ');
  return {
    questions: [
      `How ${[auxiliary, lowerFirst(subject, context.analysis.casing), ...(be === undefined ? [] : [be]), act].join(' ')}?`,
    ],
  };
}
