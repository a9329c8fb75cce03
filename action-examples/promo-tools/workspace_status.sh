#!/usr/bin/env bash
# Prints the variables of a build, one per line. A variable of the environment with the same name wins.
set -o errexit -o nounset -o pipefail

p_() { echo "$1 ${!1:-$2}"; }

p_ GIT_COMMIT "$(git describe --tags --always --dirty)"
p_ IMG_REGISTRY gcr.io
p_ IMG_REPOSITORY k8s-staging-artifact-promoter
p_ IMG_NAME kpromo
p_ IMG_VERSION v4.5.1-0
