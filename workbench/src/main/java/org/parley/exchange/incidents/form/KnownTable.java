package org.parley.exchange.incidents.form;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Origin;

/// A table that others publish, known by the names of its columns.
enum KnownTable {
  UCDP_GED(IncidentForm.UCDP_GED, GedRow.NEEDED) {
    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names) {
      return new GedRow(cells, origin, names).read();
    }
  },
  ACLED(IncidentForm.ACLED, AcledRow.NEEDED) {
    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names) {
      return new AcledRow(cells, origin, names).read();
    }
  },
  OSCE(IncidentForm.OSCE_TABLE, OsceRow.NEEDED) {
    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names) {
      return new OsceRow(cells, origin, names).read();
    }
  };

  private final IncidentForm form;
  private final Set<String> needed;

  KnownTable(IncidentForm form, Set<String> needed) {
    this.form = form;
    this.needed = needed;
  }

  /// The table with these columns, in small letters; null if it is none of them.
  static @Nullable KnownTable of(Set<String> columns) {
    for (KnownTable each : values()) {
      if (columns.containsAll(each.needed)) {
        return each;
      }
    }
    return null;
  }

  IncidentForm form() {
    return form;
  }

  /// One of its rows.
  ///
  /// @param cells by the name of the column, in small letters
  abstract LogRecord read(Map<String, String> cells, Origin origin, NameMapping names);
}
