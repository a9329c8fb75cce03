module github.com/confidential-containers/cloud-api-adaptor/src/peerpod-ctrl

go 1.23.0

require github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers v0.7.0

replace github.com/confidential-containers/cloud-api-adaptor/src/cloud-providers => ../cloud-providers
