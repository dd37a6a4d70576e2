const MEBIBYTE = 1024 * 1024;
/** Files up to this size travel in one request; larger ones in parts, of which only the unfinished are sent again. */
export const MAX_SINGLE_PUT_BYTES = 8 * MEBIBYTE;
/** The most that S3 takes. */
const MAX_PARTS = 10_000;

export interface PartPlan {
  readonly partBytes: number;
  readonly count: number;
}

export interface PartRange {
  /** 1-based, as S3 counts. */
  readonly number: number;
  readonly offset: number;
  readonly bytes: number;
}

/** How a file is cut. It depends on nothing but the size, so that another run finds its parts where it left them. */
export function planParts(bytes: number): PartPlan {
  const usual = (bytes <= 1024 * MEBIBYTE ? 8 : 16) * MEBIBYTE;
  const least = Math.ceil(bytes / MAX_PARTS / MEBIBYTE) * MEBIBYTE;
  const partBytes = Math.max(usual, least);
  return { partBytes, count: Math.max(1, Math.ceil(bytes / partBytes)) };
}

export function partRange({ partBytes, count }: PartPlan, bytes: number, number: number): PartRange {
  const offset = (number - 1) * partBytes;
  return { number, offset, bytes: number === count ? bytes - offset : partBytes };
}
