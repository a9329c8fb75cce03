"""Says what a strict reader of YAML makes of an image list: a line with the text in, a line of JSON out."""

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


for line in sys.stdin:
    print(json.dumps(read(json.loads(line))), flush=True)
