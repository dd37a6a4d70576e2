/** A part of an encrypted file's head: what a recipient needs to get at the key of the file. As age has it. */
export interface KeyStanza {
  /** The kind first, such as `X25519`; printable ASCII without spaces. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

/**
 * Somebody who can read encrypted files: a key provider. A file has a key of its own, which each recipient wraps in its
 * way; a key management service can be one.
 */
export interface FileKeyRecipient {
  /** For messages: a public key, the name of a key. */
  readonly name: string;
  wrapFileKey(fileKey: Uint8Array): Promise<readonly KeyStanza[]>;
}

/** The other half: gets the key of a file back. */
export interface FileKeyIdentity {
  /** The key; undefined when none of the stanzas is meant for this identity. */
  unwrapFileKey(stanzas: readonly KeyStanza[]): Promise<Uint8Array | undefined>;
}
