const FILE_NAME = /^\S*[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)$|^https?:/i;
const AUTOMATIC_NOTE = / ?Description automatically generated(?: with \w+ confidence)?/;
const PLACEHOLDER =
  /^(?:picture|image|grafik|bild|photo|shape|chart|diagram|table|textbox|logo|placeholder|rectangle)?[\s_-]*\d*$/i;

/** The description of a picture as a list of none or one: file names and automatic names describe nothing. */
export function describedPicture(description: string | undefined): string[] {
  const text = (description ?? '').replace(/\s+/g, ' ').replace(AUTOMATIC_NOTE, '').trim();
  return PLACEHOLDER.test(text) || FILE_NAME.test(text) ? [] : [text];
}
