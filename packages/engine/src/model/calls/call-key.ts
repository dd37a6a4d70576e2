import { canonicalJson } from '../../shared/canonical-json.ts';
import { sha256 } from '../../shared/hash.ts';
import type { ModelRequest } from '../model-client.ts';

/** Raise it when the kept form of an answer changes. */
const CALL_VERSION = 1;

/**
 * Where the answer to a request is kept: `silver/call@<version>/<parameters>/<aa>/<input>`. Purpose, keys, base URL and prices are not part
 * of it, so that runs and recipes share what was paid.
 */
export function callKey(request: ModelRequest): string {
  const { model, system, messages, schema, maxOutputTokens, temperature, seed } = request;
  const parameters = sha256(canonicalJson({ model, maxOutputTokens, temperature, seed })).slice(0, 16);
  const input = sha256(canonicalJson({ system, messages, schema }));
  return `silver/call@${CALL_VERSION}/${parameters}/${input.slice(0, 2)}/${input}`;
}
