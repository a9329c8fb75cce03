import { posix } from 'node:path';

/** Says which paths of a project are left over from earlier builds, or are environments in which it is tried. */
export function isLeftover(paths: readonly string[]): (path: string) => boolean {
  const environments = paths
    .filter((path) => path.endsWith('/pyvenv.cfg'))
    .map((path) => path.slice(0, -'pyvenv.cfg'.length));
  return (path) =>
    leftovers.test(path) || environments.some((folder) => path.startsWith(folder) || `${path}/` === folder);
}

// setuptools packs what an earlier build has left in build/lib, even if it was deleted since.
const leftovers =
  /(?:^|\/)(?:__pycache__|node_modules|\.eggs|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|[^/]+\.egg-info)(?:\/|$)|^build\/(?:lib|bdist\.[^/]*|lib\.[^/]*|temp\.[^/]*|scripts-[^/]*)(?:\/|$)|\.py[co]$/;

/** Says which paths of a project are what builds make in these folders, or their checksums beside them. */
export function isProductOf(folders: readonly string[]): (path: string) => boolean {
  return (path) =>
    folders.some((folder) => posix.dirname(path) === folder && products.test(path)) ||
    folders.some((folder) => path === checksumsOf(folder));
}

const products = /\.(?:whl|tar\.gz)$/;

/** The file for the checksums of what is built into a folder. It is not in the folder: twine would take it for a package. */
export const checksumsOf = (folder: string): string => (folder === '.' ? 'wheel.sha256' : `${folder}.sha256`);
