#!/bin/bash

set -euo pipefail

script_name="$(basename "${BASH_SOURCE[0]}")"

function update_tags() {
    # Check if release tag is provided
    if [ -z "${1:-}" ]; then
        echo "Usage: $script_name go-tag <release_tag> [<remote_name>]"
        echo 'Please provide a release_tag eg:
        "v0.8.0-alpha.1" for the confidential containers "0.8.0" release candidate
        "v0.8.0" for the confidential containers "0.8.0" release'
        exit 1
    fi

    release_tag=$1
    remote_name="${2:-origin}"

    # Output the generated tags
    echo "The input release tag: $release_tag"
    echo "The follow git commands can be used to do create (pre-)release tags."
    echo "*****************************IMPORTANT********************************************
    After a tag has been set, it cannot be moved!
    The Go module proxy caches the hash of the first tag and will refuse any update.
    If you mess up, you need to restart the tagging with the next patch version.
    **********************************************************************************"

    # Iterate over the directories
    for dir in *; do
        # Check if the item is a directory
        if [ -d "$dir" ]; then
            # Tag the current state
            echo git tag "src/$dir/$release_tag" main

            # Push the tag to the remote repository
            echo git push "${remote_name}" "src/$dir/$release_tag"
        fi
    done
}

function update_requires() {
    if [ -z "${1:-}" ]; then
        echo "Usage: $script_name go-require <release_tag>"
        exit 1
    fi

    release_tag=$1

    # A module comes after those that it requires
    for dir in cloud-providers peerpod-ctrl cloud-api-adaptor csi-wrapper webhook; do
        for required in $(required_modules "$dir"); do
            go -C "$dir" mod edit -require="$required@$release_tag"
        done
        go -C "$dir" mod tidy
    done
}

# Print the modules of this project that a module of it requires
function required_modules() {
    awk '{ sub(/^require /, "") } $1 ~ /^github\.com\/confidential-containers\/cloud-api-adaptor\/src\// && $2 ~ /^v/ { print $1 }' "$1/go.mod"
}

usage() {
    cat <<-EOF
    Utility to help with release process.

    Use: $script_name [-h|--help] <command> <parameters>, where:
    -h | --help : show this usage
    command : Select the function to use. Can be:
        "go-tag": Generates the release tags for the go modules in the project.
            - Parameters: <release_tag> [<remote_name>] where:
                - release_tag is the version of the release
                - remote_name is the optional name of the remote, upstream branch
                (defaults to origin)
        "go-require": Makes the go modules in the project require each other at a
        version, and tidies them in the order of their dependencies
            - Parameters: <release_tag> where
                - release_tag is the version of the release
EOF
}

main() {
    command=${1:-}
    # The commands work from any directory
    cd "$(dirname "${BASH_SOURCE[0]}")/../src"
    case $command in
        ''|-h|--help)
            usage && exit 0;;
        go-tag)
            update_tags "${@:2}"
            ;;
        go-require)
            update_requires "${@:2}"
            ;;
        *)
            echo "::error:: Unknown command '$command'"
            usage && exit 1
    esac
}

main "$@"
