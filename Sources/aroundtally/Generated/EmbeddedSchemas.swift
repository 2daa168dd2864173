// Made by Scripts/embed-schemas.sh from docs/schemas. Change the schemas there, then run the script.
// swift-format-ignore-file

/// The JSON Schemas of outputs and files, by name.
enum EmbeddedSchemas {
    static let all: [(name: String, text: String)] = [
        ("at_risk", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/at_risk-1.json",
              "title": "aroundtally list at-risk, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.at_risk/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "description": "All columns, or those that --columns names.",
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "ticket_id": {"$ref": "#/$defs/id"},
                      "title": {"type": ["string", "null"]},
                      "customer_id": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/id"}
                        ]
                      },
                      "customer": {"type": ["string", "null"]},
                      "status": {"type": "string"},
                      "service_state": {"$ref": "#/$defs/service_state"},
                      "priority": {"$ref": "#/$defs/priority"},
                      "assigned_to": {"type": ["string", "null"]},
                      "agent": {"type": ["string", "null"]},
                      "clock": {"$ref": "#/$defs/clock"},
                      "cycle": {"type": "integer", "minimum": 1},
                      "policy": {"type": ["string", "null"]},
                      "started_at": {"$ref": "#/$defs/instant"},
                      "due_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
                      "target_s": {"type": ["number", "null"]},
                      "used_s": {"type": ["number", "null"]},
                      "remaining_s": {"type": ["number", "null"]}
                    },
                    "minProperties": 1
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "service_state": {"enum": ["open", "paused", "done"]},
                "priority": {"enum": ["urgent", "high", "medium", "low", null]}
              }
            }

            """##),
        ("breaches", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/breaches-1.json",
              "title": "aroundtally list breaches, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.breaches/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "description": "All columns, or those that --columns names.",
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "ticket_id": {"$ref": "#/$defs/id"},
                      "title": {"type": ["string", "null"]},
                      "customer_id": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/id"}
                        ]
                      },
                      "customer": {"type": ["string", "null"]},
                      "status": {"type": "string"},
                      "service_state": {"$ref": "#/$defs/service_state"},
                      "priority": {"$ref": "#/$defs/priority"},
                      "assigned_to": {"type": ["string", "null"]},
                      "agent": {"type": ["string", "null"]},
                      "clock": {"$ref": "#/$defs/clock"},
                      "cycle": {"type": "integer", "minimum": 1},
                      "policy": {"type": ["string", "null"]},
                      "breached_at": {"$ref": "#/$defs/instant"},
                      "stopped_at": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/instant"}
                        ]
                      },
                      "target_s": {"type": ["number", "null"], "minimum": 0},
                      "used_s": {"type": ["number", "null"], "minimum": 0}
                    },
                    "minProperties": 1
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "service_state": {"enum": ["open", "paused", "done"]},
                "priority": {"enum": ["urgent", "high", "medium", "low", null]}
              }
            }

            """##),
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
        ("escalations", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/escalations-1.json",
              "title": "aroundtally list escalations, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.escalations/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "description": "All columns, or those that --columns names.",
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "ticket_id": {"$ref": "#/$defs/id"},
                      "title": {"type": ["string", "null"]},
                      "customer_id": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/id"}
                        ]
                      },
                      "customer": {"type": ["string", "null"]},
                      "status": {"type": "string"},
                      "service_state": {"$ref": "#/$defs/service_state"},
                      "priority": {"$ref": "#/$defs/priority"},
                      "assigned_to": {"type": ["string", "null"]},
                      "agent": {"type": ["string", "null"]},
                      "clock": {"$ref": "#/$defs/clock"},
                      "cycle": {"type": "integer", "minimum": 1},
                      "policy": {"type": ["string", "null"]},
                      "level": {"description": "As the policy writes it: 75%, -30m, +2h.", "type": "string"},
                      "tell": {"description": "owner, or a role.", "type": "string"},
                      "tell_agent": {"description": "Who had the ticket then, where the owner is told.", "type": ["string", "null"]},
                      "at": {"$ref": "#/$defs/instant"},
                      "state": {"$ref": "#/$defs/clock_state"},
                      "due_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
                      "stopped_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]}
                    },
                    "minProperties": 1
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "clock_state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                "service_state": {"enum": ["open", "paused", "done"]},
                "priority": {"enum": ["urgent", "high", "medium", "low", null]}
              }
            }

            """##),
        ("explain_sla", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/explain_sla-1.json",
              "title": "aroundtally explain sla, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.explain_sla/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {"type": "object", "maxProperties": 0},
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "object",
                  "required": ["ticket", "history", "clocks"],
                  "additionalProperties": false,
                  "properties": {
                    "ticket": {
                      "type": "object",
                      "required": [
                        "ticket", "title", "customer",
                        "amc_at_creation", "tss_at_creation",
                        "created", "as_of", "status", "service_state",
                        "priority", "assigned_to", "policy"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "ticket": {"$ref": "#/$defs/id"},
                        "title": {"type": ["string", "null"]},
                        "customer": {"type": ["string", "null"]},
                        "amc_at_creation": {
                          "$ref": "#/$defs/contract"
                        },
                        "tss_at_creation": {
                          "$ref": "#/$defs/contract"
                        },
                        "created": {"$ref": "#/$defs/instant"},
                        "as_of": {"$ref": "#/$defs/instant"},
                        "status": {"type": "string"},
                        "service_state": {
                          "$ref": "#/$defs/service_state"
                        },
                        "priority": {
                          "enum": [
                            "urgent", "high",
                            "medium", "low",
                            "untriaged"
                          ]
                        },
                        "assigned_to": {"type": "string"},
                        "policy": {"type": "string"}
                      }
                    },
                    "history": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "type": "object",
                        "required": ["at", "what", "value"],
                        "additionalProperties": false,
                        "properties": {
                          "at": {
                            "$ref": "#/$defs/instant"
                          },
                          "what": {"type": "string"},
                          "value": {"type": "string"}
                        }
                      }
                    },
                    "clocks": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "clock", "cycle", "state", "verdict",
                          "target_s", "used_s", "due_at",
                          "stopped_at", "breached_at",
                          "due_if_resumed_now", "segments"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "clock": {
                            "$ref": "#/$defs/clock"
                          },
                          "cycle": {"type": "integer", "minimum": 1},
                          "due_if_resumed_now": {
                            "description": "Of a paused clock: when it would be due if it went on at as-of.",
                            "anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]
                          },
                          "state": {
                            "$ref": "#/$defs/clock_state"
                          },
                          "verdict": {"type": "string"},
                          "target_s": {
                            "type": [
                              "number",
                              "null"
                            ],
                            "minimum": 0
                          },
                          "used_s": {
                            "type": [
                              "number",
                              "null"
                            ],
                            "minimum": 0
                          },
                          "due_at": {
                            "anyOf": [
                              {
                                "type": "null"
                              },
                              {
                                "$ref": "#/$defs/instant"
                              }
                            ]
                          },
                          "stopped_at": {
                            "anyOf": [
                              {
                                "type": "null"
                              },
                              {
                                "$ref": "#/$defs/instant"
                              }
                            ]
                          },
                          "breached_at": {
                            "anyOf": [
                              {
                                "type": "null"
                              },
                              {
                                "$ref": "#/$defs/instant"
                              }
                            ]
                          },
                          "segments": {
                            "type": "array",
                            "items": {
                              "type": "object",
                              "required": [
                                "segment", "from", "to", "state", "calendar", "calendar_s", "business_s", "counted_s", "used_s",
                                "target_s", "remaining_s", "due_at", "why", "rule", "policy_line"
                              ],
                              "additionalProperties": false,
                              "properties": {
                                "from": {
                                  "$ref": "#/$defs/instant"
                                },
                                "to": {
                                  "$ref": "#/$defs/instant"
                                },
                                "state": {
                                  "enum": [
                                    "running",
                                    "paused",
                                    "done",
                                    "restarted"
                                  ]
                                },
                                "segment": {"type": "integer", "minimum": 1},
                                "calendar": {
                                  "type": ["string", "null"]
                                },
                                "calendar_s": {"description": "All time.", "type": "number", "minimum": 0},
                                "business_s": {"description": "The calendar's working time.", "type": "number", "minimum": 0},
                                "rule": {"description": "What of the policy decided.", "type": "string"},
                                "policy_line": {"type": ["integer", "null"], "minimum": 1},
                                "target_s": {
                                  "type": [
                                    "number",
                                    "null"
                                  ],
                                  "minimum": 0
                                },
                                "counted_s": {
                                  "description": "Negative where a restart takes away what was used; all of them sum up to used_s.",
                                  "type": "number"
                                },
                                "used_s": {
                                  "type": "number",
                                  "minimum": 0
                                },
                                "remaining_s": {
                                  "type": [
                                    "number",
                                    "null"
                                  ]
                                },
                                "due_at": {
                                  "anyOf": [
                                    {
                                      "type": "null"
                                    },
                                    {
                                      "$ref": "#/$defs/instant"
                                    }
                                  ]
                                },
                                "why": {
                                  "type": "string"
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "contract": {"enum": ["active", "expiring", "expired", "none"]},
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "clock_state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                "service_state": {"enum": ["open", "paused", "done"]}
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
        ("inspect", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/inspect-1.json",
              "title": "aroundtally inspect, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.inspect/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "null"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {"type": "object", "maxProperties": 0},
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "object",
                  "required": ["tables", "tickets", "service_reports", "customers"],
                  "additionalProperties": false,
                  "properties": {
                    "tables": {
                      "type": "object",
                      "additionalProperties": {"$ref": "#/$defs/table_rows"}
                    },
                    "tickets": {
                      "type": "object",
                      "required": [
                        "by_status", "by_priority", "created_min",
                        "created_max", "bill_amount_sum"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "by_status": {"$ref": "#/$defs/counts"},
                        "by_priority": {"$ref": "#/$defs/counts"},
                        "created_min": {
                          "anyOf": [
                            {
                              "type": "null"
                            },
                            {
                              "$ref": "#/$defs/instant"
                            }
                          ]
                        },
                        "created_max": {
                          "anyOf": [
                            {
                              "type": "null"
                            },
                            {
                              "$ref": "#/$defs/instant"
                            }
                          ]
                        },
                        "bill_amount_sum": {
                          "$ref": "#/$defs/amount"
                        }
                      }
                    },
                    "service_reports": {
                      "type": "object",
                      "required": ["time_spent_minutes_sum"],
                      "additionalProperties": false,
                      "properties": {
                        "time_spent_minutes_sum": {
                          "type": "integer"
                        }
                      }
                    },
                    "customers": {
                      "type": "object",
                      "required": ["amc", "tss"],
                      "additionalProperties": false,
                      "properties": {
                        "amc": {"$ref": "#/$defs/contracts"},
                        "tss": {"$ref": "#/$defs/contracts"}
                      }
                    }
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "amount": {"type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$"},
                "counts": {"type": "object", "additionalProperties": {"$ref": "#/$defs/count"}},
                "contracts": {
                  "type": "object",
                  "required": ["active", "expiring", "expired", "none"],
                  "additionalProperties": false,
                  "properties": {
                    "active": {"$ref": "#/$defs/count"},
                    "expiring": {"$ref": "#/$defs/count"},
                    "expired": {"$ref": "#/$defs/count"},
                    "none": {"$ref": "#/$defs/count"}
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
                        "required": ["id", "title", "basis", "columns", "row_count", "rows_in", "rows", "total"],
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
                          "row_count": {"$ref": "#/$defs/count"},
                          "rows_in": {
                            "type": ["string", "null"], "description": "the CSV file beside this one that holds the rows of a long table"
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
        ("metric", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/metric-1.json",
              "title": "aroundtally explain metric, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.metric/1"},
                "as_of": {"type": "null"},
                "timezone": {"type": "null"},
                "policy": {"type": "null"},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "anyOf": [
                    {"$ref": "#/$defs/metric"},
                    {"type": "array", "items": {"$ref": "#/$defs/metric"}}
                  ]
                }
              },
              "$defs": {
                "metric": {
                  "type": "object",
                  "required": [
                    "metric", "title", "question", "definition", "population", "date_basis",
                    "source", "unit"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "metric": {"type": "string"},
                    "title": {"type": "string"},
                    "question": {"type": "string"},
                    "definition": {"type": "string"},
                    "clock": {"type": "string"},
                    "population": {"type": "string"},
                    "denominator": {"type": "string"},
                    "date_basis": {"type": "string"},
                    "source": {"type": "string"},
                    "unit": {"type": "string"},
                    "differs_from_the_app": {"type": "string"}
                  }
                }
              }
            }

            """##),
        ("policy", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.example/schemas/policy.schema.json",
              "title": "AroundTally policy file",
              "description": "Service calendars and SLA policies. Words such as priorities, statuses and clocks are compared without case, blanks, _ and -; `aroundtally policy check` knows them.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "version": {"enum": [1, "1"]},
                "timezone": {"$ref": "#/$defs/timezone"},
                "calendars": {
                  "type": ["object", "null"],
                  "propertyNames": {"not": {"const": "24x7"}},
                  "additionalProperties": {
                    "anyOf": [
                      {"$ref": "#/$defs/calendar"},
                      {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/calendar"}}
                    ]
                  }
                },
                "policies": {"type": ["array", "null"], "items": {"$ref": "#/$defs/policy"}}
              },
              "$defs": {
                "timezone": {
                  "description": "An IANA name, such as Asia/Kolkata.",
                  "type": "string",
                  "pattern": "^(UTC|GMT|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)+)$"
                },
                "date": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
                "interval": {
                  "description": "HH:MM-HH:MM; an end that is not after its start runs past midnight.",
                  "type": "string",
                  "pattern": "^ *([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])? *- *(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?) *$"
                },
                "intervals": {"type": "array", "items": {"$ref": "#/$defs/interval"}},
                "dates": {
                  "type": ["object", "null"],
                  "propertyNames": {"$ref": "#/$defs/date"},
                  "additionalProperties": {"$ref": "#/$defs/intervals"}
                },
                "duration": {
                  "description": "90m, 4h, 1d12h, PT4H or a number of seconds; a day is 24 hours.",
                  "anyOf": [
                    {"type": "integer", "minimum": 0},
                    {
                      "type": "string",
                      "pattern": "^([0-9]+|(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?|P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$"
                    }
                  ]
                },
                "share": {"description": "A share of the target, such as 25% or 12.5%.", "type": "string", "pattern": "^[0-9]{1,5}(\\.[0-9]{1,4})?%$"},
                "point": {
                  "description": "75% of the target, -30m before or +2h after it is due.",
                  "anyOf": [
                    {"$ref": "#/$defs/share"},
                    {"type": "integer"},
                    {
                      "type": "string",
                      "pattern": "^[+-]([0-9]+|(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?|P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$"
                    }
                  ]
                },
                "valid": {
                  "description": "Local dates, both included.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {"from": {"$ref": "#/$defs/date"}, "until": {"$ref": "#/$defs/date"}}
                },
                "words": {"anyOf": [{"$ref": "#/$defs/word"}, {"type": "array", "items": {"$ref": "#/$defs/word"}}]},
                "level": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "at": {"$ref": "#/$defs/point"},
                    "tell": {"description": "owner, or a role such as support_head.", "$ref": "#/$defs/word"}
                  },
                  "required": ["at", "tell"]
                },
                "word": {"type": "string", "minLength": 1},
                "text": {"type": ["string", "number", "boolean"]},
                "state": {
                  "description": "active, expiring, expired, none, or in_force for the first two.",
                  "type": "string",
                  "minLength": 1
                },
                "calendar": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "valid": {"$ref": "#/$defs/valid"},
                    "timezone": {"$ref": "#/$defs/timezone"},
                    "week": {
                      "type": ["object", "null"],
                      "additionalProperties": false,
                      "properties": {
                        "mon": {"$ref": "#/$defs/intervals"},
                        "tue": {"$ref": "#/$defs/intervals"},
                        "wed": {"$ref": "#/$defs/intervals"},
                        "thu": {"$ref": "#/$defs/intervals"},
                        "fri": {"$ref": "#/$defs/intervals"},
                        "sat": {"$ref": "#/$defs/intervals"},
                        "sun": {"$ref": "#/$defs/intervals"}
                      }
                    },
                    "holidays": {
                      "type": ["array", "null"],
                      "items": {
                        "anyOf": [
                          {"$ref": "#/$defs/date"},
                          {
                            "type": "object",
                            "additionalProperties": false,
                            "properties": {"date": {"$ref": "#/$defs/date"}, "name": {"$ref": "#/$defs/text"}},
                            "required": ["date"]
                          },
                          {
                            "type": "object",
                            "additionalProperties": false,
                            "properties": {
                              "yearly": {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
                              "name": {"$ref": "#/$defs/text"}
                            },
                            "required": ["yearly"]
                          }
                        ]
                      }
                    },
                    "special_days": {"$ref": "#/$defs/dates"},
                    "breaks": {"$ref": "#/$defs/dates"}
                  },
                  "required": ["timezone"]
                },
                "policy": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "name": {"$ref": "#/$defs/text"},
                    "valid": {"$ref": "#/$defs/valid"},
                    "when": {
                      "type": "object",
                      "additionalProperties": false,
                      "properties": {
                        "channel": {"description": "app, tally or portal.", "$ref": "#/$defs/words"},
                        "priority": {"$ref": "#/$defs/words"},
                        "category": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]},
                        "amc": {"anyOf": [{"$ref": "#/$defs/state"}, {"type": "array", "items": {"$ref": "#/$defs/state"}}]},
                        "tss": {"anyOf": [{"$ref": "#/$defs/state"}, {"type": "array", "items": {"$ref": "#/$defs/state"}}]},
                        "customer": {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]}
                      }
                    },
                    "calendar": {"description": "A name from calendars, or 24x7.", "$ref": "#/$defs/text"},
                    "targets": {
                      "description": "claim, first_response, next_response, periodic_update and resolution.",
                      "type": "object",
                      "additionalProperties": {"$ref": "#/$defs/targets"}
                    },
                    "pause_on": {
                      "description": "Statuses that pause resolution, or those of resolution and periodic_update.",
                      "anyOf": [
                        {"$ref": "#/$defs/words"},
                        {"type": "object", "additionalProperties": {"$ref": "#/$defs/words"}}
                      ]
                    },
                    "on_reopen": {"enum": ["resume", "restart", "new_clock"]},
                    "on_priority_change": {"enum": ["retarget", "keep"]},
                    "due_source": {"enum": ["computed", "stored"]},
                    "warning_lead": {"anyOf": [{"$ref": "#/$defs/duration"}, {"$ref": "#/$defs/share"}]},
                    "levels": {
                      "type": "object",
                      "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/level"}}
                    }
                  },
                  "required": ["name"]
                },
                "targets": {
                  "description": "A duration for each of urgent, high, medium and low; one that is absent has no target.",
                  "type": "object",
                  "properties": {"calendar": {"$ref": "#/$defs/text"}, "by": {"enum": ["reply_or_status", "reply"]}},
                  "additionalProperties": {"$ref": "#/$defs/duration"}
                }
              }
            }

            """##),
        ("policy_check", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/policy_check-1.json",
              "title": "aroundtally policy check, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.policy_check/1"},
                "as_of": {"type": "null"},
                "timezone": {"type": "null"},
                "policy": {"type": "string"},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["code", "severity", "line", "column", "sentence", "hint"],
                    "additionalProperties": false,
                    "properties": {
                      "code": {"type": "string", "pattern": "^[a-z_]+$"},
                      "severity": {"enum": ["error", "warning"]},
                      "line": {"type": ["integer", "null"], "minimum": 1},
                      "column": {"type": ["integer", "null"], "minimum": 1},
                      "sentence": {"type": "string"},
                      "hint": {"type": ["string", "null"]}
                    }
                  }
                }
              }
            }

            """##),
        ("policy_compare", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/policy_compare-1.json",
              "title": "aroundtally policy compare, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.policy_compare/1"},
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
                    "name": {"const": "policy_compare"},
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
        ("policy_show", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/policy_show-1.json",
              "title": "aroundtally policy show, version 1",
              "type": "object",
              "required": [
                "schema",
                "as_of",
                "timezone",
                "policy",
                "source",
                "filters",
                "findings",
                "data"
              ],
              "additionalProperties": false,
              "properties": {
                "schema": {
                  "const": "aroundtally.policy_show/1"
                },
                "as_of": {
                  "type": "null"
                },
                "timezone": {
                  "type": "null"
                },
                "policy": {
                  "type": "string"
                },
                "source": {
                  "type": "array",
                  "maxItems": 0
                },
                "filters": {
                  "type": "object",
                  "maxProperties": 0
                },
                "findings": {
                  "type": "array",
                  "maxItems": 0
                },
                "data": {
                  "description": "The policy file that says the same; the schema `policy` describes it.",
                  "type": "object",
                  "required": [
                    "version",
                    "policies"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "version": {
                      "enum": [
                        1,
                        "1"
                      ]
                    },
                    "timezone": {
                      "$ref": "#/$defs/timezone"
                    },
                    "calendars": {
                      "type": [
                        "object",
                        "null"
                      ],
                      "propertyNames": {
                        "not": {
                          "const": "24x7"
                        }
                      },
                      "additionalProperties": {
                        "anyOf": [
                          {
                            "$ref": "#/$defs/calendar"
                          },
                          {
                            "type": "array",
                            "minItems": 1,
                            "items": {
                              "$ref": "#/$defs/calendar"
                            }
                          }
                        ]
                      }
                    },
                    "policies": {
                      "type": [
                        "array",
                        "null"
                      ],
                      "items": {
                        "$ref": "#/$defs/policy"
                      }
                    }
                  }
                }
              },
              "$defs": {
                "timezone": {
                  "description": "An IANA name, such as Asia/Kolkata.",
                  "type": "string",
                  "pattern": "^(UTC|GMT|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)+)$"
                },
                "date": {
                  "type": "string",
                  "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
                },
                "interval": {
                  "description": "HH:MM-HH:MM; an end that is not after its start runs past midnight.",
                  "type": "string",
                  "pattern": "^ *([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])? *- *(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?) *$"
                },
                "intervals": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/interval"
                  }
                },
                "dates": {
                  "type": [
                    "object",
                    "null"
                  ],
                  "propertyNames": {
                    "$ref": "#/$defs/date"
                  },
                  "additionalProperties": {
                    "$ref": "#/$defs/intervals"
                  }
                },
                "duration": {
                  "description": "90m, 4h, 1d12h, PT4H or a number of seconds; a day is 24 hours.",
                  "anyOf": [
                    {
                      "type": "integer",
                      "minimum": 0
                    },
                    {
                      "type": "string",
                      "pattern": "^([0-9]+|(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?|P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$"
                    }
                  ]
                },
                "share": {
                  "description": "A share of the target, such as 25% or 12.5%.",
                  "type": "string",
                  "pattern": "^[0-9]{1,5}(\\.[0-9]{1,4})?%$"
                },
                "point": {
                  "description": "75% of the target, -30m before or +2h after it is due.",
                  "anyOf": [
                    {
                      "$ref": "#/$defs/share"
                    },
                    {
                      "type": "integer"
                    },
                    {
                      "type": "string",
                      "pattern": "^[+-]([0-9]+|(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?|P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$"
                    }
                  ]
                },
                "valid": {
                  "description": "Local dates, both included.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {
                      "$ref": "#/$defs/date"
                    },
                    "until": {
                      "$ref": "#/$defs/date"
                    }
                  }
                },
                "words": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/word"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/word"
                      }
                    }
                  ]
                },
                "level": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "at": {
                      "$ref": "#/$defs/point"
                    },
                    "tell": {
                      "description": "owner, or a role such as support_head.",
                      "$ref": "#/$defs/word"
                    }
                  },
                  "required": [
                    "at",
                    "tell"
                  ]
                },
                "word": {
                  "type": "string",
                  "minLength": 1
                },
                "text": {
                  "type": [
                    "string",
                    "number",
                    "boolean"
                  ]
                },
                "state": {
                  "description": "active, expiring, expired, none, or in_force for the first two.",
                  "type": "string",
                  "minLength": 1
                },
                "calendar": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "valid": {
                      "$ref": "#/$defs/valid"
                    },
                    "timezone": {
                      "$ref": "#/$defs/timezone"
                    },
                    "week": {
                      "type": [
                        "object",
                        "null"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "mon": {
                          "$ref": "#/$defs/intervals"
                        },
                        "tue": {
                          "$ref": "#/$defs/intervals"
                        },
                        "wed": {
                          "$ref": "#/$defs/intervals"
                        },
                        "thu": {
                          "$ref": "#/$defs/intervals"
                        },
                        "fri": {
                          "$ref": "#/$defs/intervals"
                        },
                        "sat": {
                          "$ref": "#/$defs/intervals"
                        },
                        "sun": {
                          "$ref": "#/$defs/intervals"
                        }
                      }
                    },
                    "holidays": {
                      "type": [
                        "array",
                        "null"
                      ],
                      "items": {
                        "anyOf": [
                          {
                            "$ref": "#/$defs/date"
                          },
                          {
                            "type": "object",
                            "additionalProperties": false,
                            "properties": {
                              "date": {
                                "$ref": "#/$defs/date"
                              },
                              "name": {
                                "$ref": "#/$defs/text"
                              }
                            },
                            "required": [
                              "date"
                            ]
                          },
                          {
                            "type": "object",
                            "additionalProperties": false,
                            "properties": {
                              "yearly": {
                                "type": "string",
                                "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
                              },
                              "name": {
                                "$ref": "#/$defs/text"
                              }
                            },
                            "required": [
                              "yearly"
                            ]
                          }
                        ]
                      }
                    },
                    "special_days": {
                      "$ref": "#/$defs/dates"
                    },
                    "breaks": {
                      "$ref": "#/$defs/dates"
                    }
                  },
                  "required": [
                    "timezone"
                  ]
                },
                "policy": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "name": {
                      "$ref": "#/$defs/text"
                    },
                    "valid": {
                      "$ref": "#/$defs/valid"
                    },
                    "when": {
                      "type": "object",
                      "additionalProperties": false,
                      "properties": {
                        "channel": {
                          "description": "app, tally or portal.",
                          "$ref": "#/$defs/words"
                        },
                        "priority": {
                          "$ref": "#/$defs/words"
                        },
                        "category": {
                          "anyOf": [
                            {
                              "$ref": "#/$defs/text"
                            },
                            {
                              "type": "array",
                              "items": {
                                "$ref": "#/$defs/text"
                              }
                            }
                          ]
                        },
                        "amc": {
                          "anyOf": [
                            {
                              "$ref": "#/$defs/state"
                            },
                            {
                              "type": "array",
                              "items": {
                                "$ref": "#/$defs/state"
                              }
                            }
                          ]
                        },
                        "tss": {
                          "anyOf": [
                            {
                              "$ref": "#/$defs/state"
                            },
                            {
                              "type": "array",
                              "items": {
                                "$ref": "#/$defs/state"
                              }
                            }
                          ]
                        },
                        "customer": {
                          "anyOf": [
                            {
                              "$ref": "#/$defs/text"
                            },
                            {
                              "type": "array",
                              "items": {
                                "$ref": "#/$defs/text"
                              }
                            }
                          ]
                        }
                      }
                    },
                    "calendar": {
                      "description": "A name from calendars, or 24x7.",
                      "$ref": "#/$defs/text"
                    },
                    "targets": {
                      "description": "claim, first_response, next_response, periodic_update and resolution.",
                      "type": "object",
                      "additionalProperties": {
                        "$ref": "#/$defs/targets"
                      }
                    },
                    "pause_on": {
                      "description": "Statuses that pause resolution, or those of resolution and periodic_update.",
                      "anyOf": [
                        {
                          "$ref": "#/$defs/words"
                        },
                        {
                          "type": "object",
                          "additionalProperties": {
                            "$ref": "#/$defs/words"
                          }
                        }
                      ]
                    },
                    "on_reopen": {
                      "enum": [
                        "resume",
                        "restart",
                        "new_clock"
                      ]
                    },
                    "on_priority_change": {
                      "enum": [
                        "retarget",
                        "keep"
                      ]
                    },
                    "due_source": {
                      "enum": [
                        "computed",
                        "stored"
                      ]
                    },
                    "warning_lead": {
                      "anyOf": [
                        {
                          "$ref": "#/$defs/duration"
                        },
                        {
                          "$ref": "#/$defs/share"
                        }
                      ]
                    },
                    "levels": {
                      "type": "object",
                      "additionalProperties": {
                        "type": "array",
                        "items": {
                          "$ref": "#/$defs/level"
                        }
                      }
                    }
                  },
                  "required": [
                    "name"
                  ]
                },
                "targets": {
                  "description": "A duration for each of urgent, high, medium and low; one that is absent has no target.",
                  "type": "object",
                  "properties": {
                    "calendar": {
                      "$ref": "#/$defs/text"
                    },
                    "by": {
                      "enum": [
                        "reply_or_status",
                        "reply"
                      ]
                    }
                  },
                  "additionalProperties": {
                    "$ref": "#/$defs/duration"
                  }
                }
              }
            }

            """##),
        ("policy_suggest", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/policy_suggest-1.json",
              "title": "aroundtally policy suggest, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.policy_suggest/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["policy", "clock", "priority", "n", "open", "target_s", "attainment", "suggested_s", "suggested_attainment"],
                    "additionalProperties": false,
                    "properties": {
                      "policy": {"type": "string"},
                      "clock": {"$ref": "#/$defs/clock"},
                      "priority": {"enum": ["urgent", "high", "medium", "low"]},
                      "n": {"description": "Clocks that have stopped.", "$ref": "#/$defs/count"},
                      "open": {"$ref": "#/$defs/count"},
                      "target_s": {"type": "number", "minimum": 0},
                      "attainment": {"$ref": "#/$defs/share"},
                      "suggested_s": {"description": "Null below 30 stopped clocks.", "type": ["number", "null"], "minimum": 0},
                      "suggested_attainment": {"$ref": "#/$defs/share"}
                    }
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "share": {"type": ["number", "null"], "minimum": 0, "maximum": 1}
              }
            }

            """##),
        ("sla", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/sla-1.json",
              "title": "aroundtally sla, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.sla/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "ticket_id", "customer_id", "clock", "policy", "priority",
                      "status", "service_state", "created_at", "target_s", "used_s",
                      "due_at", "stopped_at", "state", "breached_at",
                      "amc_at_creation", "assigned_to", "resolution_source", "cycle",
                      "stopped_by"
                    ],
                    "additionalProperties": false,
                    "properties": {
                      "ticket_id": {"$ref": "#/$defs/id"},
                      "customer_id": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/id"}
                        ]
                      },
                      "clock": {"$ref": "#/$defs/clock"},
                      "policy": {"type": ["string", "null"]},
                      "priority": {"$ref": "#/$defs/priority"},
                      "status": {"type": "string"},
                      "service_state": {"$ref": "#/$defs/service_state"},
                      "created_at": {"$ref": "#/$defs/instant"},
                      "target_s": {"type": ["number", "null"], "minimum": 0},
                      "used_s": {"type": ["number", "null"], "minimum": 0},
                      "due_at": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/instant"}
                        ]
                      },
                      "stopped_at": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/instant"}
                        ]
                      },
                      "state": {"$ref": "#/$defs/clock_state"},
                      "breached_at": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/instant"}
                        ]
                      },
                      "amc_at_creation": {"$ref": "#/$defs/contract"},
                      "assigned_to": {"type": ["string", "null"]},
                      "resolution_source": {
                        "enum": [
                          "event", "completed_at",
                          "billed_at",
                          "service_report",
                          "updated_at", "unknown",
                          null
                        ]
                      },
                      "cycle": {"type": "integer", "minimum": 1},
                      "stopped_by": {
                        "enum": [
                          "reply", "status", "assignment",
                          null
                        ]
                      }
                    }
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "contract": {"enum": ["active", "expiring", "expired", "none"]},
                "clock": {"enum": ["claim", "first_response", "next_response", "periodic_update", "resolution"]},
                "clock_state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                "service_state": {"enum": ["open", "paused", "done"]},
                "priority": {"enum": ["urgent", "high", "medium", "low", null]}
              }
            }

            """##),
        ("tickets", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "https://aroundtally.in/schemas/tickets-1.json",
              "title": "aroundtally list tickets, version 1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.tickets/1"},
                "as_of": {"$ref": "#/$defs/instant"},
                "timezone": {"type": "string"},
                "policy": {"type": "string"},
                "source": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "tables"],
                    "additionalProperties": false,
                    "properties": {
                      "name": {"type": "string"},
                      "tables": {
                        "type": "object",
                        "additionalProperties": {
                          "$ref": "#/$defs/table_rows"
                        }
                      }
                    }
                  }
                },
                "filters": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "from": {"$ref": "#/$defs/instant"},
                    "to": {"$ref": "#/$defs/instant"},
                    "customer": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "agent": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "category": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "priority": {
                      "type": "array",
                      "minItems": 1,
                      "items": {"type": "string"}
                    },
                    "amc": {
                      "type": "array",
                      "minItems": 1,
                      "items": {
                        "enum": [
                          "in_force", "active", "expiring",
                          "expired", "none"
                        ]
                      }
                    }
                  }
                },
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
                        "required": [
                          "file", "line", "column",
                          "table", "id", "text"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "file": {
                            "$ref": "#/$defs/text"
                          },
                          "line": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "column": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "table": {
                            "$ref": "#/$defs/text"
                          },
                          "id": {
                            "$ref": "#/$defs/text"
                          },
                          "text": {"type": "string"}
                        }
                      }
                    }
                  }
                },
                "data": {
                  "type": "array",
                  "items": {
                    "description": "All columns, or those that --columns names; claim, next_response and periodic_update where a policy promises them.",
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "ticket_id": {"$ref": "#/$defs/id"},
                      "title": {"type": ["string", "null"]},
                      "customer_id": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/id"}
                        ]
                      },
                      "customer": {"type": ["string", "null"]},
                      "status": {"type": "string"},
                      "service_state": {"$ref": "#/$defs/service_state"},
                      "priority": {"$ref": "#/$defs/priority"},
                      "assigned_to": {"type": ["string", "null"]},
                      "agent": {"type": ["string", "null"]},
                      "created_at": {"$ref": "#/$defs/instant"},
                      "category": {"type": ["string", "null"]},
                      "age_s": {"type": "number", "minimum": 0},
                      "first_response": {
                        "anyOf": [
                          {"type": "null"},
                          {
                            "$ref": "#/$defs/clock_state"
                          }
                        ]
                      },
                      "first_response_due_at": {
                        "anyOf": [
                          {"type": "null"},
                          {
                            "$ref": "#/$defs/instant"
                          }
                        ]
                      },
                      "resolution": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/clock_state"}
                        ]
                      },
                      "resolution_due_at": {
                        "anyOf": [
                          {"type": "null"},
                          {"$ref": "#/$defs/instant"}
                        ]
                      },
                      "claim": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/clock_state"}]},
                      "claim_due_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
                      "next_response": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/clock_state"}]},
                      "next_response_due_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
                      "periodic_update": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/clock_state"}]},
                      "periodic_update_due_at": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/instant"}]},
                      "policy": {"type": ["string", "null"]}
                    },
                    "minProperties": 1
                  }
                }
              },
              "$defs": {
                "text": {"type": ["string", "null"]},
                "count": {"type": "integer", "minimum": 0},
                "instant": {"type": "string", "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{6})?Z$"},
                "table_rows": {
                  "type": "object",
                  "required": ["rows", "rejected"],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {"$ref": "#/$defs/count"},
                    "rejected": {"$ref": "#/$defs/count"}
                  }
                },
                "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                "clock_state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                "service_state": {"enum": ["open", "paused", "done"]},
                "priority": {"enum": ["urgent", "high", "medium", "low", null]}
              }
            }

            """##),
    ]
}
