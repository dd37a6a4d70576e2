import { canonicalJson } from '../../shared/canonical-json.ts';
import { ProviderError, type Provider, type ProviderRequest } from './provider.ts';

/**
 * Asks in words for the schema once a model turned out not to be held to one: the first refusal is remembered, and that call goes again.
 */
export function withSchemaFallback(provider: Provider): Provider {
  let isSchemaRefused = false;
  return {
    async generate(request, options) {
      if (request.schema === undefined) return provider.generate(request, options);
      if (!isSchemaRefused) {
        try {
          return await provider.generate(request, options);
        } catch (error) {
          if (!(error instanceof ProviderError) || error.kind !== 'schema') throw error;
          isSchemaRefused = true;
        }
      }
      return provider.generate(askInWords(request), options);
    },
  };
}

function askInWords({ schema, ...request }: ProviderRequest): ProviderRequest {
  const wish = `Answer with JSON only, without any other text, that matches this JSON Schema:\n${canonicalJson(schema?.schema)}`;
  return { ...request, system: request.system === undefined ? wish : `${request.system}\n\n${wish}` };
}
