// Made by Scripts/embed-schemas.sh from docs/schemas. Change the schemas there, then run the script.
// swift-format-ignore-file

/// The JSON Schemas of outputs and files, by name.
enum EmbeddedSchemas {
    static let all: [(name: String, text: String)] = [
        ("agent", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.agent/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.agent/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["agent"],
                  "additionalProperties": false,
                  "properties": {
                    "agent": {
                      "type": "object",
                      "required": ["id", "username", "full_name", "role", "is_active", "created_at"],
                      "additionalProperties": false,
                      "properties": {
                        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "username": {"type": "string"},
                        "full_name": {"type": ["string", "null"]},
                        "role": {"type": "string"},
                        "is_active": {"type": "boolean"},
                        "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("agent_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.agent_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.agent_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["agents"],
                  "additionalProperties": false,
                  "properties": {
                    "agents": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "username", "full_name", "role", "is_active", "created_at"],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                          "username": {"type": "string"},
                          "full_name": {"type": ["string", "null"]},
                          "role": {"type": "string"},
                          "is_active": {"type": "boolean"},
                          "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                        }
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("api_key", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.api_key/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.api_key/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "anyOf": [
                    {
                      "type": "object",
                      "required": ["api_key"],
                      "additionalProperties": false,
                      "properties": {
                        "api_key": {
                          "type": "object",
                          "required": ["customer_id", "key", "prefix"],
                          "additionalProperties": false,
                          "properties": {
                            "customer_id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                            "key": {"type": "string"},
                            "prefix": {"type": "string"}
                          }
                        }
                      }
                    },
                    {
                      "type": "object",
                      "required": ["revoked"],
                      "additionalProperties": false,
                      "properties": {"revoked": {"type": "integer"}}
                    }
                  ]
                }
              }
            }

            """##),
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
        ("audit", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.audit/1",
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
                  "const": "aroundtally.audit/1"
                },
                "as_of": {
                  "type": "null"
                },
                "timezone": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "policy": {
                  "type": [
                    "string",
                    "null"
                  ]
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
                  "type": "object",
                  "required": [
                    "events"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "events": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "seq",
                          "id",
                          "ticket_id",
                          "action",
                          "payload",
                          "performed_by",
                          "created_at",
                          "hash"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "seq": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "id": {
                            "type": "string"
                          },
                          "ticket_id": {
                            "type": [
                              "string",
                              "null"
                            ]
                          },
                          "action": {
                            "type": "string"
                          },
                          "payload": {},
                          "performed_by": {
                            "type": [
                              "string",
                              "null"
                            ]
                          },
                          "created_at": {
                            "type": [
                              "string",
                              "null"
                            ]
                          },
                          "hash": {
                            "type": "string",
                            "pattern": "^[0-9a-f]{64}$"
                          }
                        }
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("audit_verify", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.audit_verify/1",
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
                  "const": "aroundtally.audit_verify/1"
                },
                "as_of": {
                  "type": "null"
                },
                "timezone": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "policy": {
                  "type": [
                    "string",
                    "null"
                  ]
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
                  "type": "object",
                  "required": [
                    "rows",
                    "head",
                    "anchor",
                    "faults"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "rows": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "head": {
                      "type": "string",
                      "pattern": "^[0-9a-f]{64}$"
                    },
                    "anchor": {
                      "type": "string"
                    },
                    "faults": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "seq",
                          "sentence"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "seq": {
                            "type": [
                              "integer",
                              "null"
                            ]
                          },
                          "sentence": {
                            "type": "string"
                          }
                        }
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("backup", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.backup/1",
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
                  "const": "aroundtally.backup/1"
                },
                "as_of": {
                  "type": "null"
                },
                "timezone": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "policy": {
                  "type": [
                    "string",
                    "null"
                  ]
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
                  "type": "object",
                  "required": [
                    "file",
                    "bytes",
                    "sha256",
                    "audit_rows",
                    "audit_head"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "file": {
                      "type": "string"
                    },
                    "bytes": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "sha256": {
                      "type": "string",
                      "pattern": "^[0-9a-f]{64}$"
                    },
                    "audit_rows": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "audit_head": {
                      "type": "string",
                      "pattern": "^[0-9a-f]{64}$"
                    }
                  }
                }
              }
            }

            """##),
        ("bill_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.bill_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.bill_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["tickets"],
                  "additionalProperties": false,
                  "properties": {"tickets": {"type": "array", "items": {"$ref": "#/$defs/ticket"}}}
                }
              },
              "$defs": {
                "clock": {
                  "type": "object",
                  "required": ["clock", "state", "due_at", "target_s", "used_s"],
                  "additionalProperties": false,
                  "properties": {
                    "clock": {"type": "string"},
                    "state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                    "due_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "target_s": {"type": ["number", "null"]},
                    "used_s": {"type": ["number", "null"]}
                  }
                },
                "ticket": {
                  "type": "object",
                  "required": [
                    "id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "category",
                    "priority", "status", "assigned_to", "sla_due", "created_at", "updated_at", "billed_at",
                    "bill_amount", "first_assigned_to", "assignment_history", "task_status", "completed_at",
                    "screenshot_url", "breached_at", "number", "version", "service_state", "billing_state", "sla"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "client_ticket_uuid": {"type": ["string", "null"]},
                    "created_by": {"type": ["string", "null"]},
                    "title": {"type": ["string", "null"]},
                    "description": {"type": ["string", "null"]},
                    "category": {"type": ["string", "null"]},
                    "priority": {"type": ["string", "null"]},
                    "status": {"type": ["string", "null"]},
                    "assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "sla_due": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "updated_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "billed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "bill_amount": {"type": ["string", "null"]},
                    "first_assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "assignment_history": {"type": ["array", "object", "string", "number", "boolean", "null"]},
                    "task_status": {"type": ["string", "null"]},
                    "completed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "screenshot_url": {"type": ["string", "null"]},
                    "breached_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "number": {"type": ["integer", "null"]},
                    "version": {"type": "integer"},
                    "service_state": {"enum": ["open", "paused", "done"]},
                    "billing_state": {"enum": ["none", "raised", "processed"]},
                    "sla": {"type": "array", "items": {"$ref": "#/$defs/clock"}}
                  }
                }
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
        ("caller", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.caller/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.caller/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["caller"],
                  "additionalProperties": false,
                  "properties": {
                    "caller": {
                      "type": "object",
                      "required": ["name", "role", "id", "customer_id"],
                      "additionalProperties": false,
                      "properties": {
                        "name": {"type": "string"},
                        "role": {"type": "string"},
                        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("customer", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.customer/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.customer/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["customer"],
                  "additionalProperties": false,
                  "properties": {
                    "customer": {
                      "type": "object",
                      "required": [
                        "id", "company_name", "tally_license", "tally_serial_no", "amc_expiry_date", "tss_expiry_date",
                        "contact_person", "contact_phone", "contact_email", "accountant_name", "accountant_phone",
                        "accountant_email", "pinned_note", "created_at"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "company_name": {"type": ["string", "null"]},
                        "tally_license": {"type": ["string", "null"]},
                        "tally_serial_no": {"type": ["string", "null"]},
                        "amc_expiry_date": {"type": ["string", "null"]},
                        "tss_expiry_date": {"type": ["string", "null"]},
                        "contact_person": {"type": ["string", "null"]},
                        "contact_phone": {"type": ["string", "null"]},
                        "contact_email": {"type": ["string", "null"]},
                        "accountant_name": {"type": ["string", "null"]},
                        "accountant_phone": {"type": ["string", "null"]},
                        "accountant_email": {"type": ["string", "null"]},
                        "pinned_note": {"type": ["string", "null"]},
                        "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("customer_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.customer_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.customer_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["customers"],
                  "additionalProperties": false,
                  "properties": {
                    "customers": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "id", "company_name", "tally_license", "tally_serial_no", "amc_expiry_date", "tss_expiry_date",
                          "contact_person", "contact_phone", "contact_email", "accountant_name", "accountant_phone",
                          "accountant_email", "pinned_note", "created_at"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                          "company_name": {"type": ["string", "null"]},
                          "tally_license": {"type": ["string", "null"]},
                          "tally_serial_no": {"type": ["string", "null"]},
                          "amc_expiry_date": {"type": ["string", "null"]},
                          "tss_expiry_date": {"type": ["string", "null"]},
                          "contact_person": {"type": ["string", "null"]},
                          "contact_phone": {"type": ["string", "null"]},
                          "contact_email": {"type": ["string", "null"]},
                          "accountant_name": {"type": ["string", "null"]},
                          "accountant_phone": {"type": ["string", "null"]},
                          "accountant_email": {"type": ["string", "null"]},
                          "pinned_note": {"type": ["string", "null"]},
                          "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                        }
                      }
                    }
                  }
                }
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
        ("import", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.import/1",
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
                  "const": "aroundtally.import/1"
                },
                "as_of": {
                  "type": "null"
                },
                "timezone": {
                  "type": [
                    "string",
                    "null"
                  ]
                },
                "policy": {
                  "type": [
                    "string",
                    "null"
                  ]
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
                  "items": {
                    "type": "object",
                    "required": [
                      "code",
                      "severity",
                      "count",
                      "example"
                    ],
                    "properties": {
                      "code": {
                        "type": "string"
                      },
                      "severity": {
                        "enum": [
                          "info",
                          "warning",
                          "error"
                        ]
                      },
                      "count": {
                        "type": "integer",
                        "minimum": 1
                      }
                    }
                  }
                },
                "data": {
                  "type": "object",
                  "required": [
                    "tables",
                    "rejected",
                    "passwords_hashed",
                    "passwords_dropped",
                    "api_keys_hashed"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "tables": {
                      "type": "object",
                      "additionalProperties": {
                        "type": "object",
                        "required": [
                          "inserted",
                          "updated",
                          "unchanged",
                          "kept_newer"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "inserted": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "updated": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "unchanged": {
                            "type": "integer",
                            "minimum": 0
                          },
                          "kept_newer": {
                            "type": "integer",
                            "minimum": 0
                          }
                        }
                      }
                    },
                    "rejected": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "passwords_hashed": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "passwords_dropped": {
                      "type": "integer",
                      "minimum": 0
                    },
                    "api_keys_hashed": {
                      "type": "integer",
                      "minimum": 0
                    }
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
        ("intake", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.intake/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.intake/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["intake"],
                  "additionalProperties": false,
                  "properties": {
                    "intake": {
                      "type": "object",
                      "required": [
                        "id", "received_at", "source", "caller", "customer_id", "client_key", "payload", "outcome",
                        "exit", "sentence", "ticket_id"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "received_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                        "source": {"type": ["string", "null"]},
                        "caller": {"type": ["string", "null"]},
                        "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "client_key": {"type": ["string", "null"]},
                        "payload": {},
                        "outcome": {"enum": ["created", "replayed", "refused"]},
                        "exit": {"type": "integer"},
                        "sentence": {"type": ["string", "null"]},
                        "ticket_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
                      }
                    }
                  }
                }
              }
            }

            """##),
        ("intake_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.intake_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.intake_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["intakes"],
                  "additionalProperties": false,
                  "properties": {
                    "intakes": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": [
                          "id", "received_at", "source", "caller", "customer_id", "client_key", "payload", "outcome",
                          "exit", "sentence", "ticket_id"
                        ],
                        "additionalProperties": false,
                        "properties": {
                          "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                          "received_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                          "source": {"type": ["string", "null"]},
                          "caller": {"type": ["string", "null"]},
                          "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                          "client_key": {"type": ["string", "null"]},
                          "payload": {},
                          "outcome": {"enum": ["created", "replayed", "refused"]},
                          "exit": {"type": "integer"},
                          "sentence": {"type": ["string", "null"]},
                          "ticket_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
                        }
                      }
                    }
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
        ("plugin", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.plugin/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.plugin/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["plugin"],
                  "additionalProperties": false,
                  "properties": {
                    "plugin": {
                      "type": "object",
                      "required": [
                        "customer_id", "company_name", "tally_serial_no", "api_key_prefixes", "priorities", "fields",
                        "escaping"
                      ],
                      "additionalProperties": false,
                      "properties": {
                        "customer_id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "company_name": {"type": "string"},
                        "tally_serial_no": {"type": ["string", "null"]},
                        "api_key_prefixes": {"type": "array", "items": {"type": "string"}},
                        "priorities": {"type": "array", "items": {"type": "string"}},
                        "fields": {"type": "array", "items": {"type": "string"}},
                        "escaping": {"type": "string"}
                      }
                    }
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
        ("refusal", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.refusal/1",
              "type": "object",
              "required": ["schema", "error"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.refusal/1"},
                "error": {
                  "type": "object",
                  "required": ["code", "message", "hint", "exit"],
                  "additionalProperties": false,
                  "properties": {
                    "code": {"type": "string", "pattern": "^[a-z_]+$"},
                    "message": {"type": "string"},
                    "hint": {"type": ["string", "null"]},
                    "exit": {"enum": [4, 64, 66, 77]}
                  }
                },
                "data": {
                  "type": "object",
                  "required": ["ticket"],
                  "additionalProperties": false,
                  "properties": {"ticket": {"$ref": "#/$defs/ticket"}}
                }
              },
              "$defs": {
                "clock": {
                  "type": "object",
                  "required": ["clock", "state", "due_at", "target_s", "used_s"],
                  "additionalProperties": false,
                  "properties": {
                    "clock": {"type": "string"},
                    "state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                    "due_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "target_s": {"type": ["number", "null"]},
                    "used_s": {"type": ["number", "null"]}
                  }
                },
                "ticket": {
                  "type": "object",
                  "required": [
                    "id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "category",
                    "priority", "status", "assigned_to", "sla_due", "created_at", "updated_at", "billed_at",
                    "bill_amount", "first_assigned_to", "assignment_history", "task_status", "completed_at",
                    "screenshot_url", "breached_at", "number", "version", "service_state", "billing_state", "sla"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "client_ticket_uuid": {"type": ["string", "null"]},
                    "created_by": {"type": ["string", "null"]},
                    "title": {"type": ["string", "null"]},
                    "description": {"type": ["string", "null"]},
                    "category": {"type": ["string", "null"]},
                    "priority": {"type": ["string", "null"]},
                    "status": {"type": ["string", "null"]},
                    "assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "sla_due": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "updated_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "billed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "bill_amount": {"type": ["string", "null"]},
                    "first_assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "assignment_history": {"type": ["array", "object", "string", "number", "boolean", "null"]},
                    "task_status": {"type": ["string", "null"]},
                    "completed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "screenshot_url": {"type": ["string", "null"]},
                    "breached_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "number": {"type": ["integer", "null"]},
                    "version": {"type": "integer"},
                    "service_state": {"enum": ["open", "paused", "done"]},
                    "billing_state": {"enum": ["none", "raised", "processed"]},
                    "sla": {"type": "array", "items": {"$ref": "#/$defs/clock"}}
                  }
                }
              }
            }

            """##),
        ("setting", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.setting/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.setting/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["setting"],
                  "additionalProperties": false,
                  "properties": {
                    "setting": {
                      "type": "object",
                      "required": ["key", "value"],
                      "additionalProperties": false,
                      "properties": {"key": {"type": "string"}, "value": {}}
                    }
                  }
                }
              }
            }

            """##),
        ("setting_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.setting_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.setting_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["settings"],
                  "additionalProperties": false,
                  "properties": {
                    "settings": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["key", "value"],
                        "additionalProperties": false,
                        "properties": {"key": {"type": "string"}, "value": {}}
                      }
                    }
                  }
                }
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
        ("ticket", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.ticket/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.ticket/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "anyOf": [
                    {
                      "type": "object",
                      "required": ["ticket", "events", "replayed"],
                      "additionalProperties": false,
                      "properties": {
                        "ticket": {"$ref": "#/$defs/ticket"},
                        "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
                        "replayed": {"type": "boolean"},
                        "comments": {"type": "array", "items": {"$ref": "#/$defs/comment"}},
                        "remarks": {"type": "array", "items": {"$ref": "#/$defs/remark"}},
                        "service_reports": {"type": "array", "items": {"$ref": "#/$defs/service_report"}}
                      }
                    },
                    {
                      "type": "object",
                      "required": ["tickets"],
                      "additionalProperties": false,
                      "properties": {
                        "tickets": {
                          "type": "array",
                          "items": {
                            "type": "object",
                            "required": ["ticket", "events"],
                            "additionalProperties": false,
                            "properties": {
                              "ticket": {"$ref": "#/$defs/ticket"},
                              "events": {"type": "array", "items": {"$ref": "#/$defs/event"}}
                            }
                          }
                        }
                      }
                    }
                  ]
                }
              },
              "$defs": {
                "clock": {
                  "type": "object",
                  "required": ["clock", "state", "due_at", "target_s", "used_s"],
                  "additionalProperties": false,
                  "properties": {
                    "clock": {"type": "string"},
                    "state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                    "due_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "target_s": {"type": ["number", "null"]},
                    "used_s": {"type": ["number", "null"]}
                  }
                },
                "ticket": {
                  "type": "object",
                  "required": [
                    "id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "category",
                    "priority", "status", "assigned_to", "sla_due", "created_at", "updated_at", "billed_at",
                    "bill_amount", "first_assigned_to", "assignment_history", "task_status", "completed_at",
                    "screenshot_url", "breached_at", "number", "version", "service_state", "billing_state", "sla"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "client_ticket_uuid": {"type": ["string", "null"]},
                    "created_by": {"type": ["string", "null"]},
                    "title": {"type": ["string", "null"]},
                    "description": {"type": ["string", "null"]},
                    "category": {"type": ["string", "null"]},
                    "priority": {"type": ["string", "null"]},
                    "status": {"type": ["string", "null"]},
                    "assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "sla_due": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "updated_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "billed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "bill_amount": {"type": ["string", "null"]},
                    "first_assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "assignment_history": {"type": ["array", "object", "string", "number", "boolean", "null"]},
                    "task_status": {"type": ["string", "null"]},
                    "completed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "screenshot_url": {"type": ["string", "null"]},
                    "breached_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "number": {"type": ["integer", "null"]},
                    "version": {"type": "integer"},
                    "service_state": {"enum": ["open", "paused", "done"]},
                    "billing_state": {"enum": ["none", "raised", "processed"]},
                    "sla": {"type": "array", "items": {"$ref": "#/$defs/clock"}}
                  }
                },
                "event": {
                  "type": "object",
                  "required": ["action", "payload", "performed_by", "created_at"],
                  "additionalProperties": false,
                  "properties": {
                    "action": {"type": "string"},
                    "payload": {},
                    "performed_by": {"type": ["string", "null"]},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                  }
                },
                "comment": {
                  "type": "object",
                  "required": ["id", "author", "body", "internal", "created_at"],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": ["string", "null"]},
                    "author": {"type": ["string", "null"]},
                    "body": {"type": ["string", "null"]},
                    "internal": {"type": ["boolean", "null"]},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                  }
                },
                "remark": {
                  "type": "object",
                  "required": ["id", "agent_id", "customer_id", "remark", "stage", "remark_type", "created_at"],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": ["string", "null"]},
                    "agent_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "remark": {"type": ["string", "null"]},
                    "stage": {"type": ["string", "null"]},
                    "remark_type": {"type": ["string", "null"]},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                  }
                },
                "service_report": {
                  "type": "object",
                  "required": [
                    "id", "agent_id", "solution_provided", "time_spent_minutes", "parts_used", "remarks",
                    "customer_signature_url", "agent_signature_url", "created_at"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": ["string", "null"]},
                    "agent_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "solution_provided": {"type": ["string", "null"]},
                    "time_spent_minutes": {"type": ["integer", "null"]},
                    "parts_used": {"type": ["string", "null"]},
                    "remarks": {"type": ["string", "null"]},
                    "customer_signature_url": {"type": ["string", "null"]},
                    "agent_signature_url": {"type": ["string", "null"]},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"}
                  }
                }
              }
            }

            """##),
        ("ticket_list", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.ticket_list/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.ticket_list/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["tickets"],
                  "additionalProperties": false,
                  "properties": {"tickets": {"type": "array", "items": {"$ref": "#/$defs/ticket"}}}
                }
              },
              "$defs": {
                "clock": {
                  "type": "object",
                  "required": ["clock", "state", "due_at", "target_s", "used_s"],
                  "additionalProperties": false,
                  "properties": {
                    "clock": {"type": "string"},
                    "state": {"enum": ["met", "breached", "at_risk", "running", "paused", "not_applicable"]},
                    "due_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "target_s": {"type": ["number", "null"]},
                    "used_s": {"type": ["number", "null"]}
                  }
                },
                "ticket": {
                  "type": "object",
                  "required": [
                    "id", "customer_id", "client_ticket_uuid", "created_by", "title", "description", "category",
                    "priority", "status", "assigned_to", "sla_due", "created_at", "updated_at", "billed_at",
                    "bill_amount", "first_assigned_to", "assignment_history", "task_status", "completed_at",
                    "screenshot_url", "breached_at", "number", "version", "service_state", "billing_state", "sla"
                  ],
                  "additionalProperties": false,
                  "properties": {
                    "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "customer_id": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "client_ticket_uuid": {"type": ["string", "null"]},
                    "created_by": {"type": ["string", "null"]},
                    "title": {"type": ["string", "null"]},
                    "description": {"type": ["string", "null"]},
                    "category": {"type": ["string", "null"]},
                    "priority": {"type": ["string", "null"]},
                    "status": {"type": ["string", "null"]},
                    "assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "sla_due": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "created_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "updated_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "billed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "bill_amount": {"type": ["string", "null"]},
                    "first_assigned_to": {"type": ["string", "null"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                    "assignment_history": {"type": ["array", "object", "string", "number", "boolean", "null"]},
                    "task_status": {"type": ["string", "null"]},
                    "completed_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "screenshot_url": {"type": ["string", "null"]},
                    "breached_at": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                    "number": {"type": ["integer", "null"]},
                    "version": {"type": "integer"},
                    "service_state": {"enum": ["open", "paused", "done"]},
                    "billing_state": {"enum": ["none", "raised", "processed"]},
                    "sla": {"type": "array", "items": {"$ref": "#/$defs/clock"}}
                  }
                }
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
        ("user", ##"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "aroundtally.user/1",
              "type": "object",
              "required": ["schema", "as_of", "timezone", "policy", "source", "filters", "findings", "data"],
              "additionalProperties": false,
              "properties": {
                "schema": {"const": "aroundtally.user/1"},
                "dry_run": {"const": true},
                "as_of": {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$"},
                "timezone": {"type": ["string", "null"]},
                "policy": {"type": ["string", "null"]},
                "source": {"type": "array", "maxItems": 0},
                "filters": {"type": "object", "maxProperties": 0},
                "findings": {"type": "array", "maxItems": 0},
                "data": {
                  "type": "object",
                  "required": ["user"],
                  "additionalProperties": false,
                  "properties": {
                    "user": {
                      "type": "object",
                      "required": ["id", "customer_id", "email", "role", "is_active"],
                      "additionalProperties": false,
                      "properties": {
                        "id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "customer_id": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
                        "email": {"type": "string"},
                        "role": {"enum": ["Customer Admin", "Customer Member"]},
                        "is_active": {"type": "boolean"}
                      }
                    }
                  }
                }
              }
            }

            """##),
    ]
}
