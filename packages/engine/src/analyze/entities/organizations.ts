function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** Last words of the names of organizations. */
export const ORGANIZATION_HEADS = words(
  `Inc Inc. Corp Corp. Corporation Ltd Ltd. LLC LLP GmbH AG plc PLC Company Co. Group Holdings Foundation Association Society Institute Institutes University
  College Academy Agency Administration Authority Bureau Commission Committee Council Congress Parliament Senate Ministry Department Office Board Bank Union
  Federation Confederation League Party Consortium Alliance Coalition Organization Organisation Museum Library Hospital Laboratory Laboratories Labs Times
  Press Publishers Court Police Army Navy Guard Club Trust Fund Partners Airlines Airways Motors Records Studios Systems Technologies Division Branch
  Team Directorate Secretariat Institution Treasury Exchange Forum`,
);

/** First words of names such as "Department of Defense". */
export const ORGANIZATION_OPENERS = words(
  `Department Ministry University Bank Bureau Office Institute Institutes Board Court Academy College Council Federation House League Library Museum Society Association
  Union Commission Committee Confederation Center Centre Organization School Secretary`,
);

/** Organizations that a name alone tells. */
export const ORGANIZATIONS: ReadonlySet<string> = new Set(
  `Google;Microsoft;IBM;Amazon;Facebook;Intel;Oracle;Cisco;Adobe;Netflix;Nokia;Samsung;Sony;Siemens;Toyota;Volkswagen;Boeing;Airbus;Red Hat;Mozilla;NASA;
  UNESCO;UNICEF;NATO;FBI;CIA;IRS;NSA;OECD;IMF;World Bank;United Nations;European Union;European Commission;European Parliament;World Health Organization;World Trade Organization;
  Congress;House of Representatives;House of Lords;House of Commons;Supreme Court;White House;Pentagon;Federal Reserve;Bell Labs;Harvard;MIT;Yale;Stanford;BBC;CNN;IETF;IEEE;W3C;ACM;
  Free Software Foundation;Apache Software Foundation;Linux Foundation;Wikimedia Foundation;Red Cross;Amnesty International;Greenpeace;GSA;OPM;NIST;FDA;EPA;CDC;USDA;AT&T`
    .split(';')
    .map((name) => name.trim()),
);
