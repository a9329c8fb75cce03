"""Says what Python's parsers make of a file: one question a line in, all of its parts as one line of JSON out."""

import datetime
import functools
import json
import re
import sys
import tomllib

import ruamel.yaml
import yaml

PLACEHOLDER = re.compile(r"\$\{|\{\{|\{\(|<%")
# Nothing but the wheel's libyaml is fast enough.
LOADER = yaml.CSafeLoader


@functools.lru_cache(maxsize=None)
def new_resolver():
    return ruamel.yaml.resolver.VersionedResolver(version="1.2", loader=ruamel.yaml.YAML())


@functools.lru_cache(maxsize=100_000)
def kind_of(tag, text, is_plain):
    """What old and new readers of YAML take a scalar for: YAML 1.1 says the parser, YAML 1.2 says ruamel."""
    name = str(tag).removeprefix("tag:yaml.org,2002:")
    if not is_plain:
        return name
    return f"{name} {str(new_resolver().resolve(ruamel.yaml.nodes.ScalarNode, text, (True, False))).split(':')[-1]}"


def marked(text):
    """Where something has an anchor, which an alias leads to, or a tag of its own."""
    if not re.search(r"[&*!]", text):
        return set()
    return {
        (event.start_mark.line, event.start_mark.column)
        for event in yaml.parse(text, Loader=LOADER)
        if getattr(event, "anchor", None) or getattr(event, "tag", None)
    }


def yaml_parts(text, documents):
    lines = text.split("\n")
    own = marked(text)
    parts = []

    def place(node):
        return node.start_mark.line, node.start_mark.column

    def walk(node, path, is_free, document):
        start, end = node.start_mark, node.end_mark
        is_free = is_free and place(node) not in own
        rest = lines[start.line][start.column :] if start.line < len(lines) else ""
        part = {"path": path, "document": document, "line": start.line}
        parts.append(part)
        if node.id == "scalar":
            raw = rest[: end.column - start.column]
            is_one_line = start.line == end.line and node.style not in ("|", ">") and "\r" not in raw
            before = lines[start.line][: start.column].rstrip() if start.line < len(lines) else ""
            has_place = raw != "" or before.endswith((":", "-"))
            # What is not there yet comes right behind the colon.
            columns = [start.column, end.column] if raw != "" else [len(before), len(before)]
            part["kind"] = kind_of(node.tag, node.value, not node.style)
            part["text"] = node.value
            part["columns"] = columns
            part["isFree"] = bool(is_free and is_one_line and has_place and not PLACEHOLDER.search(raw))
            return
        is_free = is_free and not rest.startswith(("{{", "{("))
        part["kind"] = f"{node.id} of {len(node.value)}"
        for index, item in enumerate(node.value):
            if node.id == "sequence":
                walk(item, [*path, index], is_free, document)
            elif item[0].id == "scalar":
                walk(item[1], [*path, item[0].value], is_free, document)
            else:
                walk(item[1], [*path, "?"], False, document)

    for document, node in enumerate(documents):
        walk(node, [], True, document)
    return parts


class Pairs(list):
    """A mapping with its duplicate keys."""


class Bare(str):
    """A number as it is written."""


def data_parts(root):
    parts = []

    def walk(value, path):
        part = {"path": path, "document": 0}
        parts.append(part)
        if isinstance(value, (Pairs, dict, list)):
            is_list = isinstance(value, list) and not isinstance(value, Pairs)
            items = enumerate(value) if is_list else value.items() if isinstance(value, dict) else value
            part["kind"] = f"{'sequence' if is_list else 'mapping'} of {len(value)}"
            for key, item in items:
                walk(item, [*path, key])
            return
        part["kind"] = type(value).__name__
        part["text"] = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
        part["isFree"] = PLACEHOLDER.search(part["text"]) is None

    walk(root, [])
    return parts


def parts_of(file, text, is_thorough):
    text = text.removeprefix("\ufeff")
    if file.endswith(".json"):
        return data_parts(
            json.loads(text, object_pairs_hook=Pairs, parse_int=Bare, parse_float=Bare)
        )
    if file.endswith(".toml"):
        return data_parts(tomllib.loads(text, parse_float=Bare))
    if is_thorough:
        return yaml_parts(text, list(ruamel.yaml.YAML(typ="safe", pure=True).compose_all(text)))
    return yaml_parts(text, list(yaml.compose_all(text, Loader=LOADER)))


def answer(question):
    try:
        return parts_of(*question)
    except (yaml.YAMLError, ruamel.yaml.error.YAMLError, ValueError) as error:
        return str(error)


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
