import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { report } from './support/report.ts';
import { packagesDirectory, root, sourceFiles } from './support/sources.ts';

const HARD_LIMIT = 500;

/** Files that are one table, schema or union may exceed the budget; each says so in its first comment. */
function lengthProblems(): string[] {
  return readdirSync(packagesDirectory).flatMap((name) =>
    sourceFiles(join(packagesDirectory, name, 'src'))
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const lines = readFileSync(file, 'utf8').split('\n').length;
        return lines > HARD_LIMIT ? [`${relative(root, file)} has ${lines} lines, the limit is ${HARD_LIMIT}`] : [];
      }),
  );
}

/** Every codec folder has the same files, so that whoever knows one knows them all. */
function codecProblems(): string[] {
  const source = join(packagesDirectory, 'formats', 'src');
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'schema.ts')))
    .flatMap((entry) =>
      ['read.ts', 'write.ts']
        .filter((file) => !existsSync(join(source, entry.name, file)))
        .map((file) => `packages/formats/src/${entry.name} has a schema but no ${file}`),
    );
}

/** Decisions carry their date, and every relative link of a document leads somewhere. */
function documentProblems(): string[] {
  const decisions = join(root, 'docs', 'decisions');
  const undated = readdirSync(decisions).filter((name) => !/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/.test(name));
  return [...undated.map((name) => `docs/decisions/${name} is not named <date>-<words>.md`), ...linkProblems()];
}

function markdownFiles(): string[] {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  return [...top.map((name) => join(root, name)), ...below.map((name) => join(root, 'docs', name))];
}

function linkProblems(): string[] {
  return markdownFiles().flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g), (match) => match[1] ?? '')
      .filter((target) => !existsSync(join(file, '..', target)))
      .map((target) => `${relative(root, file)} links to ${target}, which is not there`),
  );
}

/** Nothing of the machine it was written on belongs into the project. */
function machineProblems(): string[] {
  const forbidden = [`/${'work'}/`, `/${'tmp'}/bash_jobs`, `registry.${'npmjs'}`];
  const files = [
    ...markdownFiles(),
    ...readdirSync(packagesDirectory).flatMap((name) => sourceFiles(join(packagesDirectory, name, 'src'))),
  ];
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return forbidden.filter((word) => text.includes(word)).map((word) => `${basename(file)} names ${word}`);
  });
}

report('layout', [...lengthProblems(), ...codecProblems(), ...documentProblems(), ...machineProblems()]);
