/**
 * Verbs that head instructions, by base form. A heading or sentence counts as an instruction only when it opens with one
 * of them, so the list decides recall; precision comes from the rules around it.
 */
const ONLY_VERBS = `accept access achieve acknowledge acquire activate adapt add address adjust administer adopt advertise
agree aggregate align allocate allow alter amend analyze analyse annotate apologize append apply appoint appreciate
approve arrange ask assemble assess assign assist associate assume assure attach attend attract audit authenticate
authorize automate avoid become begin believe borrow break bring browse build bundle buy calculate calibrate cancel
capture carry cast catch celebrate certify choose clarify classify clean clear clone collaborate collect combine commit
communicate compare compile complete compose compress compute concatenate conduct configure confirm connect consider
consolidate construct consult consume contact contain contribute convert coordinate copy correct create cultivate
customize deal debug decide declare declutter decode decrease decrypt define delegate delete deliver demonstrate deny
depend deploy deprecate derive describe deserialize destroy detect determine develop diagnose disable discard disclose
disconnect discover discuss dispatch display dispose distinguish distribute divide download draw drive drop duplicate
earn edit educate eliminate email embed embrace employ empower enable encode encourage encrypt enforce engage enhance
enroll ensure enter erase escalate establish estimate evaluate examine exclude execute expand expect explain explore
expose extend extract facilitate fetch fill filter find finish fix follow foster gather generate get give go grant grow
guarantee handle have help hide hire identify ignore implement import improve include incorporate increase indicate
inform inherit initialize initiate inject insert inspect install instruct integrate interact interpret introduce invest
investigate invite invoke isolate join keep know launch lead learn leave let leverage limit list listen load locate log
maintain make manage manipulate measure meet merge migrate minimize mitigate modify monitor mount navigate negotiate
normalize notify obtain offer omit open operate optimize order organize override own package participate parse partition
pass patch pay perform persist pick place plan play populate post practice prepare present preserve prevent print
prioritize proceed process procure produce prohibit promote propagate propose protect prove provide provision publish
pull purchase push put query read rebuild receive recognize recommend reconcile record recover recruit redirect reduce
refactor refer refine refresh register reimburse reject release reload remain remember remove rename render renew
renounce reopen repair repeat replace replicate reply report represent reproduce request require reschedule reserve reset
resize resolve respond restart restore restrict retain retrieve return reuse reverse review revise revoke rewrite roll
rotate run sanitize save scan schedule search secure select sell send separate serialize serve set share ship show sign
simplify skip solve sort specify split standardize start stay stop store structure submit subscribe summarize supervise
support suppress switch synchronize sync tag take talk teach tell terminate test think throw toggle track train
transcribe transfer transform translate transmit trigger troubleshoot truncate try tune turn type understand undo
uninstall unlock unpack unsubscribe update upgrade upload use utilize validate verify view visit visualize wait walk warn
watch wear wrap write zip adjudicate allocate amend bake boil chop cook cool heat mix pour rinse soak stir wash dry cut
fold glue hold lift lower mark press raise screw tighten loosen wipe attach detach rehearse sharpen reflect recap onboard
offboard say become seem mean want tell let donate compensate terminate decommission nominate relocate reconnect reinstall recompile redeploy rethink
reconsider remind notarize itemize cite compute escalate forward freeze gain harden hash humanize illustrate inquire
interview justify lend maximize obey outsource oversee pause preview profile prune quantify quit reach realize recycle
reimport repurpose retire rotate sample seek shorten shut simulate sketch spend spell stage stream strengthen style
suspend swap target tighten tokenize touch treat unlink unmount unzip verify vote whitelist widen withdraw`;

/** Words of the list that are nouns at least as often: they head an instruction only before a determiner or pronoun. */
const NOUN_LIKE = `access address advertise audit break cast catch clone commit contact copy contract cut deal debug display
draw drive drop email estimate fetch fill filter find fix gather get go grant handle help hire import increase initiate
invite issue join launch lead leave limit list load lock log lower mark measure meet mix mount offer order own package
patch pay pick place plan play post practice present press print process produce purchase push query raise read record
release repair repeat reply report request reserve reset return reuse reverse review roll run scan schedule screw search
separate set share ship show sign sort split start stay stop store structure support switch sync tag take talk test throw
toggle track train transfer trigger try tune turn type update upgrade upload use view visit wait walk watch wash wrap
zip cool dry fold glue heat hold lift address escape function index form name number object question result sample work
time travel walk exercise research design document format guide trade value change claim complete clear clean correct
direct secure open abstract pull merge build stash survey comment estimate dispute donate host bill code cycle
dream exchange exit file filter focus gift head import interview label land lease log loan map match model move note
outline pack page paint park phase picture point present profile program promise proxy queue quote race rank rate rest
scale score seal shape sketch sleep slice smoke space stage stamp state step store stream stress style surface
swap talk target tax thread top touch treat trip vote waste water weight work`;

export const BASE_VERBS: ReadonlySet<string> = new Set(`${ONLY_VERBS} ${NOUN_LIKE}`.trim().split(/\s+/));
const NOUN_LIKE_VERBS: ReadonlySet<string> = new Set(NOUN_LIKE.trim().split(/\s+/));

/** Whether a word that may be a verb is a noun (or adjective) just as often. */
export function isNounLike(verb: string): boolean {
  return NOUN_LIKE_VERBS.has(verb.toLowerCase());
}

/** The base of a gerund: "requesting" gives "request", "running" "run", "writing" "write"; undefined for other words. */
export function gerundBase(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!lower.endsWith('ing') || lower.length < 5) return undefined;
  const root = lower.slice(0, -3);
  const candidates = [root, `${root}e`, root.slice(0, -1), root.endsWith('y') ? `${root.slice(0, -1)}ie` : root];
  const doubled = /([^aeiou])\1$/u.test(root);
  return candidates.find((base, index) => BASE_VERBS.has(base) && (index !== 2 || doubled));
}

/** The base of a third-person form: "returns" gives "return", "applies" "apply"; undefined for other words. */
export function thirdPersonBase(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!lower.endsWith('s') || lower.endsWith('ss')) return undefined;
  const candidates = [lower.slice(0, -1), lower.slice(0, -2), lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : ''];
  return candidates.find((base) => BASE_VERBS.has(base));
}
