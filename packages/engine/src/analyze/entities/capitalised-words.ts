function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Words that English writes with a capital and that name no person, organization, place or product. */
export const PLAIN_CAPITALISED = words(
  `I I'm I've I'll I'd January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
  African American Americans Arab Arabic Argentine Asian Australian Austrian Belgian Brazilian British Bulgarian Canadian Catalan Chilean Chinese Christian Christians Christianity
  Cuban Czech Danish Dutch Egyptian English European Europeans Finnish French German Germans Germanic Greek Greeks Hebrew Hindi Hindu Hungarian Indian Indians Indonesian Iranian Iraqi
  Irish Islam Islamic Israeli Italian Italians Japanese Jewish Jews Judaism Korean Latin Mexican Muslim Muslims Norwegian Persian Polish Portuguese Protestant Roman Romans Romanian Russian Russians
  Scottish Serbian Slavic Soviet Spanish Spaniards Swedish Swiss Turkish Ukrainian Vietnamese Welsh Western Eastern Catholic Catholics Buddhist Marxist Marxists Marxism
  Leninist Bolshevik Bolsheviks God Internet Web Earth Boolean Bayesian Gaussian Unicode
  OK HTML HTTP HTTPS API APIs URL URLs URI PDF CPU CPUs RAM SQL XML JSON CSS USB DNS TCP UDP IP IPv4 IPv6 ASCII UTF ID IDs FAQ CSV YAML SSH SSL TLS FTP SMTP CD DVD TV GUI CLI BIOS GPU LAN WAN VPN DNA HIV AIDS GDP
  PIN AC DC AM PM BC AD CEO HR IT PhD`,
);

/** Titles before a person's name. */
export const HONORIFICS = words(
  'Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Prof Prof. Professor President Senator Sir Chancellor Pope',
);

/** Names that are as often those of a person as of a place. */
export const AMBIGUOUS_NAMES = words(
  'Washington Georgia Jordan Lincoln Victoria Sydney Austin Madison Charlotte Virginia Jackson Houston Phoenix Chad Hamilton Wellington Florence Orange',
);
