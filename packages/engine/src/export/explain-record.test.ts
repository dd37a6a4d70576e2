import { InputError, type DatasetManifest } from '@dsgen/core';
import { resolveCodec } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { passedChecks } from '../assess/passed-checks.ts';
import { REJECT_REASONS } from '../assess/verdict.ts';
import { definition } from '../generate/qa/definition.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { assembleDataset } from './assemble-dataset.ts';
import { explainRecord, type RecordExplanation } from './explain-record.ts';
import { documentIdOf, makeCandidate, makeDocument, MemorySink, type CandidateInput } from './fixtures/processed.ts';

const SINK = new MemorySink();
const RECIPE = resolveRecipe({});
const CODEC = await resolveCodec('alpaca');
const MANIFEST = await assemble();

function candidate(path: string, question: string, more: Partial<CandidateInput> = {}) {
  return makeCandidate({ documentId: documentIdOf(path), question, answer: `${question} ${path}`, ...more });
}

async function assemble(): Promise<DatasetManifest> {
  const documents = [
    makeDocument({
      path: 'a.md',
      candidates: [
        candidate('a.md', 'What is leave?', { score: 0.9 }),
        candidate('a.md', 'Is leave paid?', { focus: 'What is leave?', score: 0.3 }),
        candidate('a.md', 'What is this?', {
          verdict: { accepted: false, reason: 'not-self-contained', detail: 'Leans.' },
        }),
        candidate('a.md', 'Who grants leave?', { score: 0.4 }),
        candidate('a.md', 'What is sick leave?', { section: 's1' }),
      ],
    }),
    makeDocument({
      path: 'b.md',
      candidates: [candidate('b.md', 'What does it mean to take leave?', { focus: 'What is leave?' })],
    }),
  ];
  const assembly = assembleDataset({
    name: 'n',
    corpus: 'c',
    recipe: RECIPE,
    codec: CODEC,
    documents,
    sink: SINK,
    version: '1',
  });
  for (let step = await assembly.next(); ; step = await assembly.next()) if (step.done === true) return step.value;
}

async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(SINK.files.get(name) ?? '');
}

function explain(id: string): Promise<RecordExplanation> {
  return explainRecord(id, { manifest: MANIFEST, codec: CODEC, open: bytesOf });
}

const LEAVE = candidate('a.md', 'What is leave?').candidate.id;

describe('explainRecord', () => {
  it('names place, pattern and promise', async () => {
    const explanation = await explain(LEAVE.slice(0, 10));
    expect(explanation.record.id).toBe(LEAVE);
    expect(explanation.row).toEqual({ file: 'train.jsonl', line: 1 });
    expect(explanation.score).toBe(0.9);
    expect(explanation.pattern).toMatchObject({ name: 'definition', version: String(definition.version), task: 'qa' });
    expect(explanation.pattern.promise).toMatch(/\.$/);
  });

  it('tells what it beat, in its document and later ones, before what else was rejected from its section', async () => {
    const { alternatives, alternativesTotal } = await explain(LEAVE);
    expect(alternativesTotal).toBe(3);
    expect(alternatives.map(({ question, reason, lostToRecord }) => [question, reason, lostToRecord])).toEqual([
      ['Is leave paid?', 'same-fact', true],
      ['What does it mean to take leave?', 'same-fact', true],
      ['What is this?', 'not-self-contained', false],
    ]);
  });

  it('names the other records of its section', async () => {
    const { siblings } = await explain(LEAVE);
    expect(siblings.map(({ question }) => question)).toEqual(['Who grants leave?']);
  });

  it('says so when there is no such record', async () => {
    await expect(explain('zzz')).rejects.toThrow(InputError);
    await expect(explain('zzz')).rejects.toThrow('"zzz"');
  });
});

it('a record has passed one check for each reason that candidates are rejected for', () => {
  const checks = passedChecks({ quality: { tokens: 20 }, sources: [] }, RECIPE.assess);
  expect(checks.flatMap(({ reasons }) => reasons).toSorted()).toEqual([...REJECT_REASONS].toSorted());
});
