// Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package wrapper

import (
	"context"
	"fmt"

	"github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor/proto/podvminfo"
	"github.com/confidential-containers/cloud-api-adaptor/src/csi-wrapper/pkg/utils"
	volume "github.com/kata-containers/kata-containers/src/runtime/pkg/direct-volume"
)

const DefaultMountInfo = "{}"

type NodeService struct {
	VMIDInformation podvminfo.PodVMInfoService
}

// NodePublishVolume hands a volume to the VM of a pod, and says which VM that is
func (s *NodeService) NodePublishVolume(ctx context.Context, podName, podNamespace, targetPath string) (string, error) {
	req := &podvminfo.GetInfoRequest{PodName: podName, PodNamespace: podNamespace, Wait: true}
	res, err := s.VMIDInformation.GetInfo(ctx, req)
	if err != nil {
		return "", fmt.Errorf("failed to get the VM ID of pod %s: %w", podName, err)
	}
	if err := volume.Add(targetPath, DefaultMountInfo); err != nil {
		return "", fmt.Errorf("failed to add Kata direct volume: %w", err)
	}
	return utils.NormalizeVMID(res.VMID), nil
}
