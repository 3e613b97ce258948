package org.parley.exchange.incidents.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.parley.casefile.ReadableIds;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.LogRecord;
import org.parley.model.CaseRecord;
import org.parley.model.Id;

/// Gives the records of a file their ids, the same each time the file is read.
///
/// An id of the file is kept where it can be one of the case. Otherwise it is written in letters,
/// with a digest of it. A line without an id gets one of its content, so it is recognised at
/// another line. Equal lines are numbered.
final class RecordNames {

  private static final String OF_ENTRY = "log-";
  private static final String OF_FILE = "file-";
  private static final int DIGITS = 12;

  private final ImportContext context;
  private final Map<String, Integer> alike = new HashMap<>();

  RecordNames(ImportContext context) {
    this.context = context;
  }

  /// The name of a record in the file, or of its content where it has none.
  String nameOf(LogRecord record) {
    if (!record.id().equals(record.origin().toString())
        || !(record instanceof IncidentReport report)) {
      return record.id();
    }
    String name = "row-" + digest(content(report));
    int number = alike.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "-" + number;
  }

  /// The content of a line, independent of the meaning of its words.
  private static String content(IncidentReport report) {
    return String.join(
        "\n",
        report.text(),
        report.when().toString(),
        String.valueOf(report.actor() == null ? "" : report.actor().written()),
        String.valueOf(report.target() == null ? "" : report.target().written()),
        String.join(";", report.between().stream().map(IncidentReport.Named::written).toList()),
        report.where() == null
            ? ""
            : report.where().name()
                + " "
                + report.where().latitude()
                + " "
                + report.where().longitude(),
        report.toll().toString(),
        String.join(
            ";", report.accounts().stream().map(IncidentReport.SourceAccount::source).toList()));
  }

  /// The id of an incident.
  String incident(String name) {
    return id("", name, "incidents");
  }

  /// The id of an entry of the log.
  String entry(String name) {
    return id(OF_ENTRY, name, "logEntries");
  }

  /// The id of a source.
  String source(String group) {
    return id("", "source-" + group, "sources");
  }

  private String id(String prefix, String name, String kind) {
    String id = prefix + name;
    if (!Id.SYNTAX.matcher(id).matches()) {
      String slug = ReadableIds.slug(name);
      id = prefix + (slug.isEmpty() ? "" : slug + "-") + digest(name);
    }
    return isFree(id, kind) ? id : OF_FILE + ReadableIds.slug(id) + "-" + digest(kind + id);
  }

  /// Whether the id is one of this kind or of none, and nobody else's.
  private boolean isFree(String id, String kind) {
    if (context.isReserved().test(id)) {
      return false;
    }
    CaseRecord there = context.view().find(id).orElse(null);
    return there == null ? !context.taken().contains(id) : there.id().kind().equals(kindOf(kind));
  }

  private static String kindOf(String list) {
    return switch (list) {
      case "incidents" -> "incident";
      case "logEntries" -> "log-entry";
      default -> "source";
    };
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
