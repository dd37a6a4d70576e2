/** Letters of other scripts that look like Latin ones, as far as they are used to hide English words. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    һ: 'h',
    ո: 'n',
    ս: 'u',
    ο: 'o',
    α: 'a',
    ι: 'i',
    ν: 'v',
    τ: 't',
    ε: 'e',
    ρ: 'p',
  }),
);

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A word with letters of two scripts is a disguise: only there are look-alikes read as Latin. */
const MIXED_WORD =
  /\p{L}*(?:\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]|[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]\p{sc=Latin})\p{L}*/gu;

/** "i g n o r e" and "i.g.n.o.r.e": single letters with one and the same separator between them. */
const SPELLED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:(?<gap>[ .\-_*])\p{L})(?:\k<gap>\p{L}){3,}(?![\p{L}\p{N}])/gu;

/** The text as a model may well read it: compatibility forms, without invisible characters and disguises. */
export function readableText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(MIXED_WORD, (word) => word.replaceAll(/./gu, (letter) => LOOK_ALIKES.get(letter) ?? letter))
    .replaceAll(SPELLED_OUT, (word) => word.replaceAll(/[ .\-_*]/gu, ''));
}

/** Fewer characters than this are part of an emoji such as a flag. */
const LEAST_SMUGGLED = 8;

/** What is written in tag characters (U+E0020 to U+E007E), which nobody sees and a model can read. */
export function smuggledText(text: string): string {
  const characters = text.match(/[\u{E0020}-\u{E007E}]/gu) ?? [];
  if (characters.length < LEAST_SMUGGLED) return '';
  return characters.map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xe0000)).join('');
}
