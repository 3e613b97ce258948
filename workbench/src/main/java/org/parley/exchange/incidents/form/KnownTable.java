package org.parley.exchange.incidents.form;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Origin;
import org.parley.exchange.sheet.DayOrder;

/// A table that others publish, known by the names of its columns.
enum KnownTable {
  UCDP_GED(IncidentForm.UCDP_GED) {
    @Override
    Set<String> needed() {
      return GedRow.NEEDED;
    }

    @Override
    Set<String> dates() {
      return Set.of("date_start", "date_end");
    }

    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
      return new GedRow(cells, origin, names, order).read();
    }
  },
  ACLED(IncidentForm.ACLED) {
    @Override
    Set<String> needed() {
      return AcledRow.NEEDED;
    }

    @Override
    Set<String> dates() {
      return Set.of("event_date");
    }

    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
      return new AcledRow(cells, origin, names, order).read();
    }
  },
  OSCE(IncidentForm.OSCE_TABLE) {
    @Override
    Set<String> needed() {
      return OsceRow.NEEDED;
    }

    @Override
    Set<String> dates() {
      return Set.copyOf(OsceRow.DAYS);
    }

    @Override
    LogRecord read(Map<String, String> cells, Origin origin, NameMapping names, DayOrder order) {
      return new OsceRow(cells, origin, names, order).read();
    }
  };

  private final IncidentForm form;

  KnownTable(IncidentForm form) {
    this.form = form;
  }

  /// The table with these columns, in small letters; null if it is none of them.
  static @Nullable KnownTable of(Set<String> columns) {
    for (KnownTable each : values()) {
      if (columns.containsAll(each.needed())) {
        return each;
      }
    }
    return null;
  }

  IncidentForm form() {
    return form;
  }

  /// The columns it cannot do without, in small letters.
  abstract Set<String> needed();

  /// The columns of its dates, in small letters.
  abstract Set<String> dates();

  /// One of its rows.
  ///
  /// @param cells by the name of the column, in small letters
  /// @param order the order of day and month in dates with slashes
  abstract LogRecord read(
      Map<String, String> cells, Origin origin, NameMapping names, DayOrder order);
}
