// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package provider

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

type Provider interface {
	CreateInstance(ctx context.Context, podName, sandboxID string, spec InstanceTypeSpec) (instance *Instance, err error)
	DeleteInstance(ctx context.Context, instanceID string) error
}

// keyValueFlag represents a flag of key-value pairs
type KeyValueFlag map[string]string

// Set parses the input string and sets the keyValueFlag value
func (k *KeyValueFlag) Set(value string) error {
	if *k == nil {
		*k = make(KeyValueFlag, 0)
	}
	for _, pair := range strings.Split(value, ",") {
		key, value, found := strings.Cut(pair, "=")
		if !found {
			return errors.New("invalid key-value pair: " + pair)
		}
		(*k)[strings.TrimSpace(key)] = strings.TrimSpace(value)
	}
	return nil
}

type Instance struct {
	ID   string
	Name string
}

type InstanceTypeSpec struct {
	InstanceType string
	VCPUs        int64
	Memory       int64
}

func (s InstanceTypeSpec) String() string {
	return fmt.Sprintf("%s (%d vCPUs, %d MiB)", s.InstanceType, s.VCPUs, s.Memory)
}
