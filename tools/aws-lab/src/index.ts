export {
  FAULT_KINDS,
  S3_CALLS,
  startFaultProxy,
  type Fault,
  type FaultKind,
  type FaultProxy,
  type S3Call,
} from './fault-proxy.ts';
export { freePort } from './free-port.ts';
export { startGuarded, type GuardedProcess, type GuardedProcessOptions } from './guarded-process.ts';
export { install } from './install.ts';
export { GO_TOOLS, PYTHON_TOOLS, type GoTool, type LabTool, type PythonTool } from './pins.ts';
export { missingFor } from './requirements.ts';
export type { LabService } from './services/service.ts';
export { startLab, type Lab, type LabServiceName, type StartLabOptions } from './start-lab.ts';
