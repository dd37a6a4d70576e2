import { App, Validations } from 'aws-cdk-lib';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { PlatformChecks } from './checks/platform-checks.ts';

/** What the library recommends, with its own checks as errors, and references between stacks that hold both in place. */
const CONTEXT = {
  ...recommended,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
} as const;

export interface CreateAppOptions {
  /** Folder for the templates. Default: what the CDK CLI says, else a temporary one. */
  readonly outputFolder?: string;
}

/** An empty app with every check: a finding that nobody accepted stops the synthesis. */
export function createApp({ outputFolder }: CreateAppOptions = {}): App {
  const app = new App({
    context: CONTEXT,
    analyticsReporting: false,
    ...(outputFolder === undefined ? {} : { outdir: outputFolder }),
  });
  Validations.of(app).addPlugins(new PlatformChecks(), new AwsSolutionsChecks(app));
  return app;
}
