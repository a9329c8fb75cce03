"""Says what Python's packaging makes of versions: groups of texts in, one JSON line for each line."""

import json
import sys

from packaging.version import InvalidVersion, Version

# Python itself refuses more than 4300 digits, unless told otherwise.
sys.set_int_max_str_digits(0)


def parsed(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


def readings(texts):
    versions = [parsed(text) for text in texts]
    ranks = {version: rank for rank, version in enumerate(sorted({v for v in versions if v is not None}))}
    return [
        None
        if version is None
        else {
            "text": str(version),
            "release": version.release,
            "isPrerelease": version.is_prerelease,
            "rank": ranks[version],
        }
        for version in versions
    ]


for line in sys.stdin:
    print(json.dumps([readings(texts) for texts in json.loads(line)]), flush=True)
