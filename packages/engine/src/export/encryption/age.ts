import { InputError, UsageError, type FileKeyIdentity, type FileKeyRecipient } from '@dsgen/core';
import type { Identity } from 'age-encryption';

/** What age calls its files. */
export const ENCRYPTED_EXTENSION = '.age';

/** Bytes of an encrypted file for the bytes of a file. The same bytes are encrypted differently each time. */
export type Encrypt = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;

/** Whether a text may be an age recipient. Whether it is one shows when its check sum is looked at. */
export function looksLikeRecipient(text: string): boolean {
  return /^age1[a-z0-9]{20,4000}$/.test(text);
}

/**
 * Encrypts files with age for recipients: public keys (`age1…`) or key providers.
 *
 * @throws UsageError `recipient-invalid`
 */
export async function createEncrypt(recipients: ReadonlyArray<string | FileKeyRecipient>): Promise<Encrypt> {
  const { Encrypter, Stanza } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      if (typeof recipient === 'string') encrypter.addRecipient(recipient);
      else {
        encrypter.addRecipient({
          async wrapFileKey(fileKey) {
            const stanzas = await recipient.wrapFileKey(fileKey);
            return stanzas.map(({ args, body }) => new Stanza([...args], body));
          },
        });
      }
    } catch (cause) {
      throw new UsageError({
        code: 'recipient-invalid',
        message: `Cannot encrypt for ${JSON.stringify(recipient)}: it is no age recipient`,
        fix: 'Give a public key as age-keygen prints it, such as age1ql3z….',
        cause,
      });
    }
  }
  return async function* encrypt(bytes) {
    yield* await encrypter.encrypt(ReadableStream.from(bytes) as ReadableStream<Uint8Array>);
  };
}

export type Decrypt = (bytes: AsyncIterable<Uint8Array>, name: string) => AsyncGenerator<Uint8Array>;

/**
 * Decrypts files with identities: secret keys (`AGE-SECRET-KEY-1…`) or key providers.
 *
 * @throws UsageError `identity-invalid`
 */
export async function createDecrypt(identities: ReadonlyArray<string | FileKeyIdentity>): Promise<Decrypt> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      if (typeof identity === 'string') decrypter.addIdentity(identity);
      else decrypter.addIdentity(adaptIdentity(identity));
    } catch (cause) {
      throw new UsageError({
        code: 'identity-invalid',
        message: 'Cannot decrypt: an identity is no age secret key',
        fix: 'Give a file as age-keygen writes it, with a line that begins with AGE-SECRET-KEY-1.',
        cause,
      });
    }
  }
  return async function* decrypt(bytes, name) {
    try {
      yield* await decrypter.decrypt(ReadableStream.from(bytes) as ReadableStream<Uint8Array>);
    } catch (cause) {
      throw new InputError({
        code: 'decryption-failed',
        message: `Decrypting ${JSON.stringify(name)} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
        fix: 'Use the identity of one of its recipients; when it is the right one, the file is damaged.',
        cause,
      });
    }
  };
}

function adaptIdentity(identity: FileKeyIdentity): Identity {
  return {
    async unwrapFileKey(stanzas) {
      return (await identity.unwrapFileKey(stanzas)) ?? null;
    },
  };
}
