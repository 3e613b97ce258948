package org.parley.exchange.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The words that head columns of any table that is taken in, in all languages of the word files.
final class HeadingWords {

  private static final String RECORDS = "/org/parley/exchange/records/";
  private static final String CLAIMS = "claims";
  private static final String ANY = "any";

  /// Words of these are those of cells.
  private static final String OF_CELLS =
      "(?:asserts|channel|confidence|about|visibility|total|value|below)\\..*";

  /// Folded, with the kinds of tables whose columns they head.
  private static final Map<String, Set<String>> KINDS = kinds();

  /// Folded words of cells that head no column.
  private static final Set<String> OF_ROWS = ofRows();

  private HeadingWords() {}

  /// How many cells head a column.
  static int count(Collection<String> cells) {
    return (int) cells.stream().distinct().filter(each -> !ofWord(each).isEmpty()).count();
  }

  /// Whether cells are a heading: most of the filled ones are words of headings, and no figures.
  static boolean isHeading(Collection<String> cells) {
    List<String> filled = cells.stream().filter(each -> !each.isBlank()).distinct().toList();
    int known = count(filled);
    return known > 1
        && 2 * known > filled.size()
        && filled.stream().noneMatch(HeadingWords::isFigure);
  }

  /// Whether one kind of table has most of the headings on either side of it.
  static boolean areOfOneKind(Collection<String> some, Collection<String> others) {
    Set<String> kinds = mostly(some);
    kinds.retainAll(mostly(others));
    return !kinds.isEmpty();
  }

  /// The kinds of tables that have most of these headings.
  private static Set<String> mostly(Collection<String> cells) {
    List<Set<String>> filled =
        cells.stream()
            .filter(each -> !each.isBlank())
            .distinct()
            .map(HeadingWords::ofWord)
            .toList();
    Set<String> kinds = new HashSet<>();
    filled.forEach(kinds::addAll);
    kinds.remove(ANY);
    kinds.removeIf(
        kind ->
            2 * filled.stream().filter(each -> each.contains(kind) || each.contains(ANY)).count()
                <= filled.size());
    return kinds;
  }

  /// The kinds of tables that a heading is known in, alone or below that of a group.
  private static Set<String> ofWord(String heading) {
    Set<String> whole = KINDS.get(ClaimColumn.folded(heading));
    return whole != null
        ? whole
        : KINDS.getOrDefault(
            ClaimColumn.folded(heading.substring(heading.indexOf(':') + 1)), Set.of());
  }

  /// Whether a cell has a word that rows of a table have, such as "state" or "agreed".
  static boolean isOfCells(String cell) {
    return OF_ROWS.contains(ClaimColumn.folded(cell));
  }

  /// Whether a cell is a number or a day in figures.
  static boolean isFigure(String cell) {
    return cell.codePoints().noneMatch(Character::isLetter)
        && cell.codePoints().anyMatch(Character::isDigit);
  }

  private static Map<String, Set<String>> kinds() {
    Map<String, Set<String>> words = new HashMap<>();
    WordFiles.of(HeadingWords.class).forEach(each -> add(each, CLAIMS, words));
    WordFiles.of(HeadingWords.class, RECORDS)
        .forEach(each -> add(each, each.getKey().replaceFirst("\\..*", ""), words));
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      for (String key : messages.keys()) {
        if (key.startsWith("table.key.")) {
          words.computeIfAbsent(
              ClaimColumn.folded(messages.text(key)), _ -> new HashSet<>(Set.of(ANY)));
        } else if (key.startsWith("sheet.column.")) {
          add(messages.text(key), CLAIMS, words);
        }
      }
    }
    words.remove("");
    return words;
  }

  private static Set<String> ofRows() {
    Set<String> words = new HashSet<>();
    Stream.concat(
            WordFiles.of(HeadingWords.class).stream(),
            WordFiles.of(HeadingWords.class, RECORDS).stream())
        .filter(each -> each.getKey().matches(OF_CELLS))
        .forEach(
            each -> {
              words.add(ClaimColumn.folded(each.getKey().replaceFirst(".*\\.", "")));
              Stream.of(each.getValue().split(",", -1))
                  .map(ClaimColumn::folded)
                  .forEach(words::add);
            });
    words.removeAll(KINDS.keySet());
    words.remove("");
    return Set.copyOf(words);
  }

  private static void add(
      Map.Entry<String, String> line, String kind, Map<String, Set<String>> words) {
    String name = line.getKey();
    if (!name.matches(OF_CELLS)) {
      add(name.substring(name.lastIndexOf('.') + 1), kind, words);
      for (String each : line.getValue().split(",", -1)) {
        add(each, kind, words);
      }
    }
  }

  private static void add(String word, String kind, Map<String, Set<String>> words) {
    words.computeIfAbsent(ClaimColumn.folded(word), _ -> new HashSet<>()).add(kind);
  }
}
