import type { Token, Tokens } from 'marked';

/** An alternative text that stands for more pictures than this describes none of them. */
const MOST_PICTURES = 2;

/** Takes the alternative text from pictures that share it with several others; in a table it is a value and stays. */
export function dropRepeatedPictures(tokens: readonly Token[]): void {
  const byText = new Map<string, Tokens.Image[]>();
  for (const image of imagesOf(tokens)) {
    const text = image.text.trim();
    const images = byText.get(text);
    if (images === undefined) byText.set(text, [image]);
    else images.push(image);
  }
  for (const images of byText.values()) {
    if (images.length > MOST_PICTURES) for (const image of images) image.text = '';
  }
}

/** The pictures outside of tables, at any depth. */
function* imagesOf(tokens: readonly Token[]): Generator<Tokens.Image> {
  for (const token of tokens) {
    if (token.type === 'image') yield token as Tokens.Image;
    else if (token.type === 'list') yield* imagesOf((token as Tokens.List).items);
    else if (token.type !== 'table') yield* imagesOf((token as Tokens.Generic).tokens ?? []);
  }
}
