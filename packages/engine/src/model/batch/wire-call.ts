import type { Provider, ProviderReply, ProviderRequest } from '../providers/provider.ts';

/** What a call is on the wire. */
export interface WireCall {
  readonly url: string;
  /** Keys included: never kept, never shown. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Opens the provider of a model with another network under it. */
export type OpenOver = (network: typeof fetch) => Promise<Provider>;

const NEVER = new AbortController().signal;
/** Those of one request, which a batch has its own of. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['content-type', 'content-length', 'idempotency-key']);

/** What the client library of a provider would send: a batch carries it as it is. */
export async function encodeCall(request: ProviderRequest, open: OpenOver): Promise<WireCall | undefined> {
  let wire: WireCall | undefined;
  const provider = await open(async (url, { headers, body } = {}) => {
    const all = [...new Headers(headers).entries()];
    const common = Object.fromEntries(all.filter(([name]) => !OWN_HEADERS.has(name)));
    wire = { url: String(url), headers: common, body: JSON.parse(String(body)) as WireCall['body'] };
    return Response.json({}, { status: 400 });
  });
  await provider.generate(request, { signal: NEVER, idempotencyKey: '' }).catch(() => undefined);
  return wire;
}

/** What the client library makes of an answer that came in a batch: the same as if it had come at once. */
export async function decodeAnswer(request: ProviderRequest, body: unknown, open: OpenOver): Promise<ProviderReply> {
  const provider = await open(async () => Response.json(body));
  return provider.generate(request, { signal: NEVER, idempotencyKey: '' });
}
