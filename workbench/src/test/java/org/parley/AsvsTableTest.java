package org.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table of OWASP ASVS has every requirement once, counts its rows, and names what exists.
@NullMarked
class AsvsTableTest {

  /// The requirements of levels 1 and 2 of version 4.0.3, by section. Deleted ones and those of
  /// level 3 are left out.
  private static final String SECTIONS =
      """
      1.1: 1-7
      1.2: 1-4
      1.4: 1 4-5
      1.5: 1-4
      1.6: 1-4
      1.7: 1-2
      1.8: 1-2
      1.9: 1-2
      1.10: 1
      1.11: 1-2
      1.12: 2
      1.14: 1-6
      2.1: 1-12
      2.2: 1-3
      2.3: 1-3
      2.4: 1-5
      2.5: 1-7
      2.6: 1-3
      2.7: 1-6
      2.8: 1-7
      2.9: 1-3
      2.10: 1-4
      3.1: 1
      3.2: 1-4
      3.3: 1-4
      3.4: 1-5
      3.5: 1-3
      3.7: 1
      4.1: 1-3 5
      4.2: 1-2
      4.3: 1-3
      5.1: 1-5
      5.2: 1-8
      5.3: 1-10
      5.4: 1-3
      5.5: 1-4
      6.1: 1-3
      6.2: 1-6
      6.3: 1-2
      6.4: 1-2
      7.1: 1-4
      7.2: 1-2
      7.3: 1 3-4
      7.4: 1-3
      8.1: 1-4
      8.2: 1-3
      8.3: 1-8
      9.1: 1-3
      9.2: 1-4
      10.2: 1-2
      10.3: 1-3
      11.1: 1-8
      12.1: 1-3
      12.2: 1
      12.3: 1-6
      12.4: 1-2
      12.5: 1-2
      12.6: 1
      13.1: 1 3-5
      13.2: 1-3 5-6
      13.3: 1-2
      13.4: 1-2
      14.1: 1-4
      14.2: 1-6
      14.3: 2-3
      14.4: 1-7
      14.5: 1-4
      """;

  private static final List<String> STATES = List.of("met", "operator", "not applicable", "open");

  /// The cells of a row, with the empty ones before the first and after the last bar.
  private static final int CELLS = 8;

  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]+)(?:\\.\\w+)?`");

  /// Names in the form of a type that others gave.
  private static final Set<String> OF_OTHERS = Set.of("SecureRandom", "HttpOnly");

  private record Row(String number, String state, String how, String tests) {
    String chapter() {
      return number.substring(0, number.indexOf('.'));
    }

    List<String> named() {
      return NAME.matcher(tests).results().map(each -> each.group(1)).toList();
    }
  }

  private static String page = "";
  private static List<Row> rows = List.of();
  private static Set<String> types = Set.of();

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(RepositoryTest.ROOT.resolve("docs/reference/asvs.md"));
    rows = page.lines().flatMap(AsvsTableTest::row).toList();
    try (Stream<Path> walk = Files.walk(RepositoryTest.ROOT)) {
      types =
          walk.map(Path::toString)
              .filter(each -> each.contains("/src/") && each.endsWith(".java"))
              .map(each -> each.substring(each.lastIndexOf('/') + 1, each.length() - 5))
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static Stream<Row> row(String line) {
    List<String> cells = cells(line);
    return cells.size() == CELLS && NUMBER.matcher(cells.get(1)).matches()
        ? Stream.of(new Row(cells.get(1), cells.get(4), cells.get(5), cells.get(6)))
        : Stream.empty();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static List<String> requirements() {
    return SECTIONS
        .lines()
        .flatMap(
            line -> {
              String section = line.substring(0, line.indexOf(':'));
              return Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" "))
                  .flatMapToInt(AsvsTableTest::range)
                  .mapToObj(each -> section + "." + each);
            })
        .toList();
  }

  private static IntStream range(String words) {
    String[] ends = words.split("-");
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  @Test
  void everyRequirementHasOneRow() {
    assertEquals(259, requirements().size());
    assertEquals(requirements(), rows.stream().map(Row::number).toList());
  }

  @Test
  void everyRowHasAStateAndAReason() {
    for (Row row : rows) {
      assertTrue(STATES.contains(row.state()), row.toString());
      assertFalse(row.how().isEmpty(), row.toString());
    }
  }

  @Test
  void countsAreThoseOfTheRows() {
    List<String> expected = new ArrayList<>();
    rows.stream()
        .map(Row::chapter)
        .distinct()
        .forEach(
            chapter ->
                expected.add(
                    "V"
                        + chapter
                        + counts(
                            rows.stream()
                                .filter(each -> each.chapter().equals(chapter))
                                .toList())));
    expected.add("all" + counts(rows));
    assertEquals(expected, section("## Counts").flatMap(AsvsTableTest::counted).toList());
  }

  private static String counts(List<Row> some) {
    return STATES.stream()
        .map(state -> " " + some.stream().filter(each -> each.state().equals(state)).count())
        .collect(Collectors.joining("", " " + some.size(), ""));
  }

  /// A line of the table of counts: its name without the link, and its numbers.
  private static Stream<String> counted(String line) {
    List<String> cells = cells(line).stream().filter(each -> !each.isEmpty()).toList();
    return cells.size() == STATES.size() + 2 && cells.get(1).matches("\\d+")
        ? Stream.of(
            cells.getFirst().replaceAll("\\[|].*", "")
                + " "
                + String.join(" ", cells.subList(1, cells.size())))
        : Stream.empty();
  }

  @Test
  void openRowsAreListedAtTheTop() {
    List<String> listed =
        section("## Open rows")
            .flatMap(line -> NUMBER.matcher(line).results().map(MatchResult::group))
            .sorted()
            .toList();
    assertEquals(
        rows.stream()
            .filter(each -> each.state().equals("open"))
            .map(Row::number)
            .sorted()
            .toList(),
        listed);
  }

  private static Stream<String> section(String title) {
    return page.lines()
        .dropWhile(line -> !line.equals(title))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "));
  }

  @Test
  void whatIsMetNamesATest() {
    rows.stream()
        .filter(each -> each.state().equals("met"))
        .forEach(each -> assertFalse(each.named().isEmpty(), each.toString()));
  }

  @Test
  void testsAndTypesNamedExist() {
    Set<String> missing = new TreeSet<>();
    for (Row row : rows) {
      row.named().stream()
          .filter(each -> !isThere(each))
          .forEach(each -> missing.add(row.number() + " " + each));
      TYPE.matcher(row.how())
          .results()
          .map(each -> each.group(1))
          .filter(each -> !types.contains(each) && !OF_OTHERS.contains(each))
          .forEach(each -> missing.add(row.number() + " " + each));
    }
    assertEquals(Set.of(), missing);
  }

  /// A class of tests, or a file of the repository.
  private static boolean isThere(String name) {
    return name.contains(".")
        ? Files.exists(RepositoryTest.ROOT.resolve(name))
        : name.endsWith("Test") && types.contains(name);
  }
}
