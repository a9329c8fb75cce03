// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package controllers

import (
	"context"
	"fmt"

	provider "github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers"
	confidentialcontainersorgv1alpha1 "github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl/api/v1alpha1"
)

// PeerPodReconciler reconciles a PeerPod object
type PeerPodReconciler struct {
	Providers map[string]provider.Provider
}

// Reconcile deletes the instance of a PeerPod that is gone
func (r *PeerPodReconciler) Reconcile(ctx context.Context, pp *confidentialcontainersorgv1alpha1.PeerPod) error {
	if pp.Status.Cleaned {
		return nil
	}
	provider := r.Providers[pp.Spec.CloudProvider]
	if provider == nil {
		return fmt.Errorf("unsupported cloud provider: %q", pp.Spec.CloudProvider)
	}
	if err := provider.DeleteInstance(ctx, pp.Spec.InstanceID); err != nil {
		return err
	}
	pp.Status.Cleaned = true
	return nil
}
