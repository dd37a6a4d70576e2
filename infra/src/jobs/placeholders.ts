import type { WorkflowTargets } from '../workflow/targets.ts';

export interface Placeholders {
  /** The targets with a placeholder in the place of every name that only CloudFormation knows. */
  readonly placeholders: WorkflowTargets;
  readonly substitutions: Readonly<Record<string, string>>;
}

/**
 * Keeps the definition a plain text, which validators can read, and gives CloudFormation the names apart. Numbers stay as
 * they are: a placeholder can only stand in a text.
 */
export function placeholdersOf(targets: WorkflowTargets): Placeholders {
  const substitutions: Record<string, string> = {};
  function replace(value: unknown, path: readonly string[]): unknown {
    if (typeof value === 'string') {
      const name = path.join('_');
      substitutions[name] = value;
      return `\${${name}}`;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part, [...path, key])]));
  }
  return { placeholders: replace(targets, []) as WorkflowTargets, substitutions };
}
