package org.parley.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.bargain.solve.Solution;
import org.parley.check.Verdict;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.guarantees.Promise;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee.ClockFrom;
import org.parley.model.guarantee.Within.LastInstant;
import org.parley.model.step.DemandId;

/// What the documentation of the library shows compiles, runs, and answers what it says.
class SnippetsTest {

  private static final Path HERE = Path.of("src/test/java/org/parley/snippets");

  /// Of six packages, four are worth more than no deal to both: (40, 70), (80, 50), (40, 80) and
  /// (60, 30). Two of these are efficient. Nash maximises the product of the gains over (30, 25):
  /// 50 * 25 against 10 * 55.
  @Test
  void packages() {
    EfficientPackages.Answer answer = EfficientPackages.find();
    var frontier = answer.frontier().findAnswer().orElseThrow();
    assertEquals(
        Set.of(List.of(80L, 50L), List.of(40L, 80L)),
        frontier.vectors().map(each -> List.of(each[0], each[1])).collect(Collectors.toSet()));
    assertInstanceOf(Finding.Proved.class, answer.nash());
    Solution nash = answer.nash().findAnswer().orElseThrow();
    assertEquals(List.of(80L, 50L), nash.outcomes().getFirst().worths());
    assertEquals(List.of(1, 0), nash.outcomes().getFirst().options());
    assertEquals(Rational.of(1250), nash.value());
    assertInstanceOf(Verdict.Holds.class, answer.verdict());
  }

  @Test
  void knots() {
    ConflictingDemands.Answer answer = ConflictingDemands.find();
    List<DemandId> both = List.of(new DemandId("vote-first"), new DemandId("withdrawal-first"));
    assertEquals(
        List.of(both),
        answer.knots().findAnswer().orElseThrow().stream().map(each -> each.demands()).toList());
    assertEquals(
        List.of(List.of(both.getFirst()), List.of(both.getLast())),
        answer.waysOut().findAnswer().orElseThrow().getFirst().ways().stream()
            .map(each -> each.drop())
            .toList());
  }

  /// The notice was owed by the morning of the fifth; nobody gave it.
  @Test
  void watch() {
    Promise notice =
        Promise.named("notice")
            .by(new PartyId("east"))
            .tier("notice", ClockFrom.OCCURRENCE, 86_400, LastInstant.IN_TIME);
    WatchedCommitments.Answer answer = WatchedCommitments.watch(List.of(notice.build()));
    assertEquals(
        List.of(Lifecycle.BREACHED), answer.duties().stream().map(DutyVerdict::state).toList());
    assertTrue(answer.changes().size() >= 2, answer.changes()::toString);
  }

  @Test
  void theGuideShowsTheSame() throws IOException {
    String code = Files.readString(HERE.resolve("EfficientPackages.java"));
    int from = code.indexOf('\n', code.indexOf("@start")) + 1;
    String shown = code.substring(from, code.indexOf("    // @end")).stripTrailing().stripIndent();
    String guide = Files.readString(Path.of("../docs/how-to/use-the-engine.md"));
    assertTrue(guide.contains("```java\n" + shown + "\n```"), shown);
    assertTrue(shown.lines().count() <= 20, "exact bargaining in 20 lines");
  }

  /// A snippet that a comment names is a region of one of these files, and each file is shown.
  @Test
  void commentsShowEveryFile() throws IOException {
    Pattern shown = Pattern.compile("@snippet file=\"(\\w+\\.java)\" region=\"(\\w+)\"");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher each = shown.matcher(Files.readString(file));
        while (each.find()) {
          found.add(each.group(1));
          assertTrue(
              Files.readString(HERE.resolve(each.group(1)))
                  .contains("@start region=\"" + each.group(2) + "\""),
              each.group());
        }
      }
    }
    try (Stream<Path> files = Files.list(HERE)) {
      assertEquals(
          files
              .map(each -> each.getFileName().toString())
              .filter(each -> !each.endsWith("Test.java"))
              .collect(Collectors.toCollection(TreeSet::new)),
          found);
    }
  }
}
