import { describe, expect, it } from 'vitest';
import { findCandidates } from '../fixtures/make-document.ts';

const SCENE = [
  'Marta stood at the rail of the ferry and watched the harbour grow small behind the rain. The captain came out of the wheelhouse with two cups of tea, gave her one, and leaned beside her without a word. The gulls had followed them as far as the last buoy and now turned back, one by one, as if each had been called by name.',
  '"You have not told me where you are going," said the captain at last. He blew on his tea and looked at the water. "Nobody takes this boat in November without a reason, and you have brought no luggage."',
  '"I have a letter," Marta answered. She touched the pocket of her coat. "It is for somebody on the island, and I promised that I would bring it myself, whatever the weather did."',
];
const STORY = `# The ferry\n\n${Array.from({ length: 6 }, (_, index) => SCENE.map((text) => text.replace('tea', `tea number ${index + 1}`)).join('\n\n')).join('\n\n')}`;

describe('continue-story', () => {
  it('goes on where the passage ends, word for word', async () => {
    const found = await findCandidates('continue-story', STORY);
    expect(found.length).toBeGreaterThan(1);
    for (const { messages } of found) {
      const [asked, told] = messages;
      const passage = asked?.role === 'user' ? (asked.context ?? '') : '';
      const story = STORY.replace('# The ferry\n\n', '');
      expect(story).toContain(`${passage}\n\n${told?.content ?? ''}`);
    }
  });

  it('uses no paragraph twice', async () => {
    const found = await findCandidates('continue-story', STORY);
    const ranges = found.flatMap(({ sources }) => sources).toSorted((left, right) => left.start - right.start);
    for (const [index, { start }] of ranges.entries())
      expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
  });

  it('takes no manual for a story', async () => {
    const manual = `# Ferry manual\n\n${Array.from({ length: 20 }, () => `${SCENE[0] ?? ''} ${SCENE[0] ?? ''}`).join('\n\n')}`;
    expect(await findCandidates('continue-story', manual)).toEqual([]);
  });
});
