import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of the checks for one construct. The reason says which resource it is about and why it is right so; a
 * finding nobody accepted stops the synthesis.
 */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const rules = Object.entries(reasons).map(([id, reason]) => ({ id, reason }));
  Validations.of(construct).acknowledge(...rules);
}

export interface Acknowledgement {
  /** Path of the construct. */
  readonly path: string;
  readonly id: string;
  readonly reason: string;
}

/** Everything that was accepted below a construct. */
export function acknowledgementsOf(root: IConstruct): readonly Acknowledgement[] {
  return root.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Readonly<Record<string, string>>))
      .map(([id, reason]) => ({ path: node.path, id, reason })),
  );
}
