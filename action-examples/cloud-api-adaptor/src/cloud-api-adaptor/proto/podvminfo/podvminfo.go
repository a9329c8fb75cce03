// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

// Package podvminfo stands for what protoc makes of podvminfo.proto.
package podvminfo

import "context"

type GetInfoRequest struct {
	PodName      string
	PodNamespace string

	Wait bool
}

type GetInfoResponse struct {
	VMID string
}

type PodVMInfoService interface {
	GetInfo(ctx context.Context, req *GetInfoRequest) (*GetInfoResponse, error)
}
