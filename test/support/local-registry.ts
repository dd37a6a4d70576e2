import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Where the bytes of a package come from: an installed folder, or a tarball that is packed already. */
interface Package {
  readonly manifest: Manifest;
  readonly tarball: () => Promise<Uint8Array>;
}

/** A registry on this machine that has what the workspace has installed: what npm sees of it is what it sees of the real one. */
export interface LocalRegistry extends AsyncDisposable {
  readonly url: string;
}

/** Folders of everything a package needs at run time, as the workspace has it installed, without the package itself. */
export async function installedDependencies(folder: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  const {
    dependencies,
    optionalDependencies,
    peerDependencies = {},
    peerDependenciesMeta,
  } = await readManifest(folder);
  // npm installs peers as well, unless they are optional.
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta?.[name]?.optional !== true);
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
    const dependency = await findInstalled(name, folder);
    if (dependency === undefined || found.has(dependency)) continue;
    found.add(dependency);
    await installedDependencies(dependency, found);
  }
  return found;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Optional packages for other platforms are not installed. */
async function findInstalled(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpath(candidate);
  }
  return undefined;
}

export interface LocalRegistryOptions {
  /** Installed packages, by folder. */
  readonly folders: Iterable<string>;
  /** Manifests as they are published, with the tarballs that hold them. */
  readonly tarballs: ReadonlyArray<{ readonly manifest: Manifest; readonly path: string }>;
}

export async function startLocalRegistry({ folders, tarballs }: LocalRegistryOptions): Promise<LocalRegistry> {
  const packages: Package[] = tarballs.map(({ manifest, path }) => ({ manifest, tarball: () => readFile(path) }));
  for (const folder of folders) {
    packages.push({ manifest: await readManifest(folder), tarball: () => packFolder(folder) });
  }
  const server = createServer((request, response) => void answer(packages, request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** `/name` lists the versions of a package, `/-/name/version` is its tarball. */
async function answer(packages: readonly Package[], url: string, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(url.slice(1));
  const wanted = packages.find(({ manifest }) => path === `-/${manifest.name}/${manifest.version}`);
  if (wanted !== undefined) {
    response.end(await wanted.tarball());
    return;
  }
  const versions = packages.filter(({ manifest }) => manifest.name === path).map(({ manifest }) => manifest);
  response.statusCode = versions.length === 0 ? 404 : 200;
  const base = `http://${response.req.headers.host}/-/`;
  const described = versions.map((manifest) => [
    manifest.version,
    { ...manifest, dist: { tarball: `${base}${manifest.name}/${manifest.version}` } },
  ]);
  const latest = versions.at(-1)?.version;
  response.end(JSON.stringify({ name: path, 'dist-tags': { latest }, versions: Object.fromEntries(described) }));
}

/** Not compressed: the bytes travel inside this machine only. */
async function packFolder(folder: string): Promise<Uint8Array> {
  const archive = pack();
  const packed = buffer(archive.pipe(createGzip({ level: 0 })));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `package/${relative(folder, path)}`;
    const content = await readFile(path);
    await new Promise<void>((resolve, reject) => {
      archive.entry({ name, mode: 0o755 }, content, (error) => (error instanceof Error ? reject(error) : resolve()));
    });
  }
  archive.finalize();
  return packed;
}
