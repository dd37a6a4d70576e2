import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkerLambda } from './worker-function.ts';

export interface EndedExecutionsProps {
  readonly stateMachineArn: string;
  readonly finalize: WorkerLambda;
  readonly key: IKey;
}

/** Deliveries of one event before it is set aside. */
const MAX_DELIVERIES = 5;
/** Six times what `finalize` may take, as Lambda asks of queues it reads. */
const VISIBILITY = Duration.seconds(6 * 60);

/**
 * Executions that end without passing their last state: stopped from outside, timed out, broken. `finalize` hears of
 * each through a queue; what it cannot take five times waits in the dead-letter queue and is moved back from there
 * (`docs/runbook.md`).
 */
export class EndedExecutions extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { stateMachineArn, finalize, key }: EndedExecutionsProps) {
    super(scope, id);
    const shared = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...shared, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'Queue', {
      ...shared,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_DELIVERIES },
    });
    const rule = new Rule(this, 'Rule', {
      description: 'dsgen: executions that ended without finalize',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [stateMachineArn] },
      },
    });
    rule.addTarget(new SqsQueue(this.queue));
    finalize.function.addEventSource(new SqsEventSource(this.queue, { batchSize: 1, maxConcurrency: 5 }));
  }
}
