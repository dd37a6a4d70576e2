/** Forms that no rule finds the base of, base first. */
const IRREGULAR = `
be is are was were been
have has had
do does did done
go goes went gone
get got gotten
make made
take took taken
give gave given
keep kept
hold held
leave left
pay paid
send sent
build built
lose lost
tell told
write wrote written
fall fell fallen
rise rose risen
grow grew grown
show shown
choose chose chosen
wear wore worn
find found
feel felt
stick stuck
swim swam swum
spend spent
buy bought
bring brought
think thought
teach taught
catch caught
sell sold
mean meant
meet met
lead led
run ran
begin began begun
break broke broken
drive drove driven
eat ate eaten
fly flew flown
freeze froze frozen
forget forgot forgotten
hide hid hidden
know knew known
lay laid
lend lent
ring rang rung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
stand stood
steal stole stolen
strike struck
tear tore torn
throw threw thrown
understand understood
wake woke woken
win won
wind wound
see saw seen
say said
come came
become became
draw drew drawn
bear bore born
child children
person people persons
man men
woman women
foot feet
tooth teeth
mouse mice
leaf leaves
half halves
shelf shelves
life lives
knife knives
loaf loaves
criterion criteria
medium media
analysis analyses
datum data
low lower lowest
high higher highest
large larger largest
big bigger biggest
small smaller smallest
early earlier earliest
late later latest
good better best
bad worse worst
`;

const BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .flatMap((line) => {
      const [base = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, base] as const);
    }),
);

/** The base forms that a word in lower case may have, likeliest first, itself among them. */
export function lemmasOf(lower: string): string[] {
  const known = BASES.get(lower);
  const plain = lower.replace(/'s?$/u, '');
  return [...new Set([...(known === undefined ? [] : [known]), plain, ...withoutEnding(plain)])];
}

function withoutEnding(word: string): string[] {
  if (word.length < 4 || word.endsWith('ss')) return [];
  if (word.endsWith('ies') || word.endsWith('ied')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)];
  if (word.endsWith('s')) return [word.slice(0, -1)];
  for (const ending of ['ing', 'ed', 'er', 'est', 'ly']) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue;
    const root = word.slice(0, -ending.length);
    const single = /([^aeiou])\1$/u.test(root) ? [root.slice(0, -1)] : [];
    return [root, `${root}e`, ...single, ...(root.endsWith('i') ? [`${root.slice(0, -1)}y`] : [])];
  }
  return [];
}
