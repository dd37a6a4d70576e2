import type { Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

const BOILERPLATE =
  /\b(?:cookies? (?:policy|settings|preferences|to (?:improve|enhance))|accept (?:all )?cookies|all rights reserved|copyright ©|© ?\d{4}|subscribe to (?:our|the) newsletter|sign up for our|log ?in to (?:comment|continue)|skip to (?:main )?content|edit (?:this page|on github)|last (?:updated|modified|edited)(?: on)?:|(?<=\n)(?:updated|modified|changed): \d{4}-\d\d-\d\d|table of contents|available languages?:|powered by|enable javascript|javascript is (?:disabled|required)|your browser does not support|share (?:this|on) (?:page|article|facebook|twitter)|print this page|page \d+ of \d+|terms of (?:use|service) (?:and|&) privacy|back to top|this page (?:was|is) (?:last|intentionally)|retrieved (?:on )?\d|isbn[ :]\d|permission is hereby granted|without warrant(?:y|ies) of any kind|licensed under the)\b/iu;

/** Text of the page, not of the subject: banners, licences, navigation. */
export function checkBoilerplate({ answer, passage, kind }: RecordParts): Defect | undefined {
  const found = BOILERPLATE.exec(kind === 'data' ? passage : `${answer}\n${passage}`);
  return found === null
    ? undefined
    : { reason: 'boilerplate', detail: `"${found[0]}" belongs to the page, not to its subject.` };
}
