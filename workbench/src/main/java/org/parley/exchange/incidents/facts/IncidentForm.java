package org.parley.exchange.incidents.facts;

/// The detected format of a file of incidents.
public enum IncidentForm {
  UCDP_GED,
  TAGGED_ROWS,
  GEO_JSON,
  PLOVER,
  OBJECTS,
  ACLED,
  OSCE_TABLE
}
