module github.com/kata-containers/kata-containers/src/runtime

go 1.22
