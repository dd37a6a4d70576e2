import { constants } from 'node:fs';

/** Never follows a link put in the file's place, and never waits for the other end of a pipe. */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
