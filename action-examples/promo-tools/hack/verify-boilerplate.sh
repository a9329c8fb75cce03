#!/usr/bin/env bash
# Stands for hack/verify-boilerplate.sh of the project, of which only the version matters here.
set -o errexit -o nounset -o pipefail

VERSION=v0.2.2
echo "Verified with $VERSION."
