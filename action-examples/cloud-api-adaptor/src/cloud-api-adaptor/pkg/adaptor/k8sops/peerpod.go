// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package k8sops

import (
	provider "github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers"
	peerpodV1alpha1 "github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl/api/v1alpha1"
)

// NewPeerPod is what peerpod-ctrl needs to delete an instance that its pod left behind
func NewPeerPod(podName, cloudProvider string, instance *provider.Instance) *peerpodV1alpha1.PeerPod {
	return &peerpodV1alpha1.PeerPod{
		Name: podName + "-resource",
		Spec: peerpodV1alpha1.PeerPodSpec{CloudProvider: cloudProvider, InstanceID: instance.ID},
	}
}
