import { stem } from '../analyze/english/words.ts';

/**
 * Everyday words of English that say the same in an answer, a group per line. They are general on purpose: words of a
 * subject are not here, since there the exact word matters.
 */
const GROUPS = `
employee employees staff personnel member members people person somebody someone anybody anyone colleague colleagues individual individuals
receive receives get gets obtain obtains given granted entitled entitlement
must required requirement requires require need needs needed necessary mandatory obliged have
may can allowed permitted able possible permission
use uses used using usage utilise employ
show shows display present presents shown
tell tells inform notify report reports reported
begin begins start starts commence
end ends finish finishes stop stops expire expires lapse lapses run
keep keeps kept store stores stored retain hold holds held
give gives provide provides offer offers grant supply hand
buy purchase
call calls phone telephone ring contact reach
leave absence holiday vacation
pay paid payment pays payout compensation reimbursed reimburse
book books booked booking reserve reserved reservation
make makes create creates created making produce
ask asks request requests requested requesting apply
answer answers reply respond response replies
choose select pick chosen selected option
online internet web website
room space
truck trucks lorry lorries
lift lifts elevator elevators
flat flats apartment apartments
petrol gasoline gas
autumn fall
pavement pavements sidewalk
rubbish garbage trash waste refuse
tap taps faucet
queue queues line
chemist pharmacist pharmacy
film films movie movies
timetable timetables schedule schedules
underground subway metro tube
kid kids child children
bike bikes bicycle bicycles cycle
photo photos photograph photographs picture pictures image images
car cars automobile vehicle vehicles
doctor doctors physician physicians
pay pays charge charges charged fee fees
maize corn
motorbike motorbikes motorcycle motorcycles
flavour flavours flavor flavors taste tastes
licence licences license licenses permit permits
voyage crossing trip journey travel travels
big large
small little
fast quickly quick rapid immediately instantly once promptly
also too additionally addition additional extra further
because since reason reasons why cause causes caused due
before prior ahead beforehand advance earlier
after afterwards later following
about around approximately roughly
during while throughout
whole entire complete full all
different another other separate separately
same identical equal
maximum most limit
minimum least
each every per
yearly annual year years annually
daily day days
weekly week weeks
monthly month months
send sends sent forward submit
fill complete enter record register log write written note
open opened
close closed shut
change changes changed modify alter edit update
check checks verify make sure ensure confirm
help helps assist support
important priority
forbidden prohibited banned not
avoid prevent prevents
happen happens occur occurs
meaning means definition defined called refers
purpose purposes intended aim designed
decide decides decision determines
approve approves approved approval agree agreed agreement consent
leader lead leads manager
department departments
happen take place
return returns returned back
carry carries carried transfer transferred roll rolled
lost lose loses missing loss
stolen theft steal
destroy destroys damage damages ruin
cost costs price expense expenses fee fees
include includes included contain contains consist consists comprise
location place site located where
type types kind kinds class classes sort
device devices machine machines equipment
valid validity lasts last
visitor visitors guest guests
lasts takes duration long
remain remains stay stays
reduce reduces lower decrease
reduced deducted count
worth value
step steps procedure process way method
`;

const MEANINGS: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ').map(stem);
      return words.map((word) => [word, words[0] ?? word] as const);
    })
    .toReversed(),
);

/** One word for all that say the same; the stem itself where nothing is known of it. */
export function meaningOf(stemmed: string): string {
  return MEANINGS.get(stemmed) ?? stemmed;
}

/** "reserve" and "reservation", "evaporate" and "evaporation": one stem begins the other. */
export function isNear(meaning: string, known: ReadonlySet<string>): boolean {
  const least = Math.max(4, Math.ceil(meaning.length * 0.7));
  if (meaning.length < 4) return false;
  const start = meaning.slice(0, least);
  for (const other of known)
    if (other.startsWith(start) || (other.length >= 4 && meaning.startsWith(other))) return true;
  return false;
}
