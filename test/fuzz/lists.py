"""Says what a strict reader of YAML makes of an image list, or of {"manifest": text}: a line of JSON in, a line out."""

import json
import sys

import yaml


class Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # C's is ten times as fast
    pass


def mapping(loader, node):
    pairs = loader.construct_pairs(node, deep=True)
    if len({key for key, _ in pairs}) < len(pairs):
        raise yaml.constructor.ConstructorError(None, None, "a key is there twice", node.start_mark)
    return dict(pairs)


Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)


def read(text):
    """Image, digest and tag of each line, or why kpromo would not take the list."""
    try:
        groups = yaml.load(text, Strict)
    except (yaml.YAMLError, ValueError) as error:
        return f"syntax: {error}"
    found = []
    for group in groups or []:
        if set(group) != {"name", "dmap"} or not isinstance(group["name"], str):
            return f"type: {group}"
        for digest, tags in (group["dmap"] or {}).items():
            if not all(isinstance(text, str) for text in [digest, *(tags or [])]):
                return f"type: {digest} {tags}"
            found += [[group["name"], digest, tag] for tag in tags or []]
    return found


def read_manifest(text):
    """Name, and whether it is the source, of each registry, or why kpromo would not take the manifest."""
    try:
        manifest = yaml.load(text, Strict)
    except (yaml.YAMLError, ValueError) as error:
        return f"syntax: {error}"
    if not isinstance(manifest, dict) or not set(manifest) <= {"registries", "imagesPath", "provenance"}:
        return f"type: {manifest}"
    registries = manifest.get("registries")
    if not isinstance(registries, list) or not all(isinstance(one, dict) for one in registries):
        return f"type: {registries}"
    found = []
    for registry in registries:
        if not set(registry) <= {"name", "src", "service-account"} or not isinstance(registry.get("name"), str):
            return f"type: {registry}"
        if not isinstance(registry.get("src", False), bool):
            return f"type: {registry}"
        found.append([registry["name"], registry.get("src", False)])
    return found


for line in sys.stdin:
    question = json.loads(line)
    answer = read_manifest(question["manifest"]) if isinstance(question, dict) else read(question)
    print(json.dumps(answer), flush=True)
