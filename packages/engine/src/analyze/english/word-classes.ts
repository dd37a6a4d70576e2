/** Closed word classes of English, lower case. They are lists because the classes are closed: nobody adds a pronoun. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Pronouns that need a referent from an earlier sentence. */
export const REFERRING_PRONOUNS = words('it they he she them him her its their his hers theirs itself themselves');

export const PERSONAL_PRONOUNS = words(
  `i me my mine myself we us our ours ourselves you your yours yourself yourselves it its itself he him his himself she
  her hers herself they them their theirs themselves one ones someone anyone everyone somebody anybody everybody
  something anything everything nothing nobody none`,
);

export const DEMONSTRATIVES = words('this that these those such');

export const ARTICLES = words('a an the');

/** What may open a noun phrase before its noun. */
export const DETERMINERS = words(
  `a an the your our my their its his her this that these those each every any some all both no another multiple
  several many few more most other one two three four five six seven eight nine ten`,
);

export const AUXILIARIES = words(
  `is are was were be been being am has have had having do does did can cannot could may might must shall should will
  would isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't mustn't hasn't haven't hadn't`,
);

export const SUBORDINATORS = words(
  `although though because since unless until while whereas whether if when whenever where wherever after before once as
  lest provided given despite besides except instead rather than just even only`,
);

export const COORDINATORS = words('and or but nor so yet');

export const RELATIVES = words('that which who whom whose where when why how what');

export const PREPOSITIONS = words(
  `about above across after against along among around as at before behind below beneath beside between beyond by down
  during for from in inside into like near of off on onto out outside over past per through throughout to toward towards
  under until up upon via with within without`,
);

/** Adverbs and connectives that lean on the sentence before. */
export const DISCOURSE_OPENERS = words(
  `also additionally furthermore moreover however therefore thus hence consequently accordingly otherwise instead
  meanwhile nevertheless nonetheless similarly likewise conversely finally lastly next then second secondly third thirdly
  again still yet so and but or nor too besides overall alternatively specifically namely here there now afterwards
  afterward subsequently later earlier previously indeed actually anyway though rather regardless`,
);

export const NEGATIONS = words('not no never none nothing neither nor nobody hardly barely scarcely without');

/** Number words that can name how many items a list has. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
]);

/** Words that carry no topic: left out when two texts are compared by content. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...PERSONAL_PRONOUNS,
  ...DEMONSTRATIVES,
  ...DETERMINERS,
  ...AUXILIARIES,
  ...SUBORDINATORS,
  ...COORDINATORS,
  ...RELATIVES,
  ...PREPOSITIONS,
  ...NEGATIONS,
  ...words(
    `there here very also just than too own same then now only will not so able want need needs use used using get make
    makes made way ways thing things like well new first last etc e.g i.e via may might`,
  ),
]);
