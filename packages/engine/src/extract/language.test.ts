import { describe, expect, it } from 'vitest';
import { detectLanguage, loadLanguageDetector } from './language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The handbook explains how leave works and who approves it.'],
    ['de', 'Das Handbuch erklärt, wie Urlaub beantragt wird und wer ihn genehmigt.'],
    ['fr', 'Le manuel explique comment demander un congé et qui doit l’approuver.'],
    ['ru', 'Справочник объясняет, как оформить отпуск и кто его утверждает.'],
    ['ja', '図書館は午前九時に開館し、午後五時に閉館します。'],
    ['ar', 'يشرح الدليل كيفية طلب الإجازة ومن يوافق عليها.'],
  ])('knows %s', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language);
  });

  it.each(['', 'OK', '12345 67890 12345 67890', '!!! ??? --- ... ///'])('does not guess about %j', async (text) => {
    expect(await detectLanguage(text)).toBe('und');
  });

  it('looks at the whole of a long text, not only at its start', async () => {
    const detect = await loadLanguageDetector();
    const quotation = 'To be, or not to be, that is the question. ';
    const german =
      'Der Urlaub wird im Voraus beantragt, und die Leitung entscheidet innerhalb einer Woche darüber. Wer länger ' +
      'abwesend ist, nennt eine Vertretung und übergibt ihr alle offenen Aufgaben. Feiertage zählen nicht mit. ';
    expect(detect(quotation + german.repeat(20))).toBe('de');
  });

  it('stays fast and whole on text without spaces', async () => {
    expect(await detectLanguage('😀'.repeat(100_000))).toBe('und');
  });
});
