/** Prints the problems of one check and sets the exit code. */
export function report(check: string, problems: readonly string[]): void {
  for (const problem of problems) console.error(`${check}: ${problem}`);
  console.log(problems.length === 0 ? `${check}: holds` : `${check}: ${problems.length} problems`);
  if (problems.length > 0) process.exitCode = 1;
}
