// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package v1alpha1

// PeerPodSpec defines the desired state of PeerPod
type PeerPodSpec struct {
	CloudProvider string `json:"cloudProvider,omitempty"`
	InstanceID    string `json:"instanceID,omitempty"`
}

// PeerPodStatus defines the observed state of PeerPod
type PeerPodStatus struct {
	Cleaned bool `json:"cleand,omitempty"`
}

// PeerPod is the Schema for the peerpods API
type PeerPod struct {
	Name   string        `json:"name"`
	Spec   PeerPodSpec   `json:"spec,omitempty"`
	Status PeerPodStatus `json:"status,omitempty"`
}
