import { parseArgs } from 'node:util';
import { install } from './install.ts';
import { GO_TOOLS, PYTHON_TOOLS, type LabTool } from './pins.ts';
import { missingFor } from './requirements.ts';
import { startLab, type LabServiceName } from './start-lab.ts';

/**
 * `node tools/aws-lab/src/main.ts versitygw ministack` starts servers and keeps them until Ctrl-C; `--install` only installs
 * every tool, or those named, and prints how long each took.
 */
const TOOLS = [...Object.keys(GO_TOOLS), ...Object.keys(PYTHON_TOOLS)] as LabTool[];
const { values, positionals } = parseArgs({
  options: { install: { type: 'boolean', default: false } },
  allowPositionals: true,
});

async function installAll(tools: readonly LabTool[]): Promise<void> {
  for (const tool of tools) {
    const start = performance.now();
    await install(tool);
    console.log(`${tool.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

async function keepRunning(services: readonly LabServiceName[]): Promise<void> {
  const lab = await startLab({ services });
  for (const [name, { endpoint, credentials }] of Object.entries(lab.services)) {
    console.log(
      `${name.padEnd(10)} ${endpoint}  AWS_ACCESS_KEY_ID=${credentials.accessKeyId}  AWS_SECRET_ACCESS_KEY=${credentials.secretAccessKey}`,
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void lab.stop().then(() => process.exit(0)));
  }
  setInterval(() => undefined, 60_000);
}

const chosen = positionals.length > 0 ? (positionals as LabTool[]) : TOOLS;
const missing = missingFor(chosen);
if (missing.length > 0) {
  console.error(`The lab needs ${missing.join(' and ')} on this machine`);
  process.exitCode = 1;
} else {
  await (values.install ? installAll(chosen) : keepRunning(chosen as LabServiceName[]));
}
