import { nearestName, type AssessOptions } from '@dsgen/core';
import { conflict, quoteValue, type RecipeIssue } from '../recipe/recipe-issue.ts';
import { readScoreGate } from './score-gate.ts';
import { BUILT_IN_SCORERS, isBuiltInScorer, isModulePath, scoreName, TAKEN_SCORE_NAMES } from './score-name.ts';

/** Scorers that there are not, that share a name or lack a setting, and gates that nothing scores for. */
export function findScorerConflicts({ scorers = [], scoreGates = [], perplexityModel }: AssessOptions): RecipeIssue[] {
  const conflicts = [
    ...scorers.flatMap((scorer) => findScorerConflict(scorer) ?? []),
    ...scoreGates.flatMap((gate) => findGateConflict(gate, scorers) ?? []),
  ];
  const names = scorers.map(scoreName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    conflicts.push(conflict(['assess', 'scorers'], `assess.scorers has two that record ${quoteValue(twice)}`));
  }
  if (scorers.includes('perplexity') && perplexityModel === undefined) {
    const message = 'assess.scorers has "perplexity", and assess.perplexityModel, which it asks, is not set';
    conflicts.push(conflict(['assess', 'perplexityModel'], message));
  }
  return conflicts;
}

function findScorerConflict(scorer: string): RecipeIssue | undefined {
  const name = scoreName(scorer);
  if (TAKEN_SCORE_NAMES.has(name)) {
    const message = `assess.scorers has ${quoteValue(scorer)}; dsgen records a score of its own as ${quoteValue(name)}`;
    return { ...conflict(['assess', 'scorers'], message), fix: 'Give the file of your scorer another name.' };
  }
  if (isBuiltInScorer(scorer) || isModulePath(scorer)) return undefined;
  const near = nearestName(scorer, BUILT_IN_SCORERS);
  return {
    ...conflict(['assess', 'scorers'], `assess.scorers has ${quoteValue(scorer)}; there is no such scorer`),
    fix:
      near === undefined
        ? `Use ${BUILT_IN_SCORERS.join(', ')} or the path of a module, such as ./brevity.mjs.`
        : `Did you mean "${near}"?`,
    allowed: BUILT_IN_SCORERS,
  };
}

function findGateConflict(text: string, scorers: readonly string[]): RecipeIssue | undefined {
  const gate = readScoreGate(text);
  if (gate === undefined) {
    const message = `assess.scoreGates has ${quoteValue(text)}; a gate is a score, >= or <=, and a number`;
    return { ...conflict(['assess', 'scoreGates'], message), fix: 'Write it like "grammar >= 0.9".' };
  }
  if (scorers.some((scorer) => scoreName(scorer) === gate.score)) return undefined;
  const message = `assess.scoreGates has ${quoteValue(text)}, and nothing in assess.scorers records ${quoteValue(gate.score)}`;
  return conflict(['assess', 'scoreGates'], message);
}
