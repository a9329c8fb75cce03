package main

import (
	"log"
	"os"

	"github.com/confidential-containers/cloud-api-adaptor/src/webhook/pkg/mutating_webhook"
)

func main() {
	if err := mutating_webhook.Handle(os.Stdin, os.Stdout); err != nil {
		log.Fatalf("unable to mutate the pod: %v", err)
	}
}
