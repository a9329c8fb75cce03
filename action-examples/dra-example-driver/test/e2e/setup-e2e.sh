#!/usr/bin/env bash
# The real script makes a kind cluster and installs the driver. Here, the chart is only rendered.
set -euo pipefail

mkdir -p _artifacts
version=()
if [[ $HELM_CHART_PATH == oci://* ]]; then version=(--version "$HELM_CHART_VERSION"); fi
helm template e2e "$HELM_CHART_PATH" "${version[@]}" --namespace dra-example-driver > _artifacts/manifests.yaml
echo "Set up with the chart ${HELM_CHART_PATH} ${HELM_CHART_VERSION}"
