package org.parley.exchange.records;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.casefile.form.RecordForm;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// A kind of record that is taken in and out as a table.
public enum TableKind {
  PARTIES("parties", "name"),
  POINTS("points", "title"),
  POSITIONS("positions", ""),
  SOURCES("sources", "address"),
  STEPS("steps", "title"),
  DEMANDS("demands", "text"),
  INCIDENTS("incidents", ""),
  LOG_ENTRIES("logEntries", "");

  private final String key;
  private final String naming;

  TableKind(String key, String naming) {
    this.key = key;
    this.naming = naming;
  }

  /// The key of such records in a case: `logEntries`.
  public String key() {
    return key;
  }

  /// The column that tells which record a row without an id means; empty for none.
  String naming() {
    return naming;
  }

  /// The name in addresses and commands: `log-entries`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public RecordForm form() {
    return RecordForm.of(key);
  }

  public static Optional<TableKind> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(TableKind::word).toList();
  }

  /// The folded names of the sheet that is read of a workbook with several.
  public Set<String> sheetNames() {
    Set<String> names = new HashSet<>(List.of(Vocabulary.folded(key)));
    for (Language each : Language.values()) {
      names.add(Vocabulary.folded(Messages.of(each).text("table.kinds." + word())));
    }
    return names;
  }
}
