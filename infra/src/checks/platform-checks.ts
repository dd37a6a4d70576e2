import { readFileSync } from 'node:fs';
import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { RULES, type Template } from './rules.ts';

/** Mistakes that neither CloudFormation's rules nor those of AWS Solutions find, and that show only when a stack is deployed or runs. */
export class PlatformChecks implements IPolicyValidationPlugin {
  readonly name = 'dsgen';

  validate({ templatePaths }: IPolicyValidationContext): PolicyValidationPluginReport {
    const violations = templatePaths.flatMap((templatePath) => {
      const template = JSON.parse(readFileSync(templatePath, 'utf8')) as Template;
      return RULES.flatMap(({ name, description, fix, find }) =>
        find(template).map((resourceLogicalId) => ({
          ruleName: name,
          description,
          fix,
          severity: 'error',
          violatingResources: [{ resourceLogicalId, templatePath, locations: [] }],
        })),
      );
    });
    return { success: violations.length === 0, violations };
  }
}
