function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/[;\n]/u).map((name) => name.trim()));
}

/** Countries, continents, states of the USA and large cities, as English writes them, that are no common given names or words. */
export const PLACES = names(
  `Afghanistan; Albania; Algeria; Andorra; Angola; Argentina; Armenia; Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados;
  Belarus; Belgium; Belize; Benin; Bhutan; Bolivia; Bosnia; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso; Burundi; Cambodia; Cameroon; Canada;
  Chile; China; Colombia; Congo; Costa Rica; Croatia; Cuba; Cyprus; Czechia; Czech Republic; Czechoslovakia; Denmark; Djibouti; Dominican Republic;
  Ecuador; Egypt; El Salvador; Eritrea; Estonia; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Germany; East Germany; West Germany; Ghana; Great Britain;
  Britain; England; Scotland; Wales; Northern Ireland; Greece; Grenada; Guatemala; Guinea; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia;
  Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Kazakhstan; Kenya; Kosovo; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho;
  Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Mauritania; Mauritius; Mexico; Moldova;
  Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Burma; Namibia; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Korea;
  South Korea; Korea; North Macedonia; Norway; Oman; Pakistan; Palestine; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar;
  Romania; Russia; Soviet Union; Rwanda; Samoa; San Marino; Saudi Arabia; Senegal; Serbia; Sierra Leone; Singapore; Slovakia; Slovenia; Somalia;
  South Africa; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Tunisia; Turkey;
  Turkmenistan; Uganda; Ukraine; United Arab Emirates; United Kingdom; United States; United States of America; Uruguay; Uzbekistan; Venezuela; Vietnam;
  Yemen; Yugoslavia; Zambia; Zimbabwe; UK; U.K.; USA; U.S.; U.S.A.; USSR; Africa; Antarctica; Asia; Europe; Eastern Europe; Western Europe; North America;
  South America; Latin America; Central America; Middle East; Far East; Pacific Ocean; Atlantic Ocean; Indian Ocean; Arctic; Mediterranean; Caribbean; Balkans;
  Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky;
  Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico;
  New York; New York City; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah;
  Vermont; West Virginia; Wisconsin; Wyoming; Puerto Rico; Guam; District of Columbia; Washington, D.C.; Washington, DC; Washington DC; Washington D.C.;
  Quebec; Ontario; British Columbia; Catalonia; Andalusia; Aragon; Bavaria; Siberia; Crimea; Tibet; Hong Kong; Scandinavia; Silicon Valley; Wall Street;
  Amsterdam; Ankara; Antwerp; Athens; Atlanta; Auckland; Baghdad; Baltimore; Bangkok; Barcelona; Basel; Beijing; Belgrade; Berlin; Bogota; Bombay; Boston; Bratislava;
  Brussels; Bucharest; Budapest; Buenos Aires; Cairo; Calcutta; Cape Town; Caracas; Chicago; Cleveland; Cologne; Copenhagen; Dallas; Damascus; Delhi; New Delhi;
  Denver; Detroit; Dresden; Dublin; Edinburgh; Frankfurt; Geneva; Glasgow; Hamburg; Hanoi; Havana; Helsinki; Houston; Istanbul; Jakarta; Jerusalem; Johannesburg; Kabul;
  Karachi; Kiev; Kyiv; Kronstadt; Kyoto; Lagos; Lima; Lisbon; Liverpool; London; Los Angeles; Lyon; Madrid; Manchester; Manila; Marseille; Melbourne; Mexico City; Miami;
  Milan; Minneapolis; Montreal; Moscow; Mumbai; Munich; Nagasaki; Nairobi; Naples; New Orleans; Osaka; Oslo; Ottawa; Paris; Petrograd; Philadelphia; Pittsburgh; Prague;
  Rio de Janeiro; Rome; Rotterdam; San Diego; San Francisco; San Antonio; Santiago; Seattle; Seoul; Shanghai; Sofia; St. Petersburg; Stockholm; Stuttgart; Tehran;
  Tel Aviv; Tokyo; Toronto; Toulouse; Tripoli; Turin; Valencia; Vancouver; Venice; Vienna; Warsaw; Zurich; Zaragoza; Oxford; Cambridge; Princeton; Palo Alto; Brooklyn; Manhattan`,
);

/** Last words of the names of places. */
export const PLACE_HEADS = names(
  'River; Lake; Mountain; Mountains; Island; Islands; County; Ocean; Sea; Valley; Bay; Peninsula; Province; Desert; Canyon; Strait; Gulf; Street; Avenue; Boulevard; Square',
);
