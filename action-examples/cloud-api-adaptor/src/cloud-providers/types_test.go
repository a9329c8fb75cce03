// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package provider

import "testing"

func TestKeyValueFlagSet(t *testing.T) {
	var tags KeyValueFlag
	if err := tags.Set("team=coco, stage = test"); err != nil {
		t.Fatal(err)
	}
	if tags["team"] != "coco" || tags["stage"] != "test" {
		t.Errorf("KeyValueFlag.Set() = %v", tags)
	}
	if err := tags.Set("team"); err == nil {
		t.Error("KeyValueFlag.Set() took a pair without a value")
	}
}
