// kaniko without its sources of build contexts in clouds, whose libraries take most of the time to build. It builds the
// Dockerfile in /workspace, over its own root folder.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/GoogleContainerTools/kaniko/pkg/config"
	"github.com/GoogleContainerTools/kaniko/pkg/executor"
	"github.com/GoogleContainerTools/kaniko/pkg/logging"
	"github.com/GoogleContainerTools/kaniko/pkg/util"
)

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build() error {
	options := &config.KanikoOptions{
		SrcContext:       "/workspace",
		DockerfilePath:   "/workspace/Dockerfile",
		KanikoDir:        config.KanikoDir,
		SnapshotMode:     "full",
		CompressionLevel: -1,
		IgnoreVarRun:     true,
	}
	options.RegistryMaps = map[string][]string{}
	options.Insecure = true
	options.InsecurePull = true
	options.SkipDefaultRegistryFallback = true
	flag.Var(&options.Destinations, "destination", "a name of the image")
	flag.Var(&options.Labels, "label", "NAME=VALUE")
	flag.Var(&options.RegistryMaps, "registry-map", "index.docker.io=REGISTRY that has the images of Docker Hub")
	flag.BoolVar(&options.NoPush, "no-push", false, "do not push the image")
	flag.StringVar(&options.TarPath, "tar-path", "", "a file that docker load reads")
	flag.StringVar(&options.CustomPlatform, "platform", "linux/amd64", "the platform of the image")
	flag.Parse()

	if err := logging.Configure("warn", logging.FormatText, false); err != nil {
		return err
	}
	util.AddToDefaultIgnoreList(util.IgnoreListEntry{Path: "/var/run"})
	image, err := executor.DoBuild(options)
	if err != nil {
		return err
	}
	return executor.DoPush(image, options)
}
