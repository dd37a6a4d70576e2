/**
 * Two blocks of memory that a reader fills in turn. Allocating a block for every read would cost more than reading it. A block
 * may be filled again when the one after it is taken: a socket asks for more only when it has passed on what it was given, and
 * should that ever not hold, the part's checksum is wrong and S3 refuses it.
 */
export interface BlockRing {
  next(): Buffer;
}

/** Lends rings of blocks: as many exist as were ever in use at once. */
export interface BlockPool {
  take(): BlockRing;
  giveBack(ring: BlockRing): void;
}

export const BLOCK_BYTES = 256 * 1024;

export function createBlockPool(): BlockPool {
  const free: BlockRing[] = [];
  return {
    take: () => free.pop() ?? createRing(),
    giveBack: (ring) => void free.push(ring),
  };
}

function createRing(): BlockRing {
  const blocks = [Buffer.allocUnsafeSlow(BLOCK_BYTES), Buffer.allocUnsafeSlow(BLOCK_BYTES)] as const;
  let turn = 0;
  return {
    next() {
      turn = 1 - turn;
      return turn === 0 ? blocks[0] : blocks[1];
    },
  };
}
