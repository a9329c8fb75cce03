#!/usr/bin/env bash
# The real tests run pods with claims. Here, the image of the chart has to be there, and to be the one that is released.
set -euo pipefail

image=$(sed -nE 's/^ *image: *(\S+)$/\1/p' _artifacts/manifests.yaml | sort -u)
if [[ $DRIVER_IMAGE != '' && $image != "$DRIVER_IMAGE" ]]; then
  echo "The chart runs $image, not $DRIVER_IMAGE." >&2
  exit 1
fi
docker manifest inspect "$image" > /dev/null
echo "Tested with the image $image"
