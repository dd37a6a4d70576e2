import {
  quoteAt,
  type Candidate,
  type MaskedRange,
  type Message,
  type PiiMode,
  type Span,
  type TaskPayload,
  type TextRange,
} from '@dsgen/core';
import { recordId } from '../shared/record-id.ts';
import { findSensitive } from './find-sensitive.ts';
import { KnownValues } from './known-values.ts';
import { maskSensitive, Placeholders } from './mask-sensitive.ts';
import { shiftRange } from './shift-ranges.ts';
import type { SensitiveCategory, SensitiveSpan } from './sensitive-span.ts';

/** What a mode leaves out of everything that is written, rejects and evidence included. */
const MASKED: Readonly<Record<PiiMode, readonly SensitiveCategory[]>> = {
  off: [],
  report: ['secret'],
  mask: ['pii', 'secret'],
  drop: ['pii', 'secret'],
};

/** A candidate as it may leave its document, and what its messages held. */
export interface ProtectedCandidate {
  readonly candidate: Candidate;
  readonly found: readonly SensitiveSpan[];
}

/**
 * What a document holds of personal data and secrets, and how its candidates leave it: the one place that decides what
 * is replaced. Values are found in the document, where their context is, and again in every text made from it.
 */
export class DocumentPrivacy {
  readonly #text: string;
  readonly #isOff: boolean;
  readonly #masked: readonly SensitiveCategory[];
  /** Of the document's text, in order. */
  readonly found: readonly SensitiveSpan[];
  readonly #toMask: readonly SensitiveSpan[];
  readonly #placeholders = new Placeholders();
  readonly #known: KnownValues;
  /** The document's text with every masked character covered: offsets hold, so passages can be cut from it. */
  readonly coveredText: string;

  constructor(text: string, mode: PiiMode) {
    this.#text = text;
    this.#isOff = mode === 'off';
    this.#masked = MASKED[mode];
    this.found = this.#isOff ? [] : findSensitive(text);
    this.#toMask = this.#maskable(this.found);
    this.#known = new KnownValues(text, this.#toMask);
    this.coveredText = cover(text, this.#toMask);
    // Numbered in the order of the document, whatever the order of the candidates.
    for (const span of this.#toMask) this.#placeholders.of(text, span);
  }

  protect(candidate: Candidate): ProtectedCandidate {
    const found: SensitiveSpan[] = [];
    const messages = candidate.messages.map((message) => this.#protectMessage(message, found));
    const sources = candidate.sources.map((span) => this.#protectSpan(span));
    const rejected = candidate.rejected?.map((message) => this.#protectMessage(message, found));
    const isSame =
      messages.every((message, index) => message === candidate.messages[index]) &&
      (rejected ?? []).every((message, index) => message === candidate.rejected?.[index]);
    if (isSame && sources.every((span, index) => span === candidate.sources[index]) && this.#toMask.length === 0)
      return { candidate, found };
    const { lineage, payload, focus } = candidate;
    const content = {
      task: candidate.task,
      messages,
      ...(rejected === undefined ? {} : { rejected }),
      ...(payload === undefined ? {} : { payload: this.#protectPayload(payload, candidate.messages) }),
      sources,
    };
    const headingPath = lineage.headingPath.map((heading) => this.mask(heading));
    return {
      candidate: {
        ...candidate,
        ...content,
        id: recordId(content),
        lineage: { ...lineage, headingPath },
        focus: this.mask(focus),
      },
      found,
    };
  }

  /** A text made from the document, with placeholders. */
  mask(text: string): string {
    return this.#isOff ? text : this.#replace(text, findSensitive(text));
  }

  /** A range of the document's text, with placeholders. */
  show({ start, end }: TextRange): string {
    return quoteAt(this.#text, { start, end, masked: this.#maskedIn({ start, end }) });
  }

  #protectMessage(message: Message, found: SensitiveSpan[]): Message {
    if (this.#isOff) return message;
    const content = this.#scan(message.content, found);
    if (message.role !== 'user' || message.context === undefined)
      return content === message.content ? message : { ...message, content };
    const context = this.#scan(message.context, found);
    return content === message.content && context === message.context ? message : { ...message, content, context };
  }

  #scan(text: string, found: SensitiveSpan[]): string {
    const spans = this.#known.addTo(findSensitive(text), text);
    found.push(...spans);
    return this.#replace(text, spans);
  }

  #replace(text: string, spans: readonly SensitiveSpan[]): string {
    const toMask = this.#known.addTo(this.#maskable(spans), text);
    return toMask.length === 0 ? text : maskSensitive(text, toMask, this.#placeholders);
  }

  #protectSpan(span: Span): Span {
    const masked = this.#maskedIn(span);
    return masked.length === 0 ? span : { ...span, quote: quoteAt(this.#text, { ...span, masked }), masked };
  }

  #maskedIn(place: TextRange): MaskedRange[] {
    return this.#toMask
      .filter(({ start, end }) => start < place.end && end > place.start)
      .map((range) => ({
        start: Math.max(range.start, place.start),
        end: Math.min(range.end, place.end),
        placeholder: this.#placeholders.of(this.#text, range),
      }));
  }

  /** Entities lie in the passage, so they move with what is masked there. */
  #protectPayload(payload: TaskPayload, messages: readonly Message[]): TaskPayload {
    const masked = this.#maskStrings(payload);
    const passage = messages.flatMap((message) => (message.role === 'user' ? (message.context ?? []) : []))[0];
    if (payload.entities === undefined || passage === undefined) return masked;
    const spans = this.#known.addTo(this.#maskable(this.#known.addTo(findSensitive(passage), passage)), passage);
    const replacements = spans.map((span) => ({ ...span, length: this.#placeholders.of(passage, span).length }));
    const shown = maskSensitive(passage, spans, this.#placeholders);
    const entities = payload.entities.map((entity) => {
      const range = shiftRange(entity, replacements);
      return { ...entity, ...range, text: shown.slice(range.start, range.end) };
    });
    return { ...masked, entities };
  }

  #maskable(spans: readonly SensitiveSpan[]): readonly SensitiveSpan[] {
    return spans.filter(({ category }) => this.#masked.includes(category));
  }

  /** The same data with every text in it masked. */
  #maskStrings<Data>(data: Data): Data {
    // JSON data of the candidate, so going through JSON loses nothing.
    return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
      typeof value === 'string' ? this.mask(value) : value,
    ) as Data;
  }
}

/** A document's text with every character covered that the mode lets nobody see; offsets and length stay the same. */
export function coverSensitive(text: string, mode: PiiMode): string {
  return new DocumentPrivacy(text, mode).coveredText;
}

function cover(text: string, spans: readonly SensitiveSpan[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), '█'.repeat(end - start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}
