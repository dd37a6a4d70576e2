import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from './acknowledge.ts';

/** A permission of a role: single actions on named resources. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Why resources have a `*`, and which they are; without it, one that has stops the synthesis. */
  readonly reason?: string;
}

/** Gives a role permissions, and says why where a resource cannot be named whole. */
export function allow(role: Role, ...grants: readonly Grant[]): void {
  const { account } = Stack.of(role);
  for (const { actions, resources, conditions, reason } of grants) {
    role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
    if (reason === undefined) continue;
    const open = resources.filter((resource) => resource.includes('*'));
    // The checks write the account this way, since nothing is known of it at synthesis.
    const findings = open.map(
      (resource) => `AwsSolutions-IAM5[Resource::${resource.replaceAll(account, '<AWS::AccountId>')}]`,
    );
    acknowledge(role, Object.fromEntries(findings.map((finding) => [finding, reason])));
  }
}
