// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"

	"github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor/pkg/adaptor/k8sops"
	"github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor/pkg/util"
	provider "github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers"
)

const programName = "cloud-api-adaptor"

func main() {
	if len(os.Args) < 2 || provider.Get(os.Args[1]) == nil {
		fmt.Fprintf(os.Stderr, "Usage: %s <provider-name>\n\nSupported cloud providers are: %v\n", programName, provider.List())
		os.Exit(1)
	}
	vcpus, memory := util.GetCPUAndMemoryFromAnnotation(nil)
	spec := provider.InstanceTypeSpec{InstanceType: util.GetInstanceTypeFromAnnotation(nil), VCPUs: vcpus, Memory: memory}
	peerPod := k8sops.NewPeerPod("podvm", os.Args[1], &provider.Instance{})
	fmt.Printf("%s: %s on %s\n", programName, peerPod.Name, spec)
}
