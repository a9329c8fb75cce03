// SPDX-License-Identifier: Apache-2.0

// Package volume stands in for the one that assigns volumes to Kata.
package volume

import (
	"encoding/base64"
	"os"
	"path/filepath"
)

const mountInfoFileName = "mountInfo.json"

var kataDirectVolumeRootPath = "/run/kata-containers/shared/direct-volumes"

// Add writes the mount info of a direct volume into a filesystem path known to Kata Containers.
func Add(volumePath string, mountInfo string) error {
	volumeDir := filepath.Join(kataDirectVolumeRootPath, base64.URLEncoding.EncodeToString([]byte(volumePath)))
	if err := os.MkdirAll(volumeDir, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(volumeDir, mountInfoFileName), []byte(mountInfo), 0o600)
}
