"""Sets one value with ruamel.yaml, with what it offers to keep the rest: file, name, digest, text."""

import sys

import ruamel.yaml

file, name, digest, text = sys.argv[1:]
yaml = ruamel.yaml.YAML()
yaml.preserve_quotes = True
yaml.width = 1_000_000
with open(file, encoding="utf-8") as source:
    data = yaml.load(source)
next(item for item in data if item["name"] == name)["dmap"][digest][0] = text
with open(file, "w", encoding="utf-8") as target:
    yaml.dump(data, target)
