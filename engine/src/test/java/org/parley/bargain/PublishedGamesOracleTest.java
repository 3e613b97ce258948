package org.parley.bargain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;
import org.parley.exact.Finding;

/// Answers that others published or that follow from what they published.
class PublishedGamesOracleTest {

  private static final Budget FREE = Budget.unlimited();
  private static final BigDecimal SCALE = new BigDecimal(1_000_000_000L);

  @Test
  void theBaseGameHasTwelveDealsAndAFrontierOf481() throws IOException {
    Problem game = game("base", "mayor", "other_cities", "union", "SportCo", "DoT", "enviroment");
    assertEquals(12, deals(game, game.everyone()));
    assertEquals(481, frontierSize(game));
    assertEquals(55, signable(game));
  }

  @Test
  void theFirstGameHas21DealsAndAFrontierOf241() throws IOException {
    Problem game =
        game("game1", "bank", "enviroment", "construction", "community", "tourism", "proposing");
    assertEquals(21, deals(game, game.everyone()));
    assertEquals(241, frontierSize(game));
  }

  private static int deals(Problem game, int parties) {
    return Zones.find(game, parties, FREE).findAnswer().orElseThrow().atMost().intValueExact();
  }

  private static int frontierSize(Problem game) {
    return Frontiers.find(Bridges.withDemands(game, List.of()), FREE)
        .findAnswer()
        .orElseThrow()
        .size();
  }

  /// Five of six, the two that put the proposal forward always among them.
  private static long signable(Problem game) {
    Problem ruled = game.withSigning(new SigningRule(5, Set.of(3, 4)));
    return Zones.bySigners(ruled, FREE).findAnswer().orElseThrow().signable().longValueExact();
  }

  @Test
  void theFirstGameHas57DealsUnderFiveOfSixWithBothVetoes() throws IOException {
    Problem game =
        game("game1", "enviroment", "construction", "community", "proposing", "bank", "tourism");
    assertEquals(57, signable(game));
  }

  private static Problem game(String name, String... parties) throws IOException {
    Path scores =
        SharedData.folder("bargain/llm-deliberation").resolve(name).resolve("scores_files");
    long[][][] worths = new long[parties.length][][];
    Long[] baselines = new Long[parties.length];
    for (int party = 0; party < parties.length; party++) {
      List<String> lines =
          Files.readAllLines(scores.resolve(parties[party] + ".txt")).stream()
              .filter(line -> !line.isBlank())
              .toList();
      worths[party] = new long[lines.size() - 1][];
      for (int point = 0; point < lines.size() - 1; point++) {
        worths[party][point] =
            Arrays.stream(lines.get(point).split(",", -1))
                .mapToLong(score -> Long.parseLong(score.strip()))
                .toArray();
      }
      baselines[party] = Long.parseLong(lines.getLast().strip());
    }
    return RandomProblems.problem(worths, baselines, List.of(), List.of());
  }

  @Test
  void negologNashAndWelfareValuesAreReproduced() throws IOException {
    Path folder = SharedData.folder("bargain/negolog");
    List<Path> domains;
    try (var listing = Files.list(folder)) {
      domains = listing.filter(Files::isDirectory).sorted().toList();
    }
    assertEquals(8, domains.size());
    for (Path domain : domains) {
      String specs = Files.readString(domain.resolve("specs.json"));
      long[][][] worths = {
        profile(domain.resolve("profileA.json")), profile(domain.resolve("profileB.json"))
      };
      Problem problem = RandomProblems.problem(worths, new Long[] {0L, 0L}, List.of(), List.of());
      assertNear(
          field(specs, "Nash Product"),
          value(problem, Solution.Kind.NASH).divide(SCALE.multiply(SCALE)),
          domain.getFileName() + " Nash");
      assertNear(
          field(specs, "Social Welfare"),
          value(problem, Solution.Kind.UTILITARIAN).divide(SCALE),
          domain.getFileName() + " welfare");
    }
  }

  private static BigDecimal value(Problem problem, Solution.Kind kind) {
    return switch (Solutions.find(problem, kind, FREE)) {
      case Finding.Proved<Solution>(Solution solution, _) -> {
        assertEquals(BigInteger.ONE, solution.value().denominator());
        yield new BigDecimal(solution.value().numerator());
      }
      case Finding<Solution> other -> throw new AssertionError(other);
    };
  }

  private static void assertNear(BigDecimal expected, BigDecimal actual, String what) {
    assertEquals(
        expected.setScale(6, RoundingMode.HALF_UP), actual.setScale(6, RoundingMode.HALF_UP), what);
  }

  private static BigDecimal field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\": ([-0-9.eE]+)").matcher(json);
    found.find();
    return new BigDecimal(found.group(1));
  }

  /// Weight times value, in thousand millionths.
  private static long[][] profile(Path file) throws IOException {
    String json = Files.readString(file);
    String weights = json.substring(json.indexOf("issueWeights"), json.indexOf("\"issues\""));
    String issues = json.substring(json.indexOf("\"issues\""));
    List<long[]> rows = new ArrayList<>();
    Matcher block = Pattern.compile("\"(\\w+)\": \\{([^{}]*)\\}").matcher(issues);
    while (block.find()) {
      BigDecimal weight = field(weights, block.group(1)).multiply(SCALE);
      Matcher value = Pattern.compile(": ([-0-9.eE]+)").matcher(block.group(2));
      List<Long> row = new ArrayList<>();
      while (value.find()) {
        row.add(
            weight
                .multiply(new BigDecimal(value.group(1)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
      }
      rows.add(row.stream().mapToLong(Long::longValue).toArray());
    }
    return rows.toArray(long[][]::new);
  }
}
