// SPDX-License-Identifier: Apache-2.0

// Package annotations stands in for the names of the annotations that Kata knows.
package annotations

const (
	kataAnnotHypervisorPrefix = "io.katacontainers.config.hypervisor."

	ImagePath     = kataAnnotHypervisorPrefix + "image"
	MachineType   = kataAnnotHypervisorPrefix + "machine_type"
	DefaultVCPUs  = kataAnnotHypervisorPrefix + "default_vcpus"
	DefaultMemory = kataAnnotHypervisorPrefix + "default_memory"
	DefaultGPUs   = kataAnnotHypervisorPrefix + "default_gpus"
)
