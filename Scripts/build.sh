#!/bin/bash
# Builds the program as it is shipped: release, with Swift's libraries inside.
. "$(dirname "$0")/common.sh"
Scripts/install-packages.sh build
step build swift build -c release --static-swift-stdlib --product aroundtally
