/** A word of a sentence, and another that fits its place and says something else. */
export interface Opposite {
  /** In lower case. */
  readonly word: string;
  /** Where it stands so that the other fits: global and blind to case, as more than one may, and one may open the sentence. */
  readonly places: RegExp;
  readonly other: string;
}

/** What has to stand around a word, as patterns. */
interface Place {
  readonly after?: string;
  readonly before?: string;
}

/** Words that exclude each other and fit every place of each other. */
const PAIRS = `highest lowest, newest oldest, shortest longest, internal external, mutable immutable,
  increases decreases, increased decreased, increasing decreasing, faster slower, easier harder, larger smaller,
  permanent temporary, permanently temporarily, horizontal vertical, horizontally vertically, synchronous asynchronous,
  synchronously asynchronously, explicitly implicitly, statically dynamically, client-side server-side, uppercase lowercase,
  ascending descending, incoming outgoing, inbound outbound, upstream downstream, short-term long-term, full-time part-time,
  formally informally, stronger weaker, uploads downloads,
  sender receiver, buyer seller, winter summer, northern southern, eastern western, reversible irreversible, monthly weekly,
  quarterly monthly`
  .split(',')
  .flatMap((words) => {
    const [left = '', right = ''] = words.trim().split(/\s+/u);
    return pair(left, right);
  });

const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');

/** Not "Monday to Friday". */
const ONE_DAY: Place = { after: '\\b(?:on|every|each|by|next|last) ', before: '(?! (?:to|through|and|or)\\b|,)' };

/** "is enabled by default." */
const PREDICATE: Place = {
  after: '(?:is|are|be|was|were|remains?|stays?) ',
  before: '[.,;]| (?:for|in|when|if|on|at|by default)\\b',
};
/** What tells that "before" and "after" are about time and not about a place: "before you leave", "after signing". */
const EVENT = ' (?:you|they|each|every|(?:the|your|an?) [^.,]{3,40} (?:is|are|has|have|was|were|can)|\\p{Ll}+ing)\\b';
/** "Many sailors", "all wooden boats": counted things. */
const COUNTED = ' (?!the\\b|of\\b)(?:\\p{Ll}+ )?(?:\\p{Ll}{2,}[^s\\W]s|people|children)\\b';
const PART = ' (?:component|process|class|element|node|directory|module|page)(?:e?s)?\\b';
const QUALITY = ' (?:common|recent|likely|efficient|expensive|powerful|reliable|secure)\\b';
const AMOUNT = ' (?:\\d|one|two|three|four|five|half)';
/** Not what something is done for: nobody acts "to increase the noise". */
const HELPING = '\\b(?:can|will|may|might) ';

/** "Once a year", "every two days": how often something is. */
const PERIOD: Place = { after: '\\b(?:once|twice|times|per|every|each) (?:an? )?' };

const OF_TIME: readonly Opposite[] = [
  toOpposite('year', 'month', PERIOD),
  toOpposite('quarter', 'month', PERIOD),
  toOpposite('month', 'week', PERIOD),
  toOpposite('week', 'month', PERIOD),
  toOpposite('day', 'week', PERIOD),
  ...pair('business', 'calendar', { before: ' days?\\b' }),
  toOpposite('working', 'calendar', { before: ' days\\b' }),
  ...pair('first', 'last', {
    after: '\\bthe ',
    before: ' (?:day|week|month|step|line|item|element|argument|parameter|column|row|character|stage|phase|part)\\b',
  }),
  toOpposite('final', 'first', { after: '\\bthe ', before: ' (?:day|step|stage|phase|part|round)\\b' }),
  ...pair('next', 'previous', {
    after: '\\bthe ',
    before: ' (?:release|version|day|week|month|year|quarter|sprint|fiscal year)\\b',
  }),
  ...pair('morning', 'evening', { after: '\\b(?:the|every|each) ' }),
  ...pair('compile time', 'runtime', { after: '\\bat ' }),
  ...pair('in parallel', 'sequentially'),
];

const OF_THINGS: readonly Opposite[] = [
  ...pair('high', 'low', {
    before: ' (?:risk|priority|volume|cost|quality|impact|latency|throughput|resolution)\\b',
  }),
  ...pair('a large number of', 'a small number of'),
  toOpposite('the majority of', 'a minority of'),
  ...pair('in person', 'online', { before: '[.,]| (?:or|at|via|through)\\b' }),
  ...pair('in writing', 'verbally', { before: '[.,;]| (?:to|by|before|within|at|or)\\b' }),
  ...pair('paid', 'unpaid', { before: ' (?:leave|time off|holiday|internships?)\\b' }),
  ...pair('domestic', 'international'),
  ...pair('read', 'write', { before: ' (?:access|permissions?|operations?)\\b' }),
  ...pair('input', 'output', { before: ' (?:files?|streams?|formats?|values?|devices?)\\b' }),
  ...pair('source', 'destination', { before: ' (?:address|addresses|port|ports|IP|host)\\b' }),
  ...pair('positive', 'negative', { before: ' (?:numbers?|values?|integers?|impact|effect|balance)\\b' }),
  ...pair('signed', 'unsigned', { before: ' (?:integers?|numbers?|types?|bytes?)\\b' }),
  ...pair('static', 'dynamic', { before: ' (?:sites?|pages?|content|websites?|analysis|typing|dispatch|linking)\\b' }),
  ...pair('local', 'remote', {
    before: ' (?:repository|repositories|branch|branches|machine|server|storage|host|copy)\\b',
  }),
  ...pair('safe', 'unsafe', { before: ' (?:code|functions?|blocks?|methods?)\\b' }),
  ...pair('stack', 'heap', { after: '\\bon the ' }),
  ...pair('by reference', 'by value'),
  ...pair('encrypted', 'unencrypted'),
];

/** Words of English that exclude each other where they stand so. */
export const OPPOSITES: readonly Opposite[] = [
  ...PAIRS,
  ...DAYS.map((day, index) => toOpposite(day, DAYS[(index + 3) % DAYS.length] ?? '', ONE_DAY)),
  toOpposite('daily', 'weekly'),
  toOpposite('annually', 'monthly'),
  ...pair('minimum', 'maximum', {
    after: '\\b(?:an?|the|its|their) (?:\\p{Ll}+ )?(?<!\\b(?:at|to) an? |\\bbare )',
    before: '(?! of \\p{L})',
  }),
  ...pair('longer', 'shorter', { after: '\\p{L}(?<!\\b(?:no|any|much)) ', before: ' than\\b' }),
  ...pair('public', 'private', {
    after: '(?<!\\b(?:in the|general) )',
    before: ' (?!(?:to|of|in|on|about|from|for|and|or|can|is|are|was|has|should|will|may|must|alerts?)\\b)\\p{Ll}',
  }),
  ...pair('possible', 'impossible', { after: '(?:is|are) ', before: ' to\\b|\\.' }),
  ...pair('mandatory', 'optional', PREDICATE),
  toOpposite('required', 'optional', PREDICATE),
  ...pair('enabled', 'disabled', PREDICATE),
  ...pair('valid', 'invalid', PREDICATE),
  ...pair('allowed', 'forbidden', PREDICATE),
  toOpposite('prohibited', 'allowed', PREDICATE),
  ...pair('visible', 'hidden', PREDICATE),
  ...pair('recommended', 'discouraged', PREDICATE),
  ...pair('open', 'closed', { after: '(?:is|are|remains?|stays?) ', before: ' (?:to|from|on|until)\\b|[.,]' }),
  ...pair('higher', 'lower', { after: '(?:is|are|be) ' }),
  ...pair('before', 'after', { after: '(?<!\\b(?:look|looks|looking|named) )', before: EVENT }),
  toOpposite('prior to', 'after'),
  ...pair('beginning', 'end', { after: '\\bat the ', before: ' of\\b' }),
  ...pair('top', 'bottom', { after: '\\b(?:at|on|from) the ' }),
  ...pair('left', 'right', { after: '\\b(?:on|to) the ', before: ' (?:of|side)\\b|[.,]' }),
  ...pair('client', 'server', { after: '\\bon the ' }),
  ...pair('parent', 'child', { before: PART }),
  // That something is done by hand can only be said of what is done to it.
  toOpposite('automatically', 'manually', { after: '\\b(?:is|are|be|being|was|were|\\p{Ll}+ed) ' }),
  toOpposite('automatically', 'manually', { before: ' be\\b' }),
  toOpposite('manually', 'automatically'),
  toOpposite('reduces', 'increases'),
  toOpposite('reduce', 'increase', { after: HELPING }),
  toOpposite('increase', 'decrease', { after: HELPING }),
  toOpposite('all', 'only some', { after: '^', before: ` of (?:the|your|our)\\b|${COUNTED}` }),
  ...pair('most', 'least', { after: '\\bthe ', before: QUALITY }),
  toOpposite('less', 'more', { before: QUALITY }),
  toOpposite('fewer', 'more', { before: COUNTED }),
  ...pair('at least', 'at most', { before: AMOUNT }),
  toOpposite('no more than', 'at least', { before: AMOUNT }),
  toOpposite('no later than', 'no earlier than'),
  ...OF_TIME,
  ...OF_THINGS,
];

function pair(left: string, right: string, place: Place = {}): Opposite[] {
  return [toOpposite(left, right, place), toOpposite(right, left, place)];
}

function toOpposite(word: string, other: string, { after = '', before = '' }: Place = {}): Opposite {
  const pattern = String.raw`(?<=${after})(?<![\p{L}\p{N}/-])${word}(?![\p{L}\p{N}/-]|[’'][st]\b)(?=${before})`;
  return { word: word.toLowerCase(), places: new RegExp(pattern, 'giu'), other };
}
