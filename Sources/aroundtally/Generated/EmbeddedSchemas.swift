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
        ("kpi", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/kpi-1.json",
              "title": "aroundtally report kpi, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.kpi/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "type": "object",
                          "required": ["rows", "rejected"],
                          "properties": {"rows": {"$ref": "#/$defs/count"}, "rejected": {"$ref": "#/$defs/count"}}
                        }
                      }
                    }
                  }
                },
                "filters": {"type": "object", "additionalProperties": {"type": "string"}},
                "findings": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["code", "severity", "count", "example"],
                    "additionalProperties": false,
                    "properties": {
                      "code": {"type": "string", "pattern": "^[a-z_]+$"},
                      "severity": {"enum": ["info", "warning", "error"]},
                      "count": {"$ref": "#/$defs/count"},
                      "example": {
                        "type": ["object", "null"],
                        "required": ["file", "line", "column", "text"],
                        "additionalProperties": false,
                        "properties": {
                          "file": {"$ref": "#/$defs/text"},
                          "line": {"type": ["integer", "null"]},
                          "column": {"type": ["integer", "null"]},
                          "table": {"$ref": "#/$defs/text"},
                          "id": {"$ref": "#/$defs/text"},
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "object",
                  "required": [
                    "name", "title", "period", "calendars", "timestamp_skew", "engine", "time_zone_data", "sections", "figures",
                    "tables", "charts", "definitions", "checks"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "name": {"const": "kpi"},
                    "title": {"type": "string"},
                    "period": {
                      "type": "object",
                      "required": ["title", "from", "to", "previous"],
                      "additionalProperties": false,
                      "properties": {
                        "title": {"type": "string"},
                        "from": {"$ref": "#/$defs/instant"},
                        "to": {"$ref": "#/$defs/instant"},
                        "previous": {"$ref": "#/$defs/text"}
                      }
                    },
                    "calendars": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["name", "hours"],
                        "additionalProperties": false,
                        "properties": {"name": {"type": "string"}, "hours": {"type": "string"}}
                      }
                    },
                    "timestamp_skew": {
                      "type": "object",
                      "required": ["mode", "moved_updated_at", "moved_created_at"],
                      "additionalProperties": false,
                      "properties": {
                        "mode": {"enum": ["auto", "utc", "ist-as-utc"]},
                        "moved_updated_at": {"$ref": "#/$defs/count"},
                        "moved_created_at": {"$ref": "#/$defs/count"}
                      }
                    },
                    "engine": {"type": "string"},
                    "time_zone_data": {"type": "string"},
                    "sections": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "title", "lead", "notes", "figures", "tables", "charts"],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"$ref": "#/$defs/id"},
                          "title": {"type": "string"},
                          "lead": {"$ref": "#/$defs/text"},
                          "notes": {"type": "array", "items": {"type": "string"}},
                          "figures": {"type": "array", "items": {"type": "string"}},
                          "tables": {"type": "array", "items": {"$ref": "#/$defs/id"}},
                          "charts": {"type": "array", "items": {"$ref": "#/$defs/id"}}
                        }
                      }
                    },
                    "figures": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "key", "metric", "slice", "statistic", "time", "value", "unit", "n", "numerator", "denominator",
                          "absent", "parts", "previous"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "key": {"type": "string"},
                          "metric": {"$ref": "#/$defs/id"},
                          "slice": {"$ref": "#/$defs/text"},
                          "statistic": {"enum": ["median", "p90", "mean", "maximum", null]},
                          "time": {"$ref": "#/$defs/time"},
                          "value": {"$ref": "#/$defs/value"},
                          "unit": {"$ref": "#/$defs/unit"},
                          "n": {"type": ["integer", "null"]},
                          "numerator": {"type": ["integer", "null"]},
                          "denominator": {"type": ["integer", "null"]},
                          "absent": {"enum": ["not_applicable", "none_eligible", "too_few", "not_recorded", null]},
                          "parts": {"type": "object", "additionalProperties": {"$ref": "#/$defs/value"}},
                          "previous": {
                            "type": ["object", "null"],
                            "required": ["period", "value", "numerator", "denominator", "direction", "words"],
                            "additionalProperties": false,
                            "properties": {
                              "period": {"type": "string"},
                              "value": {"$ref": "#/$defs/value"},
                              "numerator": {"type": ["integer", "null"]},
                              "denominator": {"type": ["integer", "null"]},
                              "direction": {"enum": ["up", "down", "unchanged", "unknown"]},
                              "words": {"type": "string"}
                            }
                          }
                        }
                      }
                    },
                    "tables": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "title", "basis", "columns", "rows", "total"],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"$ref": "#/$defs/id"},
                          "title": {"type": "string"},
                          "basis": {"type": "string"},
                          "columns": {
                            "type": "array",
                            "minItems": 1,
                            "items": {
                              "type": "object",
                              "required": ["key", "title", "kind", "unit", "time", "metric", "derivation"],
                              "additionalProperties": false,
                              "properties": {
                                "key": {"$ref": "#/$defs/id"},
                                "title": {"type": "string"},
                                "kind": {
                                  "enum": [
                                    "text", "ticket", "state", "count", "ratio", "share", "duration", "money", "instant", "date"
                                  ]
                                },
                                "unit": {"$ref": "#/$defs/unit"},
                                "time": {"$ref": "#/$defs/time"},
                                "metric": {"$ref": "#/$defs/text"},
                                "derivation": {"type": ["object", "null"]}
                              }
                            }
                          },
                          "rows": {"type": "array", "items": {"$ref": "#/$defs/row"}},
                          "total": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/row"}]}
                        }
                      }
                    },
                    "charts": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "title", "kind", "finding", "category", "categories", "series", "coverage"],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"$ref": "#/$defs/id"},
                          "title": {"type": "string"},
                          "kind": {
                            "enum": ["bar", "stacked_bar", "line", "area", "histogram", "heat_grid", "sparkline"]
                          },
                          "finding": {"type": "string"},
                          "category": {"type": "string"},
                          "categories": {"type": "array", "items": {"$ref": "#/$defs/value"}},
                          "series": {
                            "type": "array",
                            "minItems": 1,
                            "items": {
                              "type": "object",
                              "required": ["key", "title", "unit", "time", "values"],
                              "additionalProperties": false,
                              "properties": {
                                "key": {"type": "string"},
                                "title": {"type": "string"},
                                "unit": {"$ref": "#/$defs/unit"},
                                "time": {"$ref": "#/$defs/time"},
                                "values": {"type": "array", "items": {"type": ["number", "string", "null"]}}
                              }
                            }
                          },
                          "coverage": {
                            "type": ["object", "null"],
                            "required": ["shown", "of", "noun"],
                            "properties": {
                              "shown": {"$ref": "#/$defs/count"}, "of": {"$ref": "#/$defs/count"}, "noun": {"type": "string"}
                            }
                          }
                        }
                      }
                    },
                    "definitions": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "metric", "title", "question", "definition", "clock", "population", "denominator", "date_basis",
                          "source", "unit", "differs"
                        ],
                        "additionalProperties": {"$ref": "#/$defs/text"}
                      }
                    },
                    "checks": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "title", "left", "right", "difference", "ties"],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"type": "string"},
                          "title": {"type": "string"},
                          "left": {"$ref": "#/$defs/value"},
                          "right": {"$ref": "#/$defs/value"},
                          "difference": {"$ref": "#/$defs/value"},
                          "ties": {"type": "boolean"}
                        }
                      }
                    }
                  }
                }
              },
              "$defs": {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "time": {"enum": ["business", "calendar", null]},
                "unit": {
                  "enum": [
                    "tickets", "clocks", "events", "customers", "agents", "contracts", "bills", "replies", "rows", "days",
                    "minutes", "share", "ratio", "s", "INR", null
                  ]
                },
                "value": {
                  "description": "A count, seconds, a share from 0 to 1, an amount such as \"12345.00\", an instant in UTC, a date, a word; null when absent.",
                  "type": ["number", "string", "null"]
                },
                "row": {"type": "object", "additionalProperties": {"$ref": "#/$defs/value"}},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"}
              }
            }

            """##),
    ]
}
