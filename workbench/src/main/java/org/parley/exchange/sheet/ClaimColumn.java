package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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

  /// The meaning of each heading, in English or French; each meaning once.
  public static List<ClaimColumn> recognised(Sheet sheet) {
    Set<ClaimColumn> used = EnumSet.noneOf(ClaimColumn.class);
    List<ClaimColumn> columns = new ArrayList<>();
    for (String heading : sheet.heading()) {
      ClaimColumn found =
          of(Objects.requireNonNullElse(WORDS.get("column." + folded(heading)), ""));
      columns.add(found == NONE || !used.add(found) ? NONE : found);
    }
    return columns;
  }

  /// The word of the case for a word of a cell: `agreed` for `accepté`.
  static String value(String column, String cell) {
    return WORDS.getOrDefault(column + "." + folded(cell), cell);
  }

  /// A heading or name without case, accents of compatibility, blanks and punctuation.
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Map<String, String> words() {
    Properties lines = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ClaimColumn.class.getResourceAsStream("words.properties")),
            StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .flatMap(
            name ->
                Arrays.stream(lines.getProperty(name).split(",", -1))
                    .map(
                        word ->
                            Map.entry(
                                name.substring(0, name.indexOf('.')) + "." + folded(word),
                                name.substring(name.indexOf('.') + 1))))
        .distinct()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
