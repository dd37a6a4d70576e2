/** What a dull model answers when it is to reword an answer: each sentence with its second half first. */
export function rewordingAnswer(prompt: string): string {
  const answer = /\nAnswer:\n([\s\S]*)\nmaterial \w+ >>>/u.exec(prompt)?.[1]?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  const sentences = answer.split(/(?<=[.!?]) /u).map(turnAround);
  return JSON.stringify({
    rewordings: [
      { style: 'formal', answer: sentences.join(' ') },
      { style: 'informal', answer },
    ],
  });
}

function turnAround(sentence: string): string {
  const words = sentence.replace(/[.!?]$/u, '').split(' ');
  const half = Math.ceil(words.length / 2);
  const turned = `${words.slice(half).join(' ')}: ${words.slice(0, half).join(' ')}`;
  return `${turned.slice(0, 1).toUpperCase()}${turned.slice(1)}.`;
}
