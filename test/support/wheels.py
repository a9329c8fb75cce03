"""Writes wheels into a folder: a good one, and for each thing that can be wrong with a wheel one that has it."""

import base64
import hashlib
import io
import struct
import sys
import warnings
import zipfile

warnings.simplefilter("ignore")
folder = sys.argv[1]
INFO = "my_driver-1.0.0.dist-info"
METADATA = "Metadata-Version: 2.1\nName: my-driver\nVersion: 1.0.0\nRequires-Python: >=3.9\n\nName: other\n"
FILES = {
    "my_driver/__init__.py": b"x = 1\n" * 1000,
    "my_driver/a,b.txt": b"",
    f"{INFO}/METADATA": METADATA.encode(),
    f"{INFO}/WHEEL": b"Wheel-Version: 1.0\nTag: py3-none-any\n",
}


def line(name, data, kind="sha256"):
    digest = base64.urlsafe_b64encode(hashlib.new(kind, data).digest()).rstrip(b"=").decode()
    shown = f'"{name}"' if "," in name else name
    return f"{shown},{kind}={digest},{len(data)}\n"


def record(files, edit=lambda text: text):
    text = "".join(line(name, data) for name, data in files.items()) + f"{INFO}/RECORD,,\n"
    return {**files, f"{INFO}/RECORD": edit(text).encode()}


def pack(files, extra=lambda archive: None, name="my_driver-1.0.0-py3-none-any.whl"):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        extra(archive)
    return name, target.getvalue()


def changed(old, new, count=-1):
    """The good wheel with other bytes."""
    name, data = pack(record(FILES))
    assert old in data
    return name, data.replace(old, new, count)


def symlink(archive):
    info = zipfile.ZipInfo("my_driver/link")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    archive.writestr(info, "/etc/passwd")


def edited(**texts):
    return pack(record({**FILES, **{f"{INFO}/{name}": text.encode() for name, text in texts.items()}}))


def streamed():
    """With a descriptor behind each file, as a writer makes it that cannot seek."""

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.parts = []

        def writable(self):
            return True

        def write(self, data):
            self.parts.append(bytes(data))
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in record(FILES).items():
            archive.writestr(path, data)
    return "my_driver-1.0.0-py3-none-any.whl", b"".join(pipe.parts)


good_name, good = pack(record(FILES))
end = good[-22:]
start = struct.unpack("<I", end[16:20])[0]

cases = {
    "good": (good_name, good),
    "streamed": streamed(),
    "other-bytes": pack(record({**FILES, "my_driver/__init__.py": b"x = 2\n"})),
    "more-files": pack(record({**FILES, "my_driver/more.py": b""})),
    "other-order": pack(dict(reversed(record(FILES).items()))),
    "other-time": changed(struct.pack("<H", (2020 - 1980) << 9 | 1 << 5 | 1), struct.pack("<H", (2021 - 1980) << 9 | 1 << 5 | 1)),
    "build": pack(record(FILES), name="my_driver-1.0.0-2-py3-none-any.whl"),
    "empty": (good_name, b""),
    "no-zip": (good_name, b"PK" * 40),
    "cut": (good_name, good[:-30]),
    "trailing": (good_name, good + b"more"),
    "second-end": (good_name, good + end),
    "comment": (good_name, good[:-2] + b"\x04\x00more"),
    "announced-comment": (good_name, good[:-2] + b"\x04\x00"),
    "prefix": (good_name, b"#!/bin/sh\n" + good),
    "hidden-data": (good_name, good[:start] + b"hidden" + good[start:-22] + end[:16] + struct.pack("<I", start + 6) + end[20:]),
    "zip64": (good_name, good[:-14] + b"\xff\xff\xff\xff" + good[-10:]),
    "count": (good_name, good[:-14] + b"\x04\x00\x04\x00" + good[-10:]),
    "local-name": changed(b"my_driver/__init__.py", b"my_driver/__inet__.py", 1),
    "local-size": (good_name, good[:22] + b"\x01" + good[23:]),
    "damaged": (good_name, good[:60] + bytes([good[60] ^ 0xFF]) + good[61:]),
    "duplicate": pack(record(FILES), lambda archive: archive.writestr("my_driver/__init__.py", "other")),
    "dots": pack(record({**FILES, "../evil.py": b"x"})),
    "inner-dots": pack(record({**FILES, "my_driver/../../evil.py": b"x"})),
    "absolute": pack(record({**FILES, "/etc/evil": b"x"})),
    "drive": pack(record({**FILES, "C:evil": b"x"})),
    "backslash": changed(b"my_driver/a,b.txt", b"my_driver\\a,b.txt"),
    "link": pack(record(FILES), symlink),
    "form": (good_name, good[:4] + b"\x40" + good[5 : start + 6] + b"\x40" + good[start + 7 :]),
    "encrypted": (good_name, good[:6] + b"\x01" + good[7 : start + 8] + b"\x01" + good[start + 9 :]),
    "bomb": (good_name, good[:22] + b"\xff\xff\xff\x7f" + good[26 : start + 24] + b"\xff\xff\xff\x7f" + good[start + 28 :]),
    "lying-size": (good_name, good[:22] + b"\x01\x00\x00\x00" + good[26 : start + 24] + b"\x01\x00\x00\x00" + good[start + 28 :]),
    "no-record": pack(FILES),
    "unlisted": pack({**record(FILES), "my_driver/late.py": b"x"}),
    "missing": pack(record(FILES, lambda text: text + line("my_driver/gone.py", b""))),
    "listed-twice": pack(record(FILES, lambda text: text + line("my_driver/__init__.py", b""))),
    "other-hash": pack(record(FILES, lambda text: text.replace(",6000", ",6000").replace("sha256=", "sha256=A", 1))),
    "other-size": pack(record(FILES, lambda text: text.replace(",6000", ",6001"))),
    "md5": pack(record(FILES, lambda text: text.replace(line("my_driver/a,b.txt", b""), line("my_driver/a,b.txt", b"", "md5")))),
    "no-csv": pack(record(FILES, lambda text: text + '"a,b\n')),
    "other-version": edited(METADATA=METADATA.replace("1.0.0", "1.0.1")),
    "other-name": edited(METADATA=METADATA.replace("my-driver", "his-driver")),
    "bad-version": edited(METADATA=METADATA.replace("Version: 1.0.0", "Version: 1.0.0-next")),
    "local-version": edited(METADATA=METADATA.replace("Version: 1.0.0", "Version: 1.0.0+local")),
    "two-versions": edited(METADATA="Version: 1.0.0\n" + METADATA),
    "no-version": edited(METADATA="Name: my-driver\n"),
    "not-normalised": pack(record(FILES), name="My.Driver-1.0.0-py3-none-any.whl"),
    "renamed": pack(record(FILES), name="my_driver-1.0.1-py3-none-any.whl"),
    "no-name": pack(record(FILES), name="my_driver.whl"),
    "no-metadata": pack(record({name: data for name, data in FILES.items() if not name.endswith("METADATA")})),
    "no-info": pack({"my_driver/__init__.py": b""}),
    "two-infos": pack(record({**FILES, "other-1.0.dist-info/METADATA": b""})),
}
for case, (name, data) in cases.items():
    with open(f"{folder}/{case}={name}", "wb") as target:
        target.write(data)
