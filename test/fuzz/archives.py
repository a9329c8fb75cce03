"""Says what Python's tarfile and zipfile make of an archive: one question a line in, one line of JSON out."""

import base64
import io
import json
import sys
import tarfile
import zipfile


def read_tar(data):
    members = []
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive.getmembers():
            kind = "folder" if member.isdir() else "link" if member.issym() else "file" if member.isreg() else "other"
            content = archive.extractfile(member).read().decode() if kind == "file" else member.linkname
            members.append([kind, member.name, content, member.mode])
    return members


def read_zip(data):
    """The names of the files, or why it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            damaged = archive.testzip()
            if damaged is not None:
                return f"{damaged} is damaged"
            return [name for name in archive.namelist() if not name.endswith("/")]
    except Exception as error:  # zipfile raises many kinds
        return f"{type(error).__name__}: {error}"


def read_tgz(data):
    """The names and bytes of the files, or why it cannot be read."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            files = [member for member in archive.getmembers() if not member.isdir()]
            return [[one.name, base64.b64encode(archive.extractfile(one).read()).decode()] for one in files]
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for line in sys.stdin:
    kind, text = json.loads(line)
    read = {"tar": read_tar, "tgz": read_tgz, "zip": read_zip}[kind]
    print(json.dumps(read(base64.b64decode(text))), flush=True)
