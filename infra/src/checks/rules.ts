/** A CloudFormation template, as far as the rules look. */
export interface Template {
  readonly Resources?: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export interface Rule {
  readonly name: string;
  readonly description: string;
  readonly fix: string;
  /** Logical ids of the resources that break it. */
  readonly find: (template: Template) => readonly string[];
}

/** Resources of a type whose properties, as text, match. */
function whereText(type: string, matches: (text: string, properties: Readonly<Record<string, unknown>>) => boolean) {
  return ({ Resources = {} }: Template): readonly string[] =>
    Object.entries(Resources)
      .filter(([, resource]) => resource.Type === type)
      .filter(([, { Properties = {} }]) => matches(JSON.stringify(Properties), Properties))
      .map(([id]) => id);
}

export const RULES: readonly Rule[] = [
  {
    name: 'no-wildcard-action',
    description: 'A role may do everything of a service.',
    fix: 'Name the actions.',
    find: whereText('AWS::IAM::Policy', (text) =>
      /"Action":(?:\[[^\]]*)?"[a-z0-9-]*:?\*"|"[a-z0-9-]+:[A-Za-z]*\*"/.test(actionsOf(text)),
    ),
  },
  {
    name: 'portable-workflow',
    description: 'The definition uses JSONata or ItemBatcher, which some interpreters ignore without a word.',
    fix: 'Use JSONPath, and let the planner make the shards.',
    find: whereText('AWS::StepFunctions::StateMachine', (text) => /ItemBatcher|QueryLanguage|JSONata/.test(text)),
  },
  {
    name: 'no-waiting-express-child',
    description: 'A child of type EXPRESS waits for another service, which Step Functions refuses when it is deployed.',
    fix: 'Run it as a child of type STANDARD, or outside the map.',
    find: whereText('AWS::StepFunctions::StateMachine', (_, properties) => waitsInExpress(properties)),
  },
  {
    name: 'fargate-spot-reason',
    description: 'A job definition retries by the reason of EC2 Spot, which Fargate never gives.',
    fix: 'Match "Your Spot Task was interrupted*".',
    find: whereText('AWS::Batch::JobDefinition', (text) => text.includes('Host EC2')),
  },
  {
    name: 'strong-table-without-expiry',
    description: 'A strongly consistent global table has an expiry, which DynamoDB refuses.',
    fix: 'Keep what expires in a table of its own.',
    find: whereText(
      'AWS::DynamoDB::GlobalTable',
      (_, properties) => properties['MultiRegionConsistency'] === 'STRONG' && 'TimeToLiveSpecification' in properties,
    ),
  },
];

function actionsOf(text: string): string {
  return Array.from(text.matchAll(/"Action":(?:"[^"]*"|\[[^\]]*\])/g), ([action]) => action).join(' ');
}

function waitsInExpress({ DefinitionString }: Readonly<Record<string, unknown>>): boolean {
  if (typeof DefinitionString !== 'string') return false;
  return processorsOf(JSON.parse(DefinitionString)).some(
    (processor) => processor.includes('"EXPRESS"') && /\.sync|waitForTaskToken/.test(processor),
  );
}

/** Every `ItemProcessor` below a value, as text. */
function processorsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name === 'ItemProcessor' ? [JSON.stringify(part)] : []),
    ...processorsOf(part),
  ]);
}
