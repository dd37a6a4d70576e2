import type { Recipe } from '@dsgen/core';
import { chapterTopic } from './classification/chapter-topic.ts';
import { passageKind } from './classification/passage-kind.ts';
import { codeForTask } from './code/code-for-task.ts';
import { discussPassage } from './conversation/discuss-passage.ts';
import { passageComparison } from './comprehension/passage-comparison.ts';
import { passageCondition } from './comprehension/passage-condition.ts';
import { passageDefinition } from './comprehension/passage-definition.ts';
import { passageEntry } from './comprehension/passage-entry.ts';
import { passageFact } from './comprehension/passage-fact.ts';
import { passageList } from './comprehension/passage-list.ts';
import { passageNumber } from './comprehension/passage-number.ts';
import { passagePurpose } from './comprehension/passage-purpose.ts';
import { passageReason } from './comprehension/passage-reason.ts';
import { continueStory } from './creative/continue-story.ts';
import { listEntities } from './entities/list-entities.ts';
import { listNames } from './entities/list-names.ts';
import { explainCode } from './code/explain-code.ts';
import { chooseHeading } from './instruction/choose-heading.ts';
import { correctMistakes } from './instruction/correct-mistakes.ts';
import { correctStatement } from './instruction/correct-statement.ts';
import { explainTopic } from './instruction/explain-topic.ts';
import { fillTable } from './instruction/fill-table.ts';
import { labelsToJson } from './instruction/labels-to-json.ts';
import { labelsToTable } from './instruction/labels-to-table.ts';
import { listToJson } from './instruction/list-to-json.ts';
import { matchHeadings } from './instruction/match-headings.ts';
import { listCode } from './instruction/list-code.ts';
import { obligations } from './instruction/obligations.ts';
import { outline } from './instruction/outline.ts';
import { overview } from './instruction/overview.ts';
import { sortList } from './instruction/sort-list.ts';
import { stepsToJson } from './instruction/steps-to-json.ts';
import { tableFilter } from './instruction/table-filter.ts';
import { tableToCsv } from './instruction/table-to-csv.ts';
import { tableToJson } from './instruction/table-to-json.ts';
import { tableToList } from './instruction/table-to-list.ts';
import { taskHeading } from './instruction/task-heading.ts';
import { writeHeading } from './instruction/write-heading.ts';
import type { Pattern } from './pattern.ts';
import { acronym } from './qa/acronym.ts';
import { aspectHeading } from './qa/aspect-heading.ts';
import { checkStatement } from './qa/check-statement.ts';
import { choosePassage } from './qa/choose-passage.ts';
import { definition } from './qa/definition.ts';
import { glossaryTerm } from './qa/glossary-term.ts';
import { means } from './qa/means.ts';
import { noAnswer } from './qa/no-answer.ts';
import { option } from './qa/option.ts';
import { quotePart } from './qa/quote-part.ts';
import { questionHeading } from './qa/question-heading.ts';
import { questionParagraph } from './qa/question-paragraph.ts';
import { reason } from './qa/reason.ts';
import { rule } from './qa/rule.ts';
import { tableComparison } from './qa/table-comparison.ts';
import { tableCount } from './qa/table-count.ts';
import { tableExtreme } from './qa/table-extreme.ts';
import { tableLookup } from './qa/table-lookup.ts';
import { tableRow } from './qa/table-row.ts';
import { termChoice } from './qa/term-choice.ts';
import { topicSentences } from './summarization/topic-sentences.ts';

/** Every pattern, in the order of tasks. Those with `isDefault: false` are used only when the recipe asks for all. */
export const PATTERNS: readonly Pattern[] = [
  taskHeading,
  overview,
  explainTopic,
  tableToJson,
  tableToCsv,
  tableToList,
  fillTable,
  tableFilter,
  labelsToJson,
  labelsToTable,
  stepsToJson,
  listToJson,
  sortList,
  writeHeading,
  chooseHeading,
  matchHeadings,
  outline,
  obligations,
  listCode,
  correctStatement,
  correctMistakes,
  questionHeading,
  questionParagraph,
  aspectHeading,
  glossaryTerm,
  termChoice,
  definition,
  reason,
  means,
  option,
  rule,
  tableLookup,
  tableRow,
  tableComparison,
  tableCount,
  tableExtreme,
  acronym,
  passageList,
  passageNumber,
  passageReason,
  passageComparison,
  passageCondition,
  passagePurpose,
  passageDefinition,
  passageFact,
  passageEntry,
  choosePassage,
  quotePart,
  checkStatement,
  noAnswer,
  topicSentences,
  codeForTask,
  discussPassage,
  listEntities,
  listNames,
  passageKind,
  chapterTopic,
  continueStory,
  explainCode,
];

/** Whether a recipe uses a pattern: it is of one of its tasks, and good enough unless all are asked for. */
export function isOn({ task, isDefault }: Pattern, { tasks, generate }: Recipe): boolean {
  return tasks.includes(task) && (isDefault !== false || generate.allPatterns === true);
}

/** What an answer is: running text, data in a notation, or a short label. Checks of prose skip the others. */
export type AnswerKind = 'prose' | 'data' | 'label';

export const ANSWER_KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  [tableToJson.name, 'data'],
  [tableToCsv.name, 'data'],
  [labelsToTable.name, 'data'],
  [stepsToJson.name, 'data'],
  [listToJson.name, 'data'],
  [sortList.name, 'data'],
  [labelsToJson.name, 'data'],
  [listEntities.name, 'data'],
  [listNames.name, 'data'],
  [passageKind.name, 'label'],
  [chapterTopic.name, 'label'],
  [tableToList.name, 'data'],
  [listCode.name, 'data'],
  [fillTable.name, 'data'],
  [writeHeading.name, 'label'],
  [chooseHeading.name, 'label'],
  [matchHeadings.name, 'label'],
  [tableLookup.name, 'label'],
  [tableRow.name, 'data'],
  [tableComparison.name, 'label'],
  [tableCount.name, 'label'],
  [tableExtreme.name, 'label'],
  [tableFilter.name, 'label'],
  [outline.name, 'label'],
  [acronym.name, 'label'],
  [termChoice.name, 'label'],
]);

const FAMILIES: ReadonlyMap<string, string> = new Map(PATTERNS.map(({ name, family }) => [name, family]));

/** The family of a pattern by its name; unknown patterns are their own family. */
export function familyOf(pattern: string): string {
  return FAMILIES.get(pattern) ?? pattern;
}
