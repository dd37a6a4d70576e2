/**
 * Filters the sample. Plain JavaScript that runs in the reader's browser as it stands here: the policy of the page names
 * its hash, so no build step may touch it. It only hides and shows what is there and never makes markup.
 */
export const SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filter');
  if (form === null) return;
  const batch = 20;
  const search = document.getElementById('search');
  const choices = Array.from(form.querySelectorAll('select'));
  const matches = document.getElementById('matches');
  const more = document.getElementById('more');
  const records = Array.from(document.querySelectorAll('#sample-records > article'), (element) => ({
    element,
    text: element.textContent.toLowerCase(),
  }));
  let shown = batch;

  function found() {
    const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    return records.filter(
      ({ element, text }) =>
        choices.every(({ value, dataset }) => value === '' || element.dataset[dataset.filter] === value) &&
        words.every((word) => text.includes(word)),
    );
  }

  function update() {
    const hits = found();
    const visible = new Set(hits.slice(0, shown).map(({ element }) => element));
    for (const { element } of records) element.hidden = !visible.has(element);
    more.hidden = hits.length <= shown;
    more.textContent = 'Show ' + Math.min(batch, hits.length - shown) + ' more';
    const noun = hits.length === 1 ? ' record matches' : ' records match';
    matches.textContent =
      hits.length === 0 ? 'No record matches.' : hits.length + noun + ', ' + visible.size + ' shown.';
    return hits;
  }

  function restart() {
    shown = batch;
    update();
  }

  function showTarget() {
    const target = records.find(({ element }) => '#' + element.id === location.hash);
    if (target === undefined) return;
    form.reset();
    shown = records.indexOf(target) + 1;
    update();
    target.element.focus();
    target.element.scrollIntoView();
  }

  form.addEventListener('input', restart);
  form.addEventListener('reset', () => setTimeout(restart));
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => {
    const next = shown;
    shown += batch;
    update()[next].element.focus();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea') !== null;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });
  window.addEventListener('hashchange', showTarget);
  form.hidden = false;
  update();
  showTarget();
})();
`;
