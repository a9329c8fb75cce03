#!/usr/bin/env bash
# Stands for hack/verify-golangci-lint.sh of the project, of which only the version matters here.
set -o errexit -o nounset -o pipefail

VERSION=v2.10.1
echo "Verified with $VERSION."
