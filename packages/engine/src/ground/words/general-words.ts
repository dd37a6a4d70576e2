/**
 * Words that an answer is put into, whatever it is about. Alone they add nothing to a source that lacks them; words of a
 * subject are not here.
 */
const GENERAL = `
according accordance act action actually add added additional again agree aim allow allowed already also although alternative always
amount answer any anyone apart appear applicable apply appropriate approximately area around arrange arrangement ask aspect
attempt available avoid aware away back based basically basis be become begin belong best better between both bring call
can care careful carefully case cause certain certainly change check choice choose circumstance clear clearly come compare compared
comparison complete completely concern concerned condition consequence consider considered consist constitute contain context continue correct
correctly cost count cover covered create current currently deal decide depend depending describe described despite detail detailed differ
different directly do document done double drawback due duration during each easily easy effect effectively either else encounter end
enough ensure entire entirely entitled equal equally essential essentially etc even event eventually every everyone everything exact exactly example
except exceed exist expect expected explain extra fact fail fall far few final finally find first fixed follow following
form former forward fully function further furthermore gain general generally get give given go good great group handle happen
have help helpful hence high hold however idea identify immediate immediately impact important in include included including increase
indeed indicate individual inform information initial initially instance instant instantly instead intend intended interval involve involved issue item
itself just keep key kind know lack large last lastly later lead least leave less let level likely limit limited
limitation line list little long longer look low made main mainly make manage manner many matter maximum may mean means
measure meet mention mentioned merely method might minimum more moreover most mostly move much must name namely necessary need
needed never new next no normal normally note noted nothing number obtain occasion occur often one ongoing only onto open
operate option optional order ordinary original other otherwise out outlined outside overall own page paragraph part particular particularly party pass
passage people per perform performed perhaps period permission permit permitted person piece place plan please point position possible possibly
potential potentially practice preceding precise precisely prefer preferred present prevent previous previously primarily primary prior problem procedure process produce
proper properly property provide provided purpose put question quickly quite rather reach read reading reason receive recommend
recommended reduce refer referred regard regarding regardless regular regularly relate related relevant rely remain remaining remember remove require required
requirement respect respectively respond response responsible rest restricted result resulting return right role roughly rule safe same say
second section see seem separate separately serious serve set several should show side similar simply since single situation size small
so some someone something sometimes soon source specific specifically specified specify stage stand standard start state stated statement
stay step still stop straight stuff subject subsequent subsequently such sufficient suggest suitable suited support supposed sure take
taken tell term text then therefore thing think thus tied time times together too top total toward treat try turn type typical typically
unable under understand unit unless until up upper use used useful user using usual usually value various via view want way well
what when where whereas whether which while who whole whose why will wish with within without work working would write written
wrong yes yet answer overview summary briefly short note fall extend extended apply extent ahead advance beforehand midway halfway
straight stick proceed proceeding reliably merely entirely solely exclusively strictly mandatory compulsory obligatory optional forbidden prohibited banned
acceptable unacceptable equal equivalent capped due overdue upon deadline threshold cap highest lowest longest shortest largest smallest
latest newest price push pull lose automatic automatically behind onwards forth session
clock access repeat weekday weekend anytime
underneath alongside aboard amid outdoors indoors outside inside onward nearby beside beneath advisable board
everybody nobody anybody somebody everywhere anywhere throughout
`;

const WORDS: ReadonlySet<string> = new Set(GENERAL.trim().split(/\s+/u));

/** Whether one of a word's base forms is a word of no subject. */
export function isGeneral(lemmas: readonly string[]): boolean {
  return lemmas.some((lemma) => WORDS.has(lemma));
}
