export interface NodeFlagsOptions {
  /** Folders and files the process may read; it may open nothing for writing and start no program. */
  readonly readable: readonly string[];
  /** Most memory of the JavaScript heap, in MiB. */
  readonly maxHeapMebibytes: number;
}

/** Flags that start Node under its permission model. Addons are allowed because one PDF engine is one. */
export function nodeFlags(options: NodeFlagsOptions): readonly string[] {
  return [
    '--permission',
    '--allow-addons',
    ...options.readable.map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${options.maxHeapMebibytes}`,
    '--no-warnings',
  ];
}
