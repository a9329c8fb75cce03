// (C) Copyright Confidential Containers Contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"log"

	provider "github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers"
	"github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl/controllers"
)

func main() {
	reconciler := &controllers.PeerPodReconciler{Providers: make(map[string]provider.Provider)}
	for _, name := range provider.List() {
		cloud := provider.Get(name)
		cloud.LoadEnv()
		p, err := cloud.NewProvider()
		if err != nil {
			log.Fatalf("unable to create provider %s: %v", name, err)
		}
		reconciler.Providers[name] = p
	}
	log.Printf("starting manager for %d cloud providers", len(reconciler.Providers))
}
