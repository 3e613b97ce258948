package org.parley.exchange.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.exchange.sheet.WordFiles;

/// The words of headings and cells, in English, French and further languages.
final class Vocabulary {

  /// By the word and its folded form, as `points.titre`.
  private static final Map<String, String> COLUMNS = new HashMap<>();

  /// By folded synonym, the words of the case that it may stand for.
  private static final Map<String, String> VALUES = new HashMap<>();

  static {
    for (Map.Entry<String, String> line : WordFiles.of(Vocabulary.class)) {
      String name = line.getKey();
      String kind = name.substring(0, name.indexOf('.'));
      String meant = name.substring(name.indexOf('.') + 1);
      for (String word : line.getValue().split(",", -1)) {
        if (kind.equals("value")) {
          VALUES.merge(folded(word), meant, (one, other) -> one + " " + other);
        } else {
          COLUMNS.putIfAbsent(kind + "." + folded(word), meant);
        }
      }
    }
  }

  private Vocabulary() {}

  static String folded(String word) {
    return ClaimColumn.folded(word);
  }

  /// The column that a heading of a kind means; empty if unknown.
  static String column(TableKind kind, String heading) {
    String word = folded(heading);
    String own = COLUMNS.get(kind.word() + "." + word);
    return own != null ? own : COLUMNS.getOrDefault("any." + word, "");
  }

  /// The columns of a kind that have further headings.
  static Set<String> columns(TableKind kind) {
    return COLUMNS.entrySet().stream()
        .filter(each -> each.getKey().startsWith(kind.word() + "."))
        .map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The word of the case among some, for a word of a cell; the cell if there is none.
  static String value(Collection<String> words, String cell) {
    String folded = folded(cell);
    for (String each : words) {
      if (folded(each).equals(folded)) {
        return each;
      }
    }
    for (String each : VALUES.getOrDefault(folded, "").split(" ", -1)) {
      if (words.contains(each)) {
        return each;
      }
    }
    return cell;
  }
}
