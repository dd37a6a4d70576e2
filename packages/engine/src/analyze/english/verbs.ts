/**
 * Verbs that head instructions, by base form. A heading or sentence counts as an instruction only when it opens with one
 * of them, so the list decides recall; precision comes from the rules around it.
 */
const ONLY_VERBS = `accept accommodate accompany accomplish accumulate achieve acknowledge acquire activate adapt add adhere
adjudicate adjust administer adopt affirm aggregate agree align allocate allow alter amend analyse analyze
annotate anticipate apologise apologize append apply appoint appreciate approve arrange articulate ascertain
ask aspire assemble assert assess assign assist assume assure attach attain attend attract authenticate
authorise authorize automate avoid bake become begin believe bind borrow bother breathe bring browse buy
calculate calibrate cancel capture carry categorize cater cease celebrate certify choose chop circulate cite
clarify classify click collaborate collect combine commence communicate compare compensate compete compile compose
compress compute concatenate conceive concentrate conclude conduct configure confirm confront congratulate
connect conserve consider consolidate constrain construct consult consume contain contribute convert convey
convince cook coordinate create criticize cultivate curate customise customize decide declare declutter decode
decommission decrease decrypt dedicate deduct deepen defend define delete deliver demonstrate denote deny
depart depend depict deploy deprecate derive describe deserialize designate destroy detach detect determine
develop devise devote diagnose dictate differentiate diminish dine disable disagree disassemble discard
disclose disconnect discourage discover discuss disinfect dismiss dispose disregard distill distinguish
distract distribute diversify divide download dual-boot duplicate earn edit educate eliminate embark embed
embrace emphasize employ empower enable enact encode encounter encourage encrypt endorse enforce engage enhance
enlarge enlist enrich enroll ensure enter entertain enumerate equip erase erect escalate establish evacuate
evade evaluate evolve examine exceed excel exclude execute expand expect explain explore expose extend
extinguish facilitate fail fasten feel finalize finish flatten flush follow forgive formulate foster generalise
generate give graduate grasp greet grow guarantee hang harden have hear hide hover humanize identify ignore
illuminate illustrate imagine immerse impart implant implement imply impose impress improve incentivize include
incorporate incur indicate induce infer inflate inform inherit inhibit initialize inject innovate inquire
inspect install instruct insulate insure integrate intend intensify interact interpret intervene introduce
invent invert invest investigate invoke irrigate isolate itemize iterate justify keep knead knit know launder
learn lend lengthen let leverage liquidate listen locate loosen lose lubricate maintain make manage manipulate
manufacture maximize mediate melt memorize mend migrate minimize mitigate mobilize moderate modernize modify
moisten motivate mourn multiply navigate neglect negotiate neutralize nominate normalize notarize notify
nourish nurture obey observe obtain occupy offboard omit onboard operate oppose optimise optimize organise
organize orient originate outsource outweigh overcome overlook oversee overwrite parse participate partition
peel perceive perform persist persuade pierce populate portray possess postpone praise preach precede predict
prefer prepare prescribe preserve presume pretend prevent prioritize privatize proceed proclaim procure
prohibit promote pronounce proofread propagate propose prosecute protect prove provide provision prune publish
punctuate punish put qualify quantify quarantine realize reassemble reassign rebase rebuild recap receive
recite reclaim recognise recognize recommend recompile reconcile reconnect reconsider reconstruct recover
recycle redeploy reduce refactor refer refine reflash reflect refresh regulate rehabilitate rehearse reimburse
reimport reinforce reinstall reinvest reiterate relate relax relieve reload relocate rely remain remember
remind remit remodel remove rename render renew renounce reopen reorganize repay rephrase replace replenish
replicate repopulate reposition represent reprint reproduce repurpose require reschedule resist resize resolve
respond restart restore restrict resubmit resume retain rethink retire retrieve reunite reveal revert revise
revoke rewrite rinse rob sanitize satisfy say scatter seek seem seize select self-host sell send serialize
serve settle sew sharpen shave shoot shorten shovel shrink shut sift simmer simplify simulate sit situate skip
soak solicit solidify solve specialize specify spell sprinkle standardize sterilize stimulate stir strengthen
strive submit subscribe succeed sue suffer suggest summarize supervise suppress surround survive suspend
sustain swallow swear symbolize synchronize synthesize systematize tailor tame teach tell tempt terminate thank
thaw think thrive tighten tokenize transcribe transform translate transmit triage troubleshoot truncate tuck
uncheck undergo understand undertake undo unfasten unfold unify uninstall unite unlink unlock unmount unpack
unplug unpublish unroll unsubscribe untie unveil unzip uphold urge utilize validate vary verify violate
visualise visualize wander warn weave weigh whisk whitelist widen withdraw withhold write`;

/** Words of the list that are nouns at least as often: they head an instruction only before a determiner or pronoun. */
const NOUN_LIKE = `abstract access address advertise aim alert associate audit author award back balance ban base beat bend
benefit better bill blend blind block boil boost boot break broadcast brush budget build bundle calm campaign
call cast catch center chair challenge change charge chase chat cheer claim clean clear climb clone coach code
close collapse colour comfort command comment commission commit complete compliment contact contest contract contrast
cool copy correct counsel count crawl credit cross cut cycle dance deal debate debug delegate demand deposit
design detail digest dip direct discharge dispatch display dispute document donate drag drain draw dream drill
drive drop dry dual ease echo email empty escape estimate exchange exercise exhibit exit export express extract
face factor favor feed fetch fight file fill filter finance find fire fit fix flag flip float fly focus fold
force forecast forge form format forward found frame free freeze function fund further gain garden gather gauge
get gift glue go grant grip ground guard guess guide halt hammer handle harvest hash head heat help highlight
hire hit hold hook host house hunt hurry import increase index influence initiate insert intercept interview
invite issue jog join jump kick kill knock label lag land last laugh launch lay lead lean lease leave lie lift
light limit line link list live load loan lock log loop loose love lower mail map mark mask master match mature
mean measure meet mentor merge message milk mine mint mirror mix model mold monitor mount move mute name narrow
nest network note number object offer open order outfit outline overlap override own pack package pad page
paint pair park part partner pass paste patch pause pay perfect permit phase phone photograph pick picture
pilot pin pitch place plan plant play plot plow plug point poke polish poll pool pose position post pour power
practice pray present press pressure preview price prime print prize probe process produce profile profit
program progress project promise prompt protest prototype proxy pull pump purchase push query question queue
quiet quit quote race rack rain raise rally rank rate reach read recall record recruit redirect reform regard
register reject release remedy rent repair repeat reply report request rescue research reserve reset respect rest
result retry return reuse reverse review reward ride ring rise roast roll rotate route rub rule run sacrifice
sample sand save scale scan schedule score scrape scratch screen screw scroll seal search season seat secure
sense sentence separate set shake shape share shed shelter shield shift shine ship shop show sign sing sink
size sketch ski sleep slice slide slow smell smoke smooth snap sort source space speed spend spin split spot
spray spread sprint squeeze staff stage stain stake stamp stand star start stash state stay steal steer step
stick stock stop store strain stream stress stretch strike strip structure struggle study style substitute suit
sum supplement supply support surface surprise survey suspect swap sweep swim swing switch sync tackle tag take
talk tally target taste tax team tear telework tender term test theme thin thread throw tick tidy tie tile tilt
time tip title toast toggle top toss total touch tour trace track trade train transfer transplant transport
trap travel treasure treat trigger trim trip try tune turn tutor twist type update upgrade upload use vacuum
value venture view visit voice volunteer vote wage wait wake walk want warm warrant wash waste watch water wear
weight welcome win wind wipe wire wish witness wonder work worry worship wound wrap zip`;

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
  const candidates = [
    lower.slice(0, -1),
    lower.endsWith('es') ? lower.slice(0, -2) : '',
    lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : '',
  ];
  return candidates.find((base) => BASE_VERBS.has(base));
}
