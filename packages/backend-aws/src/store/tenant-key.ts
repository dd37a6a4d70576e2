/** No artefact key has this character, so nothing else can be below it. */
const LONE_ZONE = '~';

/**
 * Where a tenant's artefact is in the bucket: the tenant comes after the zone, so that lifecycle rules and replication go by
 * zone and permissions by tenant. Keys of one segment have no zone.
 *
 * @example tenantKey('acme', 'silver/extract@1/aa') // "silver/acme/extract@1/aa"
 */
export function tenantKey(tenant: string, key: string): string {
  const slash = key.indexOf('/');
  return slash === -1 ? `${LONE_ZONE}/${tenant}/${key}` : `${key.slice(0, slash)}/${tenant}${key.slice(slash)}`;
}

/** The opposite of {@link tenantKey}. */
export function artefactKey(tenant: string, objectKey: string): string {
  const zone = objectKey.slice(0, objectKey.indexOf('/'));
  const rest = objectKey.slice(zone.length + tenant.length + 2);
  return zone === LONE_ZONE ? rest : `${zone}/${rest}`;
}
