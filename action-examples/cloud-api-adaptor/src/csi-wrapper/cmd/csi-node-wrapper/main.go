// Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"flag"
	"fmt"

	"github.com/confidential-containers/cloud-api-adaptor/src/csi-wrapper/pkg/utils"
	"github.com/confidential-containers/cloud-api-adaptor/src/csi-wrapper/pkg/wrapper"
)

func main() {
	endpoint := flag.String("endpoint", "/csi/csi-node-wrapper.sock", "Wrapper CSI Node service endpoint path")
	volumeID := flag.String("volume-id", "", "The volume to publish")
	flag.Parse()

	fmt.Printf("Endpoint: %s, volume %s, mounted with %s\n",
		*endpoint, utils.NormalizeVolumeID(*volumeID), wrapper.DefaultMountInfo)
}
