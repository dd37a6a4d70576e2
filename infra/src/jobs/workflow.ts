import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { WORKFLOW_ID, workflowPolicy, type WorkflowPolicyOptions } from './workflow-policy.ts';
import { allow } from '../checks/grants.ts';
import { workflowDefinition } from '../workflow/definition.ts';
import { placeholdersOf } from './placeholders.ts';

export interface JobWorkflowProps extends WorkflowPolicyOptions {
  readonly logRetentionDays: number;
}

/** The state machine: a Standard one, since jobs take longer than five minutes and must run once. */
export class JobWorkflow extends Construct {
  readonly stateMachineArn: string;
  readonly stateMachineName: string;

  constructor(scope: Construct, id: string, props: JobWorkflowProps) {
    super(scope, id);
    const { targets, resources, logRetentionDays } = props;
    const logGroup = new LogGroup(this, 'Log', {
      // Log groups below this prefix need no entry of their own in the resource policy of logs, which is limited in size.
      logGroupName: `/aws/vendedlogs/states/dsgen-${Stack.of(this).stackName}`,
      retention: logRetentionDays as RetentionDays,
      encryptionKey: resources.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    allow(role, ...workflowPolicy(props));
    const { placeholders, substitutions } = placeholdersOf(targets);
    const machine = new CfnStateMachine(this, 'Machine', {
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: JSON.stringify(workflowDefinition(placeholders)),
      definitionSubstitutions: substitutions,
      tracingConfiguration: { enabled: true },
      loggingConfiguration: {
        level: 'ALL',
        // States carry names of tenants and jobs, no documents; still nothing of them is worth a copy.
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logGroup.logGroupArn } }],
      },
      encryptionConfiguration: {
        type: 'CUSTOMER_MANAGED_KMS_KEY',
        kmsKeyId: resources.key.keyArn,
        kmsDataKeyReusePeriodSeconds: 300,
      },
    });
    // The role names its machine by this.
    machine.overrideLogicalId(WORKFLOW_ID);
    machine.node.addDependency(role);
    this.stateMachineArn = machine.attrArn;
    this.stateMachineName = machine.attrName;
  }
}
