// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package util

import (
	"fmt"
	"strconv"

	hypannotations "github.com/kata-containers/kata-containers/src/runtime/virtcontainers/pkg/annotations"
)

// Method to get instance type from annotation
func GetInstanceTypeFromAnnotation(annotations map[string]string) string {
	// The machine_type annotation in Kata refers to VM type
	// For example machine_type for Kata/Qemu refers to pc, q35, microvm etc.
	// We use the same annotation for Kata/remote to refer to cloud instance type (flavor)
	return annotations[hypannotations.MachineType]
}

// Method to get vCPU and memory from annotations
func GetCPUAndMemoryFromAnnotation(annotations map[string]string) (int64, int64) {
	return toInt64(annotations, hypannotations.DefaultVCPUs), toInt64(annotations, hypannotations.DefaultMemory)
}

func toInt64(annotations map[string]string, name string) int64 {
	value, ok := annotations[name]
	if !ok {
		return 0
	}
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		fmt.Printf("Error converting %s to int64. Defaulting to 0: %v\n", name, err)
		return 0
	}
	return number
}
