import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { ALARMS, type AlarmName } from './alarm-list.ts';
import type { JobsStack } from '../jobs/jobs-stack.ts';
import type { PlatformResources } from '../jobs/platform-resources.ts';

export interface AlarmsStackProps extends StackProps {
  readonly jobs: JobsStack;
  readonly resources: PlatformResources;
  /** Who hears of alarms; more subscribers are added to the topic. */
  readonly email?: string;
}

const RUNBOOK = 'docs/runbook.md';
const FIVE_MINUTES = Duration.minutes(5);

/** The alarms of a Region; each names its section of the runbook. */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, props: AlarmsStackProps) {
    super(scope, id, props);
    const topic = new Topic(this, 'Alarms', {
      masterKey: props.resources.key,
      enforceSSL: true,
      displayName: 'dsgen alarms',
    });
    if (props.email !== undefined) topic.addSubscription(new EmailSubscription(props.email));
    const action = new SnsAction(topic);
    for (const [name, { metric, threshold }] of Object.entries(conditions(props))) {
      const entry = ALARMS[name as AlarmName];
      const alarm = new Alarm(this, name.slice(0, 1).toUpperCase() + name.slice(1), {
        alarmDescription: `${entry.severity}: ${entry.name}. ${entry.meaning} See ${RUNBOOK}#${anchorOf(entry.name)}`,
        metric,
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }
}

/** The heading as a link's target. */
export function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

interface Condition {
  readonly metric: IMetric;
  /** Rings above this value. */
  readonly threshold: number;
}

function conditions({ jobs, resources }: AlarmsStackProps): Readonly<Record<AlarmName, Condition>> {
  const { process: shard, supervisor } = jobs.functions.byName;
  const sum = { period: FIVE_MINUTES, statistic: 'Sum' } as const;
  function executions(metricName: string): Metric {
    const dimensionsMap = { StateMachineArn: jobs.workflow.stateMachineArn };
    return new Metric({ ...sum, namespace: 'AWS/States', metricName, dimensionsMap });
  }
  return {
    jobsFail: { metric: executions('ExecutionsFailed'), threshold: 0 },
    jobsTimeOut: { metric: executions('ExecutionsTimedOut'), threshold: 0 },
    endsNotRecorded: {
      metric: jobs.ended.deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      threshold: 0,
    },
    // Two lost minutes of three are within a lease.
    supervisorFails: { metric: supervisor.function.metricErrors(sum), threshold: 2 },
    shardsFail: {
      metric: new MathExpression({
        expression: '100 * errors / MAX([calls, 1])',
        usingMetrics: { errors: shard.function.metricErrors(sum), calls: shard.function.metricInvocations(sum) },
        period: FIVE_MINUTES,
        label: 'Shards that fail, in percent',
      }),
      threshold: 1,
    },
    shardsThrottled: { metric: shard.function.metricThrottles(sum), threshold: 10 },
    ledgerThrottled: {
      metric: new Metric({
        ...sum,
        namespace: 'AWS/DynamoDB',
        metricName: 'ThrottledRequests',
        dimensionsMap: { TableName: resources.ledger.ref },
      }),
      threshold: 10,
    },
  };
}
