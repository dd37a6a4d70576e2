/** Version of dsgen, as every dataset's manifest names it. A constant, because a bundle has no package.json beside it. */
export const VERSION = '0.1.0';
