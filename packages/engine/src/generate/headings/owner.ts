import { BASE_VERBS } from '../../analyze/english/verbs.ts';
import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import type { Section } from '../../analyze/analysis.ts';
import { isAspect } from './heading-aspects.ts';
import type { PatternContext } from '../pattern.ts';
import { verbPhrase } from '../wording/phrases.ts';
import { usableTitle } from './topic.ts';

/** What a section's heading is an aspect of: the heading above when it names a thing, the document's topic when there is none. */
export function ownerOf(context: PatternContext, section: Section): string | undefined {
  const parent = section.headingPath.at(-1);
  return parent === undefined ? topicName(context) : headingName(context, parent);
}

/** What a question of this section is about: the nearest heading above that names a thing, else the document's topic. */
export function nearestName(context: PatternContext, section: Section): string | undefined {
  for (const heading of section.headingPath.toReversed()) {
    const name = headingName(context, heading);
    if (name !== undefined) return name;
  }
  return topicName(context);
}

/** One common word ("providers") says too little to find the place by. */
function isTelling(name: string): boolean {
  return contentStems(name).length > 1 || /[\p{Lu}\p{N}`]/u.test(name);
}

function headingName(context: PatternContext, heading: string): string | undefined {
  const name = usableTitle(heading);
  if (name === undefined || /,|\s[-–—]\s/u.test(name) || verbPhrase(name, context.recase) !== undefined)
    return undefined;
  if (isAspect(name) || GENERIC_NAME.test(name) || mayBeAct(name)) return undefined;
  const written = context.recase(name);
  if (
    /^(?:[\p{Ll}-]+ )?(?:commands|options|methods|functions|examples|questions|details|settings|parameters)$/u.test(
      written,
    )
  )
    return undefined;
  if (!isTelling(written)) return undefined;
  return context.article(written);
}

/** "List configuration objects" names a thing or an act: a question about it should not have to tell. */
function mayBeAct(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  return first !== undefined && rest.length > 1 && BASE_VERBS.has(first.lower);
}

/** The document's topic with its article. */
export function topicName(context: PatternContext): string | undefined {
  const { name } = context.topic;
  return name === undefined || GENERIC_NAME.test(name) ? undefined : context.article(name);
}

/** Headings that many documents share: they do not tell one from another. */
const GENERIC_NAME =
  /^(?:how-?tos?\b.*|(?:step[- ]by[- ]step |detailed )?instructions|(?:general )?(?:glossary|index|terms)|.*\bguides? to\b.*|(?:client |server )?quick start guide|(?:tips|tricks|hints|tips and tricks|types|products?|services|teams?|tools|options|practices|basics|details|gather information|(?:detailed |general |technical )?design|implementation details|(?:the )?core language|numbers and strings|input and output|the operating system|patterns to avoid|complete practical example|(?:the )?extensibility|(?:the )?(?:handy|quick|technical|general|reference|user|users'|complete) (?:reference|tutorial|guide|overview|notes))$|(?:(?:standard|specific|good|best|useful|helpful|important|key|advanced|basic|common|general|other|additional|global|optional|special|further|more|main|frequently asked|possible|available|supported)\s)(?:options|settings|flags|parameters|features|questions|topics|commands|examples|notes|usage|information|issues|tasks|tips|practices|principles|considerations)$)/iu;
