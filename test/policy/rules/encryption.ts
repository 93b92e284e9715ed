/** An EncryptionConfiguration with an entry for each list of resources. */
export const entries = (...list: object[]) => ({ object: { resources: list } });

/** One that encrypts Secrets by these. */
export const providers = (...list: object[]) => entries({ resources: ['secrets'], providers: list });

/** A provider with one key. */
export const withKey = (kind: string, secret: string) => providers({ [kind]: { keys: [{ name: 'key1', secret }] } });
