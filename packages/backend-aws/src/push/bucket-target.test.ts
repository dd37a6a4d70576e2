import { describe, expect, it } from 'vitest';
import { parseBucketTarget } from './bucket-target.ts';

describe('parseBucketTarget', () => {
  it.each([
    ['s3://data', { bucket: 'data', prefix: '' }],
    ['s3://data/', { bucket: 'data', prefix: '' }],
    ['s3://data/sets/hand book', { bucket: 'data', prefix: 'sets/hand book/' }],
    ['s3://data/sets/', { bucket: 'data', prefix: 'sets/' }],
  ])('reads %s', (target, place) => {
    expect(parseBucketTarget(target)).toEqual(place);
  });

  it.each(['s3://', 's3:/data/a', 's3://Data/a', 's3://ab', 's3://data//a', 's3://data/a//', 's3://data/a\nb'])(
    'refuses %j',
    (target) => {
      expect(() => parseBucketTarget(target)).toThrow(expect.objectContaining({ code: 'push-target' }));
    },
  );
});
