package org.parley.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.SaidStance;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Statements;
import org.parley.reading.statements.Telling;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The annotated claims of articles about one day, grouped: recall of pairs at least 0.9, precision
/// at least 0.95.
@NullMarked
class SharedDaysTest {

  private static final Path DAYS = folder();

  /// The data of others beside the repository, or beside a folder above it.
  private static Path folder() {
    Path beside = Path.of("../../shared/data/reading-days");
    return Files.isDirectory(beside) ? beside : Path.of("..").resolve(beside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void pairsOfOneStatementAreFound(String set) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DAYS), "no ../shared/data/reading-days here");
    List<String> statements = new ArrayList<>();
    List<Telling> told = new ArrayList<>();
    for (Path file : articles(DAYS.resolve(set))) {
      add(file, told, statements);
    }
    Map<Integer, Integer> group = new HashMap<>();
    for (StatementGroup each : Statements.of(told, List.of(), "en")) {
      each.told().forEach(one -> group.put(one.number(), each.number()));
    }
    int made = 0;
    int wanted = 0;
    int right = 0;
    for (int i = 1; i <= told.size(); i++) {
      for (int j = i + 1; j <= told.size(); j++) {
        boolean isOne = Objects.equals(group.get(i), group.get(j));
        boolean isRight = statements.get(i - 1).equals(statements.get(j - 1));
        made += isOne ? 1 : 0;
        wanted += isRight ? 1 : 0;
        right += isOne && isRight ? 1 : 0;
      }
    }
    assertTrue(10 * right >= 9 * wanted, right + " of " + wanted + " pairs found");
    assertTrue(100 * right >= 95 * made, right + " of " + made + " pairs right");
  }

  private static List<Path> articles(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().matches(".*\\d\\.yaml"))
          .sorted()
          .toList();
    }
  }

  private static void add(Path file, List<Telling> told, List<String> statements)
      throws IOException {
    Map<?, ?> top =
        (Map<?, ?>)
            Objects.requireNonNull(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    LocalDate published = LocalDate.parse(String.valueOf(top.get("published")));
    Map<?, ?> gold = (Map<?, ?>) Objects.requireNonNull(top.get("gold"));
    for (Object claim : (List<?>) Objects.requireNonNull(gold.get("claims"))) {
      Map<?, ?> each = (Map<?, ?>) claim;
      statements.add(String.valueOf(each.get("statement")));
      told.add(
          new Telling(
              file.hashCode(),
              told.size() + 1,
              null,
              String.valueOf(each.get("speaker")),
              null,
              each.get("said_on") == null ? null : Edtf.of(String.valueOf(each.get("said_on"))),
              published,
              String.valueOf(each.get("subject")),
              Set.of(),
              SaidStance.valueOf(String.valueOf(each.get("stance")).toUpperCase(Locale.ROOT)),
              each.get("share") instanceof Number figure
                  ? (int) Math.round(10 * figure.doubleValue())
                  : null,
              word(each.get("condition")),
              String.valueOf(each.get("quote")),
              Attribution.REPORTED_SPEECH,
              90));
    }
  }

  private static @Nullable String word(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }
}
