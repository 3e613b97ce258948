package org.parley.reading.dates;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date typed in further languages, put into the English words that [SaidDate] reads: "3 de marzo
/// de 2025" and "3 березня 2025 р." as "3 march 2025". Words of other languages stay.
///
/// Only months, the words between day, month and year, and digits of other scripts are known.
final class ForeignSaidDate {

  private static final Map<String, String> MONTHS = months();

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?: الثاني| الأول)?");

  /// Words that stand between day, month and year, or after the year.
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:de|del|di|do|van|el|il|am|den|der|dem|г|года|год|р|року|рік|سنة|عام)(?![\\p{L}])");

  private static final Pattern CHINESE =
      Pattern.compile("(\\d{4}) ?年(?: ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号])?)?");

  private ForeignSaidDate() {}

  private static Map<String, String> months() {
    Properties lines = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ForeignSaidDate.class.getResourceAsStream("months.properties")),
            StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> months = new HashMap<>();
    for (String month : lines.stringPropertyNames()) {
      Arrays.stream(lines.getProperty(month).split(", ", -1))
          .forEach(each -> months.put(Normalizer.normalize(each, Normalizer.Form.NFC), month));
    }
    return Map.copyOf(months);
  }

  /// @param words in lower case, with single blanks
  static String inEnglish(String words) {
    String said = Normalizer.normalize(DecimalDigits.inAscii(words), Normalizer.Form.NFC);
    Matcher chinese = CHINESE.matcher(said);
    if (chinese.matches()) {
      return chinese.group(1) + part(chinese.group(2)) + part(chinese.group(3));
    }
    return WORD.matcher(BETWEEN.matcher(said).replaceAll(" "))
        .replaceAll(each -> MONTHS.getOrDefault(each.group(), each.group()))
        .replaceAll(" +", " ")
        .strip();
  }

  private static String part(@Nullable String number) {
    return number == null ? "" : number.length() == 1 ? "-0" + number : "-" + number;
  }
}
