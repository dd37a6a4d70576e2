import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GO_TOOLS, isGoTool, PYTHON_TOOLS, type GoTool, type LabTool, type PythonTool } from './pins.ts';
import { findPython } from './requirements.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../.cache/aws-lab/', import.meta.url));
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** A lock that nobody has touched for this long belongs to a process that is gone. */
const STALE_LOCK_MS = 30_000;

/**
 * The program of a tool, installed into `.cache/aws-lab` when it is not there yet. Several processes may ask at once: one
 * installs, the others wait.
 */
export async function install(tool: LabTool): Promise<string> {
  const program = programOf(tool);
  if (existsSync(program)) return program;
  return whileLocked(`${folderOf(tool)}.lock`, async () => {
    if (!existsSync(program)) await (isGoTool(tool) ? installGoTool(tool) : installPythonTool(tool));
    return program;
  });
}

function folderOf(tool: LabTool): string {
  const version = isGoTool(tool) ? GO_TOOLS[tool].version : PYTHON_TOOLS[tool].requirement.split('==')[1];
  return join(CACHE, `${tool}-${version}`);
}

function programOf(tool: LabTool): string {
  if (isGoTool(tool)) return join(folderOf(tool), tool);
  return join(folderOf(tool), 'bin', PYTHON_TOOLS[tool].program);
}

/**
 * Builds the tool as a requirement of a module of ours. `go install module@version` would also ask the module proxy for the list
 * of all versions, which not every proxy has.
 */
async function installGoTool(tool: GoTool): Promise<void> {
  const { module, packagePath, version } = GO_TOOLS[tool];
  const folder = folderOf(tool);
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, 'go.mod'), `module lab\n\nrequire ${module} ${version}\n`);
  await run('go', ['build', '-mod=mod', '-buildvcs=false', '-o', tool, module + packagePath], {
    cwd: unfinished,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  await rename(unfinished, folder);
}

/** Made in place, because a virtual environment does not survive being moved: the program's own file comes last. */
async function installPythonTool(tool: PythonTool): Promise<void> {
  const python = findPython();
  if (python === undefined) throw new Error(`Cannot install ${tool}: it needs Python 3.10 or later`);
  const folder = folderOf(tool);
  await rm(folder, { recursive: true, force: true });
  await run(python, ['-m', 'venv', folder]);
  await run(
    join(folder, 'bin', 'python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PYTHON_TOOLS[tool].requirement],
    { maxBuffer: MAX_OUTPUT_BYTES },
  );
}

async function whileLocked<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await takeLock(lock))) await delay(200);
  const heartbeat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), 5_000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lock, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const facts = await stat(lock).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > STALE_LOCK_MS) await rm(lock, { recursive: true });
    return false;
  }
}
