/** Every asynchronous call of a public contract takes this. The signal's own reason is rethrown unchanged. */
export interface AbortableOptions {
  readonly signal?: AbortSignal;
}
