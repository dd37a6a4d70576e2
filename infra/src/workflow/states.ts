/** The part of the Amazon States Language that the workflow uses. JSONPath only: every interpreter it is tested on knows it. */
export type State = TaskState | MapState | ParallelState | ChoiceState | PassState | EndState;
export type States = Readonly<Record<string, State>>;

export interface StateMachine {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly States: States;
  readonly TimeoutSeconds?: number;
}

export interface Retry {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL';
}

export interface Catch {
  readonly ErrorEquals: readonly string[];
  /** Null: the error is dropped. */
  readonly ResultPath: string | null;
  readonly Next: string;
}

type Flow = { readonly Next: string } | { readonly End: true };
type Handled = { readonly Retry?: readonly Retry[]; readonly Catch?: readonly Catch[] };

export type TaskState = Flow &
  Handled & {
    readonly Type: 'Task';
    readonly Resource: string;
    readonly Parameters: Readonly<Record<string, unknown>>;
    readonly ResultSelector?: Readonly<Record<string, unknown>>;
    readonly ResultPath?: string | null;
    readonly OutputPath?: string;
    readonly TimeoutSeconds: number;
  };

export type MapState = Handled & {
  readonly Next: string;
  readonly Type: 'Map';
  readonly Label?: string;
  readonly ItemsPath?: string;
  readonly ItemReader?: Readonly<Record<string, unknown>>;
  readonly ResultWriter?: Readonly<Record<string, unknown>>;
  readonly ItemProcessor: StateMachine & { readonly ProcessorConfig: Readonly<Record<string, string>> };
  readonly MaxConcurrency: number;
  readonly ToleratedFailureCount?: number;
  readonly ResultPath: null;
};

export type ParallelState = Flow &
  Handled & { readonly Type: 'Parallel'; readonly Branches: readonly StateMachine[]; readonly ResultPath: null };

export interface Rule {
  readonly Variable: string;
  readonly StringEquals?: string;
  readonly NumericEquals?: number;
  readonly NumericGreaterThanEquals?: number;
  readonly BooleanEquals?: boolean;
  readonly IsPresent?: boolean;
}

export interface ChoiceState {
  readonly Type: 'Choice';
  readonly Choices: ReadonlyArray<Rule & { readonly Next: string }>;
  readonly Default: string;
}

export type PassState = Flow & {
  readonly Type: 'Pass';
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Result?: unknown;
  readonly ResultPath?: string | null;
  readonly Comment?: string;
};

export type EndState =
  | { readonly Type: 'Succeed'; readonly Comment?: string }
  | {
      readonly Type: 'Fail';
      readonly ErrorPath?: string;
      readonly CausePath?: string;
      readonly Error?: string;
      readonly Cause?: string;
    };
