/**
 * Abbreviations after which a sentence goes on, lower case and without the final full stop. `always` words never end a
 * sentence (titles, "e.g."); `beforeNumber` words do not when a number follows ("Fig. 3").
 */
export interface Abbreviations {
  readonly always: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
}

const ENGLISH: Abbreviations = {
  always: words(
    'mr mrs ms dr prof sr jr st mt gen col lt sgt capt cmdr adm maj gov sen rep hon rev pres e.g eg i.e ie cf vs viz approx ca c.f esp incl resp',
  ),
  beforeNumber: words(
    'fig figs eq eqs sec sect ch chap no nos vol p pp par para art ver v app tab ref refs jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
};

const GERMAN: Abbreviations = {
  always: words(
    'z d u i o z.b zb d.h dh u.a u.ä o.ä i.d.r bzw ggf evtl vgl sog ca inkl exkl dr prof hr fr st usf bspw',
  ),
  beforeNumber: words('nr s abs art abb tab kap bd aufl § ziff anm'),
};

const FRENCH: Abbreviations = {
  always: words('m mm mme mlle dr pr st ste p.ex ex cf c.-à-d env'),
  beforeNumber: words('n no nº fig p pp art chap vol éd tab'),
};

const SPANISH: Abbreviations = {
  always: words('sr sra srta sres dr dra d dña prof p.ej ej ud uds ee aprox'),
  beforeNumber: words('núm n.º no fig pág págs p art cap vol tab'),
};

const ITALIAN: Abbreviations = {
  always: words('sig sig.ra dott dott.ssa prof ing avv es p.es cfr ca'),
  beforeNumber: words('n nr fig pag p art cap vol tab'),
};

const PORTUGUESE: Abbreviations = {
  always: words('sr sra dr dra prof profa p.ex ex cf aprox'),
  beforeNumber: words('n nº núm fig pág p art cap vol tab'),
};

const DUTCH: Abbreviations = {
  always: words('dhr mevr mw dr prof ir drs bijv d.w.z o.a m.b.t t.o.v ca incl excl'),
  beforeNumber: words('nr fig blz p art hfst tab'),
};

const BY_LANGUAGE: ReadonlyMap<string, Abbreviations> = new Map([
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['it', ITALIAN],
  ['pt', PORTUGUESE],
  ['nl', DUTCH],
]);

/** The table for a language; English where there is none, as its titles and units travel furthest. */
export function abbreviationsFor(language: string): Abbreviations {
  return BY_LANGUAGE.get(language) ?? ENGLISH;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
