package org.parley.exchange.records;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.parley.exchange.records.StrangersTable.Drawn;
import org.parley.exchange.sheet.ClaimColumn;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// How the people of one language write headings, days, numbers, titles and totals.
final class StrangersWords {

  static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "pt", "ru", "uk", "ar");

  private static final List<String> DAYS = List.of("yyyy-MM-dd", "dd.MM.yyyy", "yyyy/MM/dd");

  private final String language;
  private final SplittableRandom random;
  private final Properties words;
  private final Properties cells;
  private final String days;

  /// By what thousands are grouped; empty for nothing.
  private final String group;

  private final boolean isComma;

  StrangersWords(String language, SplittableRandom random) {
    this.language = language;
    this.random = random;
    String file = isBase() ? "words.properties" : "words_" + language + ".properties";
    this.words = lines(TableKind.class, file);
    this.cells = lines(ClaimColumn.class, file);
    this.days = pick(Stream.concat(DAYS.stream(), Stream.of("d MMMM yyyy")).toList());
    this.isComma = random.nextBoolean();
    this.group = pick(List.of("", " ", "\u202f", isComma ? "." : ",", "’"));
  }

  private boolean isBase() {
    return language.equals("en") || language.equals("fr");
  }

  private static Properties lines(Class<?> beside, String name) {
    Properties lines = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(beside.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /// A heading of a column; empty if the language has none.
  String heading(TableKind kind, String column) {
    String known = words.getProperty(kind.word() + "." + column, "");
    List<String> all = new ArrayList<>();
    if (isBase()) {
      all.add(label(column));
    }
    for (String each : known.split(",", -1)) {
      if (!each.isBlank()) {
        all.add(each.strip());
      }
    }
    String found = all.isEmpty() ? "" : pick(all);
    return switch (random.nextInt(4)) {
      case 0 -> found.toUpperCase(Locale.forLanguageTag(language));
      case 1 -> found.isEmpty() ? found : found + pick(List.of(":", " *", ""));
      default -> found;
    };
  }

  /// A heading of a column of claims.
  String heading(ClaimColumn column) {
    String known = cells.getProperty("column." + column.word(), column.word());
    return pick(List.of(known.split(",", -1))).strip();
  }

  /// The label of a column in English or French.
  String label(String column) {
    Language spoken = language.equals("fr") ? Language.FRENCH : Language.ENGLISH;
    return new TableColumn(column, "", false).label(Messages.of(spoken));
  }

  /// A word that begins a row of totals.
  String total() {
    return pick(List.of(cells.getProperty("total.row").split(",", -1))).strip();
  }

  /// A day, in the form of the table.
  Drawn day(LocalDate day) {
    return new Drawn(
        DateTimeFormatter.ofPattern(days, Locale.forLanguageTag(language)).format(day), day);
  }

  /// A whole number.
  Drawn whole(int number) {
    String digits = Integer.toString(number);
    String text =
        digits.length() < 4
            ? digits
            : digits.substring(0, digits.length() - 3)
                + group
                + digits.substring(digits.length() - 3);
    return new Drawn(text, number);
  }

  /// A number with four decimals.
  Drawn decimal(int tenThousandths) {
    String plain =
        String.format(Locale.ROOT, "%d.%04d", tenThousandths / 10_000, tenThousandths % 10_000);
    return new Drawn(isComma ? plain.replace('.', ',') : plain, Double.valueOf(plain));
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
