package org.parley.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;

/// The month arithmetic that the authors of Catala's date library publish.
class CalendarArithmeticOracleTest {

  private static final Pattern PERIOD =
      Pattern.compile("\\[(-?\\d+) years, (-?\\d+) months, (-?\\d+) days]");

  @Test
  void exactSums() throws IOException {
    List<String[]> rows = rows("exact_computations.csv");
    assertEquals(19, rows.size());
    for (String[] row : rows) {
      for (Rounding rounding : Rounding.values()) {
        assertEquals(date(row[2]), CalendarArithmetic.plus(date(row[0]), length(row[1]), rounding));
      }
    }
  }

  @Test
  void ambiguousSums() throws IOException {
    List<String[]> rows = rows("ambiguous_computations.csv");
    assertEquals(11, rows.size());
    for (String[] row : rows) {
      LocalDate from = date(row[0]);
      Length length = length(row[1]);
      assertEquals(date(row[2]), CalendarArithmetic.plus(from, length, Rounding.UP));
      assertEquals(date(row[3]), CalendarArithmetic.plus(from, length, Rounding.DOWN));
      assertThrows(
          DateTimeException.class, () -> CalendarArithmetic.plus(from, length, Rounding.REFUSE));
    }
  }

  @Test
  void endsOfMonths() throws IOException {
    List<String[]> rows = rows("first_last_day_of_month.csv");
    assertEquals(2, rows.size());
    for (String[] row : rows) {
      assertEquals(date(row[1]), CalendarArithmetic.firstDayOfMonth(date(row[0])));
      assertEquals(date(row[2]), CalendarArithmetic.lastDayOfMonth(date(row[0])));
    }
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text.strip());
  }

  private static Length length(String text) {
    Matcher matcher = PERIOD.matcher(text.strip());
    if (!matcher.matches()) {
      throw new AssertionError("not a period: " + text);
    }
    return new Length(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  private static List<String[]> rows(String file) throws IOException {
    Path data = sharedData("dates").resolve(file);
    return Files.readAllLines(data).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split(";"))
        .toList();
  }

  private static Path sharedData(String folder) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve("data").resolve(folder);
      if (Files.isDirectory(found)) {
        return found;
      }
    }
    Assumptions.abort("shared/data/" + folder + " is not there: this oracle is not asked");
    throw new AssertionError();
  }
}
