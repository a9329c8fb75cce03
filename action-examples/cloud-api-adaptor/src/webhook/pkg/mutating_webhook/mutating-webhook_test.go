package mutating_webhook

import "testing"

func TestMutatePod(t *testing.T) {
	pod := mutatePod(Pod{RuntimeClassName: "kata-remote", CPULimit: 2, MemoryLimit: 2048})
	if pod.CPULimit != 0 || pod.Annotations[PEERPODS_CPU_ANNOTATION] != "2" {
		t.Errorf("mutatePod() = %+v", pod)
	}
	if other := mutatePod(Pod{RuntimeClassName: "runc", CPULimit: 2}); other.CPULimit != 2 {
		t.Errorf("mutatePod() changed a pod of another runtime class: %+v", other)
	}
}
