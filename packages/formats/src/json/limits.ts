/** What one row may be. A row beyond a limit is reported as a bad row; reading goes on with the next. */
export interface RowLimits {
  /** Longest row in bytes. Default 64 MiB. */
  readonly maxRowBytes?: number;
  /** Deepest nesting of objects and arrays. Default 128: far above real data, far below the stack of any consumer. */
  readonly maxDepth?: number;
}

export const DEFAULT_ROW_LIMITS = { maxRowBytes: 64 * 1024 * 1024, maxDepth: 128 } as const satisfies RowLimits;
