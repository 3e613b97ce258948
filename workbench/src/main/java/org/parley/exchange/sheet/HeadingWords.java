package org.parley.exchange.sheet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The words that head columns of any table that is taken in, in all languages of the word files.
final class HeadingWords {

  private static final String RECORDS = "/org/parley/exchange/records/";

  /// Words of these are those of cells.
  private static final String OF_CELLS =
      "(?:asserts|channel|confidence|about|visibility|total|value)\\..*";

  /// Folded.
  private static final Set<String> WORDS = words();

  private HeadingWords() {}

  /// How many cells head a column.
  static int count(Collection<String> cells) {
    return (int)
        cells.stream()
            .distinct()
            .filter(each -> isKnown(each) || isKnown(each.substring(each.indexOf(':') + 1)))
            .count();
  }

  private static boolean isKnown(String words) {
    return WORDS.contains(ClaimColumn.folded(words));
  }

  /// Whether cells are a heading: most of the filled ones are words of headings, and no figures.
  static boolean isHeading(Collection<String> cells) {
    List<String> filled = cells.stream().filter(each -> !each.isBlank()).distinct().toList();
    int known = count(filled);
    return known > 1
        && 2 * known > filled.size()
        && filled.stream().noneMatch(HeadingWords::isFigure);
  }

  /// Whether a cell is a number or a day in figures.
  static boolean isFigure(String cell) {
    return cell.codePoints().noneMatch(Character::isLetter)
        && cell.codePoints().anyMatch(Character::isDigit);
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    WordFiles.of(HeadingWords.class).forEach(each -> add(each, words));
    WordFiles.of(HeadingWords.class, RECORDS).forEach(each -> add(each, words));
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      messages.keys().stream()
          .filter(key -> key.startsWith("table.key.") || key.startsWith("sheet.column."))
          .forEach(key -> words.add(ClaimColumn.folded(messages.text(key))));
    }
    words.remove("");
    return Set.copyOf(words);
  }

  private static void add(Map.Entry<String, String> line, Set<String> words) {
    String name = line.getKey();
    if (!name.matches(OF_CELLS)) {
      words.add(ClaimColumn.folded(name.substring(name.lastIndexOf('.') + 1)));
      for (String each : line.getValue().split(",", -1)) {
        words.add(ClaimColumn.folded(each));
      }
    }
  }
}
