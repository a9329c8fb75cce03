import type { WireAnswer } from '../../wire/answer.ts';
import type { Call, Route } from '../core/call.ts';
import type { Repository } from '../core/contents.ts';
import { algorithmOf } from '../core/digest.ts';
import { referrerOf } from '../core/manifest.ts';
import { json, pageNotFound, Refused } from '../core/refused.ts';

export const listRoutes: readonly Route[] = [
  { methods: ['GET', 'HEAD'], path: /^\/v2\/?$/, answer: () => ({ status: 200, headers: json, body: '{}' }) },
  { methods: ['GET'], path: /^\/v2\/_catalog$/, answer: catalog },
  { methods: ['GET'], path: /^\/v2\/(?<name>.+)\/tags\/list$/, action: 'pull', reads: 'tags', answer: tags },
  { methods: ['GET'], path: /^\/v2\/(?<name>.+)\/referrers\/(?<reference>[^/]+)$/, action: 'pull', answer: referrers },
];

function catalog(call: Call): WireAnswer {
  if (!call.settings.catalog) return pageNotFound;
  const { items, headers } = pageOf(call, [...call.contents.repositories.keys()].toSorted());
  return { status: 200, headers: { ...json, ...headers }, body: JSON.stringify({ repositories: items }) };
}

function tags(call: Call): WireAnswer {
  if (call.settings.children) return tagsAndChildren(call);
  const { items, headers } = pageOf(call, [...repositoryOf(call).tags.keys()].toSorted());
  return { status: 200, headers: { ...json, ...headers }, body: JSON.stringify({ name: call.name, tags: items }) };
}

/** As Google's registries answer: a folder has a list as well, and there is one page, from which the rest is missing. */
function tagsAndChildren(call: Call): WireAnswer {
  const { contents, name } = call;
  const children = childrenOf(call);
  const found = children.length > 0 ? contents.repositories.get(name) : repositoryOf(call);
  const { items: child } = pageOf(call, children);
  const { items } = pageOf(call, [...(found?.tags.keys() ?? [])].toSorted());
  return { status: 200, headers: json, body: JSON.stringify({ child, manifest: {}, name, tags: items }) };
}

/** The next part of the names of the repositories below, as Google's registries tell it. */
function childrenOf({ contents, name }: Call): readonly string[] {
  const below = [...contents.repositories.keys()].filter((one) => one.startsWith(`${name}/`));
  return [...new Set(below.map((one) => one.slice(name.length + 1).split('/', 1)[0] ?? ''))].toSorted();
}

/** A repository that does not exist has no referrers: with this endpoint, a registry never answers 404. */
function referrers(call: Call): WireAnswer {
  const { contents, settings, name, reference, query } = call;
  if (!settings.referrers) return pageNotFound;
  if (algorithmOf(reference) === undefined) throw new Refused('DIGEST_INVALID');
  const filter = query.get('artifactType') ?? undefined;
  const all = [...(contents.repositories.get(name)?.manifests.values() ?? [])]
    .filter(({ fields }) => fields.subject?.digest === reference)
    .map(referrerOf)
    .filter(({ artifactType }) => filter === undefined || artifactType === filter);
  const digests = all.map(({ digest }) => digest).toSorted();
  const { items, headers } = pageOf(call, digests);
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const manifests = all.filter(({ digest }) => items.includes(digest));
  const filtered = filter === undefined ? {} : { 'oci-filters-applied': 'artifactType' };
  return {
    status: 200,
    headers: { 'content-type': mediaType, ...headers, ...filtered },
    body: JSON.stringify({ schemaVersion: 2, mediaType, manifests }),
  };
}

type Page = { readonly items: readonly string[]; readonly headers: Readonly<Record<string, string>> };

/** The entries after `last`, at most `n`. The header `link` leads to the next ones. */
function pageOf({ query, settings, record, base }: Call, sorted: readonly string[]): Page {
  const asked = query.get('n');
  if (asked !== null && !/^\d+$/.test(asked)) throw new Refused('SIZE_INVALID', { details: [{ n: asked }] });
  const size = Math.min(settings.pageSize, Number(asked ?? settings.pageSize));
  const last = query.get('last') ?? '';
  const left = sorted.filter((item) => item > last);
  const items = left.slice(0, size);
  if (size === 0 || items.length === left.length) return { items, headers: {} };
  const parameters = new URLSearchParams(query);
  parameters.set('n', String(size));
  parameters.set('last', items.at(-1) ?? '');
  return { items, headers: { link: `<${base}${record.path}?${parameters.toString()}>; rel="next"` } };
}

/** The repository that a request names. */
export function repositoryOf({ contents, name }: Call): Repository {
  const found = contents.repositories.get(name);
  if (found === undefined) throw new Refused('NAME_UNKNOWN', { details: [{ name }] });
  return found;
}
