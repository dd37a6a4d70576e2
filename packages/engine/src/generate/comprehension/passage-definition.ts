import { lowerFirst, subjectDefect } from '../phrases.ts';
import { passagePattern, type AskedSentence, type PassageQuestion } from './passage-pattern.ts';

const DEFINITION =
  /^(?<subject>[^.:;!?(),]{2,60}?)(?: \([^()]{1,40}\))? (?<verb>is|are) (?:(?:an?|the) [^.:;!?]{2,60}? |(?:[a-z-]+ ){0,3}[a-z]+s )(?:that|which|who|whose|where|used|designed|intended|for|of|in which|made|responsible|containing|with|between|to) [^:;!?]{8,240}\.$/u;

/** Genera that judge or count instead of saying what a thing is. */
const NO_GENUS =
  /^\S.*? (?:is|are) (?:an?|the)? ?(?:(?:very|most|more|quite|really|rather|pretty|good|great|bad|best|better|common|key|critical|crucial|vital|important|main|major|nice|perfect|useful|first|last|next|only|same|right|huge|easy|hard|simple|fine|essential|fundamental|list|lot|bit|part|result|matter|example|case|problem|question|reason|number|few|couple|variety|way|ways|responsibility|subject|goal|difference|default|exception|top|bottom|one|some|many|all|subset)\b)/iu;

/** "A shard is a part of an index that …" asked as "What is a shard?". */
export const passageDefinition = passagePattern({
  name: 'passage-definition',
  promise: 'One sentence of the passage says what the thing is.',
  precision: 0.85,
  isDefault: false,
  reasoning: 'recall',
  ask: ({ text, context }: AskedSentence): PassageQuestion | undefined => {
    const { subject, verb } = DEFINITION.exec(text)?.groups ?? {};
    if (subject === undefined || verb === undefined || NO_GENUS.test(text)) return undefined;
    if (subjectDefect(subject, 5) !== undefined) return undefined;
    const name = lowerFirst(subject, context.analysis.casing);
    return {
      questions: [
        `What ${verb} ${name}?`,
        `How does the passage describe ${name}?`,
        `What does the text say ${name} ${verb}?`,
      ],
    };
  },
});
