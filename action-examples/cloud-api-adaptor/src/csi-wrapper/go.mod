module github.com/confidential-containers/cloud-api-adaptor/src/csi-wrapper

go 1.23.0

require (
	github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor v0.7.0
	github.com/kata-containers/kata-containers/src/runtime v0.0.0-20240717205640-6aff5f300a98
)

replace github.com/confidential-containers/cloud-api-adaptor/src/cloud-api-adaptor => ../cloud-api-adaptor
