module github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor

go 1.23.0

require (
	github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers v0.7.0
	github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl v0.7.0
	github.com/kata-containers/kata-containers/src/runtime v0.0.0-20240717205640-6aff5f300a98
)

replace github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers => ../cloud-providers

replace github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl => ../peerpod-ctrl
