package org.parley.exchange.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The meaning of a column in a sheet of claims.
public enum ClaimColumn {
  NONE(""),
  SPEAKER("speaker"),
  OFFICE("office"),
  PARTY("party"),
  JOINTLY("jointly"),
  SAID("said"),
  QUOTE("quote"),
  PARAPHRASE("paraphrase"),
  ABOUT("about"),
  ASSERTS("asserts"),
  ASSERTS_WHAT("asserts"),
  BETWEEN("between"),
  SOURCE("source"),
  SOURCE_TITLE("source"),
  PUBLISHER("source"),
  ADDRESS("source"),
  PUBLISHED("source"),
  CHANNEL("channel"),
  CONFIDENCE("confidence"),
  KNOWN("known"),
  SUPERSEDES("supersedes"),
  RETRACTS("retracts"),
  CONTRADICTS("contradicts"),
  VISIBILITY("visibility"),
  ID("id");

  /// Words of headings and cells, folded, by what they mean.
  private static final Map<String, String> WORDS = words();

  /// The sheet of a workbook with most headings of claims.
  public static final SheetChoice CHOICE =
      new SheetChoice(Set.of(), sheet -> known(joined(sheet)), Sheet.MOST_ROWS);

  private final String key;

  ClaimColumn(String key) {
    this.key = key;
  }

  /// The key of a claim that it is written in; empty for none.
  public String key() {
    return key;
  }

  /// The name in forms: `source-title`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The column of a name in forms; none for others.
  public static ClaimColumn of(@Nullable String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElse(NONE);
  }

  /// The sheet with headings of two rows in one: "Source" above "publisher" and "date".
  public static Sheet joined(Sheet sheet) {
    return TwoRowHeading.joined(sheet, each -> ofHeading(each) != NONE, ClaimColumn::known);
  }

  private static int known(Sheet sheet) {
    return (int) recognised(sheet).stream().filter(each -> each != NONE).count();
  }

  /// The meaning of each heading; each meaning once. A heading of several meanings has the one that
  /// its cells fit.
  public static List<ClaimColumn> recognised(Sheet sheet) {
    Set<ClaimColumn> used = EnumSet.noneOf(ClaimColumn.class);
    List<ClaimColumn> columns = new ArrayList<>();
    for (int i = 0; i < sheet.heading().size(); i++) {
      ClaimColumn found = meaning(sheet, i);
      columns.add(found == NONE || !used.add(found) ? NONE : found);
    }
    return columns;
  }

  private static ClaimColumn meaning(Sheet sheet, int at) {
    String heading = folded(sheet.heading().get(at));
    ClaimColumn maybe = of(WORDS.get("maybe." + heading));
    List<String> cells =
        sheet.rows().stream().map(row -> row.get(at)).filter(each -> !each.isBlank()).toList();
    return maybe != NONE && !cells.isEmpty() && cells.stream().allMatch(maybe::fits)
        ? maybe
        : ofHeading(sheet.heading().get(at));
  }

  /// The meaning of a heading, which may follow that of a group: "Source: date".
  private static ClaimColumn ofHeading(String heading) {
    ClaimColumn whole = of(WORDS.get("column." + folded(heading)));
    int colon = heading.indexOf(':');
    return whole != NONE || colon < 0
        ? whole
        : ofHeading(heading.substring(colon + 1))
            .within(of(WORDS.get("column." + folded(heading.substring(0, colon)))));
  }

  /// The meaning of this below a heading over several columns.
  private ClaimColumn within(ClaimColumn group) {
    return switch (group) {
      case SOURCE ->
          switch (this) {
            case SAID -> PUBLISHED;
            case SPEAKER -> PUBLISHER;
            case OFFICE -> SOURCE_TITLE;
            default -> this;
          };
      case SPEAKER -> this == SOURCE_TITLE ? OFFICE : this;
      default -> this;
    };
  }

  /// Whether a cell may stand in a column of this meaning.
  private boolean fits(String cell) {
    return switch (this) {
      case ASSERTS -> WORDS.containsKey("asserts." + folded(cell));
      case ASSERTS_WHAT -> cell.matches("[^\\p{L}]*\\p{Nd}[^\\p{L}]*");
      default -> true;
    };
  }

  /// The word of the case for a word of a cell: `agreed` for `accepté`.
  static String value(String column, String cell) {
    return WORDS.getOrDefault(column + "." + folded(cell), cell);
  }

  /// A heading or name without case, accents of compatibility, blanks and punctuation.
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<String, String> line : WordFiles.of(ClaimColumn.class)) {
      String name = line.getKey();
      String meant = name.substring(name.indexOf('.') + 1);
      for (String word : line.getValue().split(",", -1)) {
        words.putIfAbsent(name.substring(0, name.indexOf('.')) + "." + folded(word), meant);
      }
    }
    return Map.copyOf(words);
  }
}
