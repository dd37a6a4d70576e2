import type { Compression } from '../containers/compression.ts';
import type { Container, Packing } from '../containers/pack-rows.ts';
import type { Consumer, RuleEvidence } from './consumer.ts';

/** Which files a consumer takes, beside the rows in them. */
interface FileShape {
  readonly containers: readonly Container[];
  readonly compressions: readonly Compression[];
  /** Whether a split may be several files. */
  readonly shards: boolean;
  readonly evidence: RuleEvidence;
}

/** What a file that is to be written looks like. */
export interface FilePlan extends Packing {
  readonly isSharded: boolean;
}

const DATASETS: RuleEvidence = {
  source: 'huggingface/datasets:docs/source/loading.mdx',
  basis: 'documented',
};

/** Loaders on top of `datasets` take whatever it opens. */
const byDatasets: FileShape = {
  containers: ['lines', 'list', 'csv', 'parquet'],
  compressions: ['gzip', 'zstd'],
  shards: true,
  evidence: DATASETS,
};

/** Services take one upload. */
function uploaded(source: string, containers: readonly Container[] = ['lines']): FileShape {
  return { containers, compressions: [], shards: false, evidence: { source, basis: 'documented' } };
}

const shapes: Readonly<Record<string, FileShape>> = {
  llamafactory: {
    containers: ['lines', 'list', 'csv', 'parquet'],
    compressions: [],
    shards: true,
    evidence: { source: 'hiyouga/LLaMA-Factory:src/llamafactory/extras/constants.py FILEEXT2TYPE', basis: 'read' },
  },
  axolotl: byDatasets,
  trl: byDatasets,
  torchtune: byDatasets,
  unsloth: byDatasets,
  openai: uploaded('openai/openai-openapi:openapi.yaml /files'),
  together: {
    ...uploaded(''),
    evidence: { source: 'togethercomputer/together-python:src/together/utils/files.py check_file', basis: 'ran' },
  },
  mistral: uploaded('docs.mistral.ai/capabilities/finetuning/text_vision_finetuning'),
  bedrock: uploaded('docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html'),
  vertex: uploaded('cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare'),
};

/**
 * Why a consumer would not take files of a shape; undefined when it would.
 *
 * @example
 * fileObstacle(openAi, { container: 'parquet', isSharded: false }); // 'openai does not open parquet files; …'
 */
export function fileObstacle({ name }: Consumer, plan: FilePlan): string | undefined {
  const shape = shapes[name];
  if (shape === undefined) return undefined;
  const { container, compression, isSharded } = plan;
  if (!shape.containers.includes(container)) {
    return `${name} does not open ${container} files; it opens ${shape.containers.join(', ')}`;
  }
  if (compression !== undefined && !shape.compressions.includes(compression)) {
    return `${name} does not open files compressed with ${compression}`;
  }
  return isSharded && !shape.shards ? `${name} takes one file, not shards` : undefined;
}
