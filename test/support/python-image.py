"""Writes a layer with this Python, and everything that it needs to run, to a file: python-image.py FILE."""

import gzip
import io
import os
import subprocess
import sys
import sysconfig
import tarfile

import pip

skipped = {'test', 'tests', '__pycache__', 'site-packages', 'dist-packages', 'idlelib', 'tkinter', 'ensurepip', 'lib2to3'}
found = {}  # path in the image → a file on this machine, or bytes, or the target of a link


def add(path):
    found[path] = os.path.realpath(path)


def add_program(path):
    """A program or a library, with the libraries that it loads."""
    add(path)
    told = subprocess.run(['/usr/bin/ldd', os.path.realpath(path)], capture_output=True, text=True).stdout
    for library in (word for word in told.split() if word.startswith('/')):
        add(library)


def add_folder(folder):
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in skipped and not name.startswith('config-')]
        for path in (os.path.join(place, name) for name in files if not name.endswith('.a')):
            (add_program if path.endswith('.so') else add)(path)


python = os.path.realpath(sys.executable)
for program in (python, '/bin/sh'):
    add_program(program)
for folder in {sysconfig.get_path('stdlib'), sysconfig.get_path('platstdlib'), os.path.dirname(pip.__file__)}:
    add_folder(folder)

texts = {
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
    '/usr/local/bin/python3': f'#!/bin/sh\nexec {python} "$@"\n',
    '/usr/local/bin/pip': f'#!/bin/sh\nexec {python} -m pip "$@"\n',
}
with open(sys.argv[1], 'wb') as file, gzip.GzipFile('', 'wb', 1, file, 0) as packed, tarfile.open(
    fileobj=packed, mode='w', format=tarfile.PAX_FORMAT
) as archive:

    def put(path, content, mode):
        entry = tarfile.TarInfo(path.lstrip('/'))
        entry.size, entry.mode = len(content), mode
        archive.addfile(entry, io.BytesIO(content))

    for name in ('tmp', 'root'):
        entry = tarfile.TarInfo(name)
        entry.type, entry.mode = tarfile.DIRTYPE, 0o1777
        archive.addfile(entry)
    for path, text in sorted(texts.items()):
        put(path, text.encode(), 0o755)
    for path, source in sorted(found.items()):
        with open(source, 'rb') as content:
            put(path, content.read(), 0o755 if os.access(source, os.X_OK) else 0o644)
