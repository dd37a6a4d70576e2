/**
 * What a literal-minded judge answers to a judging prompt of dsgen: a claim is supported when all of its longer words and
 * all of its numbers stand in the source.
 */
export function judgeAnswer(prompt: string): string {
  const [, source = '', claims = ''] =
    /\nSource:\n([\s\S]*)\nQuestion:\n[\s\S]*\nClaims:\n([\s\S]*)$/u.exec(prompt) ?? [];
  const known = new Set(wordsOf(source));
  const found = [...claims.matchAll(/^ {2}\[(\d+)\] (.+)$/gmu)].map(([, number = '', text = '']) => ({
    claim: Number(number),
    verdict: wordsOf(text).every((word) => known.has(word)) ? 'supported' : 'contradicted',
  }));
  return JSON.stringify({ claims: found, clarity: 5, relevance: 4, coherence: 5, toxicity: 1, bias: 1 });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\d+|\p{L}{4,}/gu) ?? [];
}
