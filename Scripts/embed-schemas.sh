#!/bin/bash
# Writes the JSON Schemas of docs/schemas into Sources/aroundtally/Generated/EmbeddedSchemas.swift, so that the program
# needs no files beside it. A test compares the two.
set -euo pipefail
cd "$(dirname "$0")/.."
target=Sources/aroundtally/Generated/EmbeddedSchemas.swift
{
    echo '// Made by Scripts/embed-schemas.sh from docs/schemas. Change the schemas there, then run the script.'
    echo '// swift-format-ignore-file'
    echo
    echo '/// The JSON Schemas of outputs and files, by name.'
    echo 'enum EmbeddedSchemas {'
    echo '    static let all: [(name: String, text: String)] = ['
    for file in $(LC_ALL=C ls docs/schemas/*.json); do
        echo "        (\"$(basename "$file" .json)\", ##\"\"\""
        sed 's/^/            /; s/ *$//' "$file"
        echo
        echo '            """##),'
    done
    echo '    ]'
    echo '}'
} >"$target.new"
mv "$target.new" "$target"
