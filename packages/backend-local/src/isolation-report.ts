import { findLauncher } from './pool/launcher.ts';
import { canReadMemory } from './pool/read-memory.ts';

/** One thing that keeps a hostile document from doing harm. */
export interface IsolationLayer {
  readonly name: string;
  readonly isActive: boolean;
  /** What it does, or what is missing for it. */
  readonly detail: string;
}

/**
 * Which layers stand between the parsers and this machine.
 *
 * @example
 * for (const { name, isActive, detail } of await isolationReport()) console.log(isActive ? '✓' : '–', name, detail);
 */
export async function isolationReport(): Promise<readonly IsolationLayer[]> {
  const launcher = await findLauncher();
  return [
    layer('process', true, 'documents are read in processes of their own, killed at the time limit'),
    layer('environment', true, 'these processes get no environment variables'),
    layer(
      'file system',
      true,
      'they read the corpus, extracted text and their own code, and write to one file they are given (Node permission model)',
    ),
    layer('programs', true, 'they start no other program (Node permission model)'),
    launcher.hasNetworkIsolation
      ? layer('network', true, 'they have no network (unshare)')
      : layer('network', false, 'needs "unshare" of util-linux and user namespaces'),
    canReadMemory()
      ? layer('memory', true, 'they are killed when they take too much memory')
      : layer('memory', false, 'only the JavaScript heap is limited; watching the rest needs /proc'),
    launcher.diesWithParent
      ? layer('end', true, 'they end with dsgen, however it ends')
      : layer(
          'end',
          false,
          'needs "setpriv" of util-linux; a process busy with a document outlives a killed dsgen until its next step',
        ),
  ];
}

function layer(name: string, isActive: boolean, detail: string): IsolationLayer {
  return { name, isActive, detail };
}
