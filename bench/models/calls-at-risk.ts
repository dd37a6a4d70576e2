import { createFileArtefactStore } from '../../packages/backend-local/src/store/file-artefact-store.ts';
import type { ServerProcess } from './server.ts';

/** What kills did to calls that the server had answered. */
export interface RiskReport {
  /** At each kill, calls that the server had completed and the store did not keep: in flight, and lost. */
  readonly atKills: readonly number[];
  /** Calls that were completed once more. */
  readonly paidAgain: number;
  /** Those of them that no kill met in flight; anything but 0 is a fault of the client. */
  readonly unexplained: number;
}

const ASK_AGAIN_MS = 5;

/**
 * Compares what the server completed with what the store keeps, by the idempotency key, which is the end of the artefact's key: only a
 * call in flight at a kill may be paid twice.
 */
export class CallsAtRisk {
  readonly #server: ServerProcess;
  readonly #folder: string;
  readonly #atRisk = new Set<string>();
  readonly #again: string[] = [];
  readonly #atKills: number[] = [];

  /** `folder` is that of the client. */
  constructor(server: ServerProcess, folder: string) {
    this.#server = server;
    this.#folder = folder;
  }

  /** To be called when a client was killed, and before the next one starts. */
  async noteKill(): Promise<void> {
    const completed = await this.#catchUp();
    const kept = new Set(await this.#keptAnswers());
    const lost = [...completed].filter((key) => !kept.has(key));
    this.#atKills.push(lost.length);
    for (const key of lost) this.#atRisk.add(key);
  }

  async report(): Promise<RiskReport> {
    await this.#catchUp();
    const unexplained = this.#again.filter((key) => !this.#atRisk.has(key)).length;
    return { atKills: this.#atKills, paidAgain: this.#again.length, unexplained };
  }

  /** What was completed since the kill before. An answer may be on its way as long as there is a connection. */
  async #catchUp(): Promise<ReadonlySet<string>> {
    while ((await this.#server.statistics()).openConnections > 0) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
    const calls = await this.#server.completed();
    for (const { idempotencyKey = '', isAgain } of calls) if (isAgain) this.#again.push(idempotencyKey);
    return new Set(calls.map(({ idempotencyKey = '' }) => idempotencyKey));
  }

  async #keptAnswers(): Promise<string[]> {
    const store = await createFileArtefactStore({
      folder: `${this.#folder}/store`,
      temporaryFolder: `${this.#folder}/temporary`,
    });
    await store.recover();
    const kept = await Array.fromAsync(store.list('silver/call@'));
    return kept.map(({ key }) => key.slice(key.lastIndexOf('/') + 1));
  }
}
