/** What a score has to be, for a record to be taken. */
export interface ScoreGate {
  /** Name of the score. */
  readonly score: string;
  readonly sign: '>=' | '<=';
  readonly limit: number;
}

const GATE = /^(?<score>[a-zA-Z][\w-]*)\s*(?<sign>>=|<=)\s*(?<limit>-?\d+(?:\.\d+)?)$/u;

/** Reads a gate such as `grammar >= 0.9`; undefined when it is none. */
export function readScoreGate(text: string): ScoreGate | undefined {
  const { score, sign, limit } = GATE.exec(text.trim())?.groups ?? {};
  if (score === undefined || limit === undefined || (sign !== '>=' && sign !== '<=')) return undefined;
  return { score, sign, limit: Number(limit) };
}

/** Why a value does not pass a gate; undefined when it does. What nobody scored cannot be said to pass. */
export function gateDefect({ score, sign, limit }: ScoreGate, value: number | null): string | undefined {
  if (value === null) return `It has no score ${JSON.stringify(score)}, and the gate asks for ${sign} ${limit}.`;
  const isPassed = sign === '>=' ? value >= limit : value <= limit;
  return isPassed ? undefined : `Its score ${JSON.stringify(score)} is ${value}; the gate asks for ${sign} ${limit}.`;
}
