// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package util

import (
	"testing"

	hypannotations "github.com/kata-containers/kata-containers/src/runtime/virtcontainers/pkg/annotations"
)

func TestGetCPUAndMemoryFromAnnotation(t *testing.T) {
	vcpus, memory := GetCPUAndMemoryFromAnnotation(map[string]string{
		hypannotations.DefaultVCPUs:  "2",
		hypannotations.DefaultMemory: "invalid",
	})
	if vcpus != 2 || memory != 0 {
		t.Errorf("GetCPUAndMemoryFromAnnotation() = %d, %d, want 2, 0", vcpus, memory)
	}
}
