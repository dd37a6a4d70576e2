/** What the name of a file says of its container and compression, for a file like it: `.jsonl.gz`. Default `.jsonl`. */
export function rowExtension(path: string): string {
  const found = /(\.(?:jsonl|ndjson|json|csv|parquet|tar))?(\.(?:gz|zst|br))?$/i.exec(path);
  return `${found?.[1] ?? '.jsonl'}${found?.[2] ?? ''}`.toLowerCase();
}
