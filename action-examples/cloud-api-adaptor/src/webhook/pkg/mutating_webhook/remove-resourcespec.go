package mutating_webhook

import (
	"os"
	"strconv"
)

const (
	RUNTIME_CLASS_NAME_DEFAULT = "kata-remote"
	PEERPODS_CPU_ANNOTATION    = "io.katacontainers.config.hypervisor.default_vcpus"
	PEERPODS_MEMORY_ANNOTATION = "io.katacontainers.config.hypervisor.default_memory"
)

// Pod is the part of a pod that the webhook looks at
type Pod struct {
	RuntimeClassName string
	CPULimit         int64
	MemoryLimit      int64
	Annotations      map[string]string
}

// remove the POD resource spec, and add it as annotations instead
func mutatePod(pod Pod) Pod {
	runtimeClassName := os.Getenv("TARGET_RUNTIMECLASS")
	if runtimeClassName == "" {
		runtimeClassName = RUNTIME_CLASS_NAME_DEFAULT
	}
	// Mutate only if the POD is using specific runtimeClass
	if pod.RuntimeClassName != runtimeClassName {
		return pod
	}
	return Pod{
		RuntimeClassName: runtimeClassName,
		Annotations: map[string]string{
			PEERPODS_CPU_ANNOTATION:    strconv.FormatInt(pod.CPULimit, 10),
			PEERPODS_MEMORY_ANNOTATION: strconv.FormatInt(pod.MemoryLimit, 10),
		},
	}
}
