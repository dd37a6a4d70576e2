import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';

export interface BudgetStackProps extends StackProps {
  readonly environment: string;
  readonly monthlyUsd: number;
  readonly email: string;
}

/** Shares of the budget that send a mail; the last one by forecast, since bills are a day late. */
const THRESHOLDS = [50, 80, 95, 100] as const;

/** A budget over what carries the deployment's tag. Jobs have a limit of their own, which acts at once. */
export class BudgetStack extends Stack {
  constructor(scope: Construct, id: string, props: BudgetStackProps) {
    super(scope, id, props);
    const { environment, monthlyUsd, email } = props;
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:dsgen:environment$${environment}`] },
      },
      notificationsWithSubscribers: THRESHOLDS.map((threshold) => ({
        notification: {
          comparisonOperator: 'GREATER_THAN',
          notificationType: threshold === 100 ? 'FORECASTED' : 'ACTUAL',
          threshold,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: [{ subscriptionType: 'EMAIL', address: email }],
      })),
    });
  }
}
