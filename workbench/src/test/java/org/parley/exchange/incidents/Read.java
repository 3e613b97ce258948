package org.parley.exchange.incidents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.sheet.DayOrder;

/// What reading a text comes to.
record Read(FileTally reading, List<LogRecord> records, List<SkippedLines> asides) {

  static Read of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), NameMapping.of(List.of()), Integer.MAX_VALUE);
  }

  static Read of(String text, NameMapping names) {
    return of(text.getBytes(StandardCharsets.UTF_8), names, Integer.MAX_VALUE);
  }

  static Read of(String text, DayOrder order) {
    return of(
        text.getBytes(StandardCharsets.UTF_8), NameMapping.of(List.of()), order, Integer.MAX_VALUE);
  }

  /// @param piece how many bytes come at once
  static Read of(byte[] bytes, NameMapping names, int piece) {
    return of(bytes, names, DayOrder.UNKNOWN, piece);
  }

  private static Read of(byte[] bytes, NameMapping names, DayOrder order, int piece) {
    List<LogRecord> records = new ArrayList<>();
    List<SkippedLines> asides = new ArrayList<>();
    IncidentFile file =
        new IncidentFile(
            "file",
            Charset.forName("windows-1252"),
            names,
            order,
            new IncidentFile.Known(),
            records::add,
            asides::add);
    for (int at = 0; at < bytes.length; at += piece) {
      int until = (int) Math.min(bytes.length, (long) at + piece);
      file.feed(java.util.Arrays.copyOfRange(bytes, at, until), until - at);
      if (piece == Integer.MAX_VALUE) {
        break;
      }
    }
    return new Read(file.end(), records, asides);
  }

  List<IncidentReport> reports() {
    List<IncidentReport> reports = new ArrayList<>();
    for (LogRecord each : records) {
      if (each instanceof IncidentReport report) {
        reports.add(report);
      }
    }
    return reports;
  }

  /// Where lines were kept aside, with the code of the reason and the value.
  List<String> codes() {
    return asides.stream()
        .map(
            each ->
                (each.origin().line() + ": " + each.why().code() + " " + each.why().value())
                    .strip())
        .toList();
  }

  /// Where lines were kept aside, and why.
  List<String> reasons() {
    return asides.stream()
        .map(each -> each.origin().line() + ": " + each.why().sentence())
        .toList();
  }
}
