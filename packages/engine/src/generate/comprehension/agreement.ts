/** Whether "does" goes with the head of a noun phrase: a slip of the author, or a verb that was taken for a noun. */
export function agrees(name: string, isSingular: boolean): boolean {
  const head = name.replace(
    /(?<=\S) (?:of|for|in|on|with|from|to|at|by|about|between|within|under|over|that|which|\p{Ll}+ed) .*$/u,
    '',
  );
  const isPlural = /\p{Ll}(?<![siu])s$|\b(?:people|staff|children|data|criteria|media|personnel)$/u.test(head);
  return isSingular ? !isPlural || /\p{Lu}\S*$/u.test(head.split(' ').at(-1) ?? '') : isPlural;
}
