#!/bin/bash
# Formats the Swift sources; with --lint it only tells what is not formatted or breaks a rule, and fails then.
. "$(dirname "$0")/common.sh"
if [ "${1:-}" = --lint ]; then
    swift format lint --strict --recursive --parallel --configuration .swift-format Sources Tests Package.swift
else
    swift format --in-place --recursive --parallel --configuration .swift-format Sources Tests Package.swift
fi
