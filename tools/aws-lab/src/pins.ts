/** What the lab installs, each at one version: what an emulator does is only known of the version that was measured. */
export const GO_TOOLS = {
  versitygw: { module: 'github.com/versity/versitygw', packagePath: '/cmd/versitygw', version: 'v1.7.0' },
  s5cmd: { module: 'github.com/peak/s5cmd/v2', packagePath: '', version: 'v2.3.0' },
  toxiproxy: { module: 'github.com/Shopify/toxiproxy/v2', packagePath: '/cmd/server', version: 'v2.12.0' },
} as const;

export const PYTHON_TOOLS = {
  ministack: { requirement: 'ministack==1.5.33', program: 'ministack' },
  moto: { requirement: 'moto[server]==5.2.5', program: 'moto_server' },
  cfnLint: { requirement: 'cfn-lint==1.58.0', program: 'cfn-lint' },
  awscli: { requirement: 'awscli==1.46.3', program: 'aws' },
} as const;

export type GoTool = keyof typeof GO_TOOLS;
export type PythonTool = keyof typeof PYTHON_TOOLS;
export type LabTool = GoTool | PythonTool;

export function isGoTool(tool: LabTool): tool is GoTool {
  return tool in GO_TOOLS;
}
