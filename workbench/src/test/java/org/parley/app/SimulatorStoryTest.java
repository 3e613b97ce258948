package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A published simulator as a case: its answers are those of trying every draft.
class SimulatorStoryTest {

  private static final String CASE = "../examples/simulator-2025";
  private static final List<String> SIDES = List.of("UA", "RU", "US", "EU");

  /// Twice the mean that each side accepts at least.
  private static final int[] TWICE_LEAST = {10, 13, 6, 8};

  /// Articles of which a draft has one at most, by their numbers.
  private static final int[][] EITHER_OR = {{2, 3}, {5, 6}, {8, 10}, {12, 13}, {14, 15}};

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    int code =
        ShippedCli.with(Map.of())
            .printingTo(new PrintWriter(out), new PrintWriter(out))
            .run(arguments);
    assertEquals(0, code, out.toString());
    return out.toString();
  }

  @Test
  void theZoneAndTheThresholdsThatBindAreThoseOfTheSimulator() {
    JsonNode answer = JsonMapper.shared().readTree(run("packages", CASE, "--json"));
    assertEquals("248832", answer.path("allPackages").asString());
    Map<String, String> zone = new HashMap<>();
    for (JsonNode row : answer.path("zone")) {
      List<String> parties = new ArrayList<>();
      row.path("parties").forEach(each -> parties.add(each.asString()));
      zone.put(String.join(" ", parties), row.path("atLeast").asString());
    }
    assertEquals("118137", zone.get("UA RU US EU"));
    assertEquals("118137", zone.get("UA RU"), "those of the others rule nothing out");
    assertEquals("248828", zone.get("US EU"), "theirs together rule out four");
    assertEquals(
        "Ukraine, Russia, US and Europe could agree; 13 points divide them.",
        answer.path("headline").asString());
  }

  @Test
  void theFrontierHasItsOutcomes() {
    List<String> lines = run("packages", CASE, "frontier", "--json").lines().toList();
    assertTrue(lines.getFirst().contains("37 outcomes cannot be bettered"), lines.getFirst());
    assertEquals(38, lines.size());
  }

  /// Every draft of the published scores, each by its means.
  @Test
  void tryingEveryDraftGivesTheSame() throws IOException {
    List<int[]> scores = new ArrayList<>();
    Files.readAllLines(SharedData.folder("reference").resolve("csis-simulator.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(
            cells -> {
              int[] of = new int[SIDES.size()];
              for (int side = 0; side < of.length; side++) {
                of[side] = Integer.parseInt(cells[2 + 2 * side]);
              }
              scores.add(of);
            });
    List<List<Integer>> points = new ArrayList<>();
    List<Integer> paired = new ArrayList<>();
    for (int[] pair : EITHER_OR) {
      points.add(List.of(pair[0], pair[1]));
      paired.addAll(List.of(pair[0], pair[1]));
    }
    for (int article = 1; article <= scores.size(); article++) {
      if (!paired.contains(article)) {
        points.add(List.of(article));
      }
    }
    assertEquals(118_137, count(points, 0, new int[SIDES.size()], 0, scores));
  }

  private static int count(
      List<List<Integer>> points, int from, int[] sums, int articles, List<int[]> scores) {
    if (from == points.size()) {
      for (int side = 0; side < sums.length; side++) {
        if (2 * sums[side] < TWICE_LEAST[side] * articles) {
          return 0;
        }
      }
      return 1;
    }
    int count = count(points, from + 1, sums, articles, scores);
    for (int article : points.get(from)) {
      int[] with = sums.clone();
      for (int side = 0; side < with.length; side++) {
        with[side] += scores.get(article - 1)[side];
      }
      count += count(points, from + 1, with, articles + 1, scores);
    }
    return count;
  }
}
