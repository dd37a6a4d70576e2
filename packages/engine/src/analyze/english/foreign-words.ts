/** Function words of other European languages that English does not have: several in a line mean that it is not English. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  `der das und ist nicht ein eine einen einer eines mit für auf dem den des sich auch wird werden bei nach zum zur über sind oder wenn aber noch wie
  le la les des est que qui pour dans une sur avec pas par plus sont cette ces aux être ou mais vous nous leur dont où très
  el los las una por con para del como más pero esta este son sus fue muy también hay cuando sin sobre
  il lo gli che della delle dei con una per sono non anche come più questo questa nella alla dal sul
  het een van zijn niet voor aan met wordt naar ook bij deze dit worden geen
  och att är inte som för på av den det med till har ett jag om men
  og det er ikke som på av til med den har en om fra
  não uma com para dos das pelo pela são mais mas também você isso
  się nie jest na że do jak dla oraz przez był są ale czy
  ja ei ole että kun tai jos mutta hän ovat
  ve bir bu için ile olarak daha çok değil gibi olan
  je na se že ale jako které nebo podle také při není být`
    .trim()
    .split(/\s+/u),
);
