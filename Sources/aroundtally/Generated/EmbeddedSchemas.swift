// Made by Scripts/embed-schemas.sh from docs/schemas. Change the schemas there, then run the script.
// swift-format-ignore-file

/// The JSON Schemas of outputs and files, by name.
enum EmbeddedSchemas {
    static let all: [(name: String, text: String)] = [
        ("doctor", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.doctor/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.doctor/1"},
                "as_of": {"type": "null"},
                "timezone": {"type": "null"},
                "policy": {"type": "null"},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["check", "verdict", "value", "origin"],
                    "additionalProperties": false,
                    "properties": {
                      "check": {"type": "string"},
                      "verdict": {"enum": ["ok", "absent", "wrong"]},
                      "value": {"type": "string"},
                      "origin": {"type": ["string", "null"]}
                    }
                  }
                }
              }
            }

            """##),
        ("finding", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.finding/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.finding/1"},
                "as_of": {"type": "null"},
                "timezone": {"type": "null"},
                "policy": {"type": "null"},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "anyOf": [
                    {"$ref": "#/$defs/finding"},
                    {"type": "array", "items": {"$ref": "#/$defs/finding"}}
                  ]
                }
              },
              "$defs": {
                "finding": {
                  "type": "object",
                  "required": ["code", "severity", "title", "reason", "remedy"],
                  "additionalProperties": false,
                  "properties": {
                    "code": {"type": "string", "pattern": "^[a-z_]+$"},
                    "severity": {"enum": ["info", "warning", "error"]},
                    "title": {"type": "string"},
                    "reason": {"type": "string"},
                    "remedy": {"type": "string"}
                  }
                }
              }
            }

            """##),
    ]
}
