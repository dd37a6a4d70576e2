/** Headings that name no topic on their own. About 150, in lower case, without punctuation. */
const VAGUE = new Set(
  `about; about this page; about this document; about this guide; abstract; acknowledgements; acknowledgments; action;
  actions; addendum; additional; additional considerations; additional details; additional info; additional information;
  additional notes; additional reading; additional resources; advanced; also see; amendments; and more; annex; answer;
  answers; appendices; appendix; appendix a; appendix b; approach; archive; attachments; audience; author; authors;
  background; basic; basics; before you begin; before you start; bibliography; body; brief; bugs; caution; caveats;
  changelog; change log; changes; chapter; checklist; close; closing; comments; common; common questions; conclusion;
  conclusions; considerations; contact; contact information; contact us; contacts; content; contents; context; contributing;
  contributors; copyright; credits; current; data; date; default; definition; definitions; demo; description; design;
  detail; details; disclaimer; discussion; document; documentation; documents; dos and don'ts; download; downloads;
  example; examples; exceptions; exercise; exercises; extra; extras; faq; faqs; feedback; files; final notes; final thoughts;
  findings; first steps; footnotes; for more information; forms; frequently asked questions; further; further information;
  further reading; general; general information; general notes; get help; get started; getting help; getting started; goal;
  goals; guidance; guide; guidelines; help; helpful links; highlights; home; how it works; how to; ideas; implementation;
  important; important links; important notes; in general; in practice; in summary; index; info; information; installation;
  instructions; intro; introduction; issues; key points; key takeaways; known issues; learn more; legal; license; licence;
  limitations; links; list; main; materials; method; methods; misc; miscellaneous; more; more examples; more info;
  more information; more resources; motivation; navigation; news; next; next steps; note; notes; objective; objectives; options;
  other; other considerations; other information; other links; other notes; other resources; others; outline; overall;
  overview; page; part; people; policy; preface; prerequisites; problem; process; procedure; pros; cons; pros and cons;
  purpose; questions; quick links; quick start; quickstart; quiz; rationale; readme; recap; recommendation; recommendations;
  reference; references; related; related articles; related documents; related links; related pages; related topics; remarks;
  requirements; resources; responsibilities; results; review; revision history; revisions; roles; rules; sample; scope;
  section; see also; setup; solution; solutions; source; sources; specifics; status; steps; subject; suggestions; summary;
  support; synopsis; table of contents; takeaways; tasks; template; templates; terms; test; tests; the basics;
  the bottom line; the problem; the process; the solution; thanks; the end; timeline; tip; tips; title; tl;dr; to do; todo; tools;
  topics; try it; troubleshooting; tutorial; tutorials; types; update; updates; usage; usage notes; use; useful links;
  use cases; values; variants; version; video; videos; warning; warnings; what; what else; what next; what's new; what's next;
  who; why; when; where; wrap up; team; our team; the team; staff; contact person; prompt; prompts; glossary; dictionary;
  terminology; clients; partners; selection; general questions; faq's; q&a; questions and answers; this week; leadership; meetings; communication;
  communications; schedule; dates; key dates; important dates; format; formats; new; old; now; later; today; special cases; edge cases; errors; error;
  output; input; inputs; outputs; arguments; parameters; return value; returns; fields; syntax; properties; methods list; attributes; events; command;
  commands; synopsis; see; internal; external; for everyone; everyone; basic usage; advanced usage; basic example; quick reference; cheat sheet;
  wrap up; wrap-up; wrapping up; yes; no; example 1; example 2; untitled; welcome; start here; start;
  view; edit; file; insert; window; menu; menus; main menu; dialog; dialogs`
    .split(';')
    .map((entry) => entry.replaceAll(/\s+/gu, ' ').trim()),
);

/** Whether a heading needs the headings above it to mean anything. */
export function isVagueHeading(heading: string): boolean {
  const plain = heading
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{N}';\s-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const bare = plain.replace(/^(?:a|an|the|our|your|some)\s/u, '');
  return (
    plain.length < 3 ||
    VAGUE.has(plain) ||
    VAGUE.has(bare) ||
    /^(?:simple|basic|complete|full|first|quick|small|short|another|more|advanced|common|typical|minimal|practical)\s(?:examples?|cases?|notes?|steps?|tour|usage|look|start)$/u.test(
      bare,
    ) ||
    /\b(?:reflection questions|case study|case studies|action items|quick links|quick reference)$/u.test(bare) ||
    /^(?:example|step|part|note|option|chapter|section|phase|figure|table|listing|appendix|day|week|case|q|scenario|exercise|question|version|v)\s?[\da-z]?[\d.]*$/u.test(
      plain,
    )
  );
}
