package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.CoverageCheck;
import org.parley.check.Verdict;
import org.parley.exact.Finding;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.Guarantees;
import org.parley.guarantees.Play;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Hole;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.guarantee.CoverageQuestion;

/// The guarantees of the example cases: every scenario comes out as its lines say, and the coverage
/// is what the sources make it.
class ExampleGuaranteesTest {

  private static final List<String> EXAMPLES =
      List.of(
          "ukraine-2025",
          "budapest-1994",
          "locarno-1925",
          "north-atlantic-1949",
          "snapback-2231",
          "algiers-2000");

  private static Path examples() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("examples"))) {
        return at.resolve("examples");
      }
    }
    throw new AssertionError("no examples");
  }

  private static CaseView view(String name) throws IOException {
    LoadResult result = CaseFolder.of(examples().resolve(name)).load();
    if (result instanceof Loaded loaded) {
      return loaded.contents().viewFor(new Viewer.Mediator());
    }
    throw new AssertionError(result.toString());
  }

  private static Coverage coverage(CaseView view, String question) {
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    CoverageQuestion asked =
        view.coverageQuestions().stream()
            .filter(each -> each.id().value().equals(question))
            .findFirst()
            .orElseThrow();
    if (Guarantees.coverage(
            guarantees.question(asked), guarantees.commitments(), guarantees.contributions())
        instanceof Finding.Proved<Coverage>(Coverage coverage, Coverage.Proof proof)) {
      assertEquals(new Verdict.Holds(), CoverageCheck.verify(proof));
      return coverage;
    }
    throw new AssertionError("not proved");
  }

  private static List<String> holes(Coverage coverage) {
    return Hole.list(coverage).stream()
        .map(
            each ->
                each.threat()
                    + " "
                    + Moments.text(each.from()).substring(0, 10)
                    + " "
                    + Moments.text(each.until()).substring(0, 10))
        .toList();
  }

  @Test
  void everyScenarioComesOutAsItsLinesSay() throws IOException {
    List<String> differences = new ArrayList<>();
    int verdicts = 0;
    int scenarios = 0;
    for (String name : EXAMPLES) {
      CaseGuarantees guarantees = CaseGuarantees.of(view(name));
      try (Stream<Path> files = Files.list(examples().resolve(name).resolve("scenarios"))) {
        for (Path scenario : files.sorted().toList()) {
          scenarios++;
          for (Play.Line line :
              Play.play(
                  guarantees.commitments(), guarantees.milestones(), Files.readString(scenario))) {
            verdicts++;
            if (!line.isAsExpected()) {
              differences.add(scenario + ":" + line.line() + " " + line);
            }
          }
        }
      }
    }
    assertTrue(scenarios >= 10, "only " + scenarios);
    assertEquals(List.of(), differences);
    assertTrue(verdicts >= 40, "only " + verdicts);
  }

  /// One guarantee answers each side's violation by the duty of that side, and none of nobody's.
  @Test
  void theSideThatViolatesOwes() throws IOException {
    Coverage coverage = coverage(view("algiers-2000"), "q-whoever");
    assertEquals(
        List.of(List.of("ER"), List.of("ET"), List.of()),
        coverage.strips().stream()
            .map(
                each ->
                    each.answers().stream()
                        .flatMap(answer -> answer.obligors().stream())
                        .map(PartyId::value)
                        .toList())
            .toList());
  }

  @Test
  void nothingAnswersBetweenSignatureAndActivation() throws IOException {
    Coverage coverage = coverage(view("ukraine-2025"), "q1-day-one");
    assertFalse(coverage.isFromTheOutset());
    assertEquals(
        List.of(
            "0 2026-06-01 2026-09-01",
            "0 2026-09-01 2026-10-01",
            "1 2026-06-01 2056-06-01",
            "2 2026-06-01 2056-06-01"),
        holes(coverage));
  }

  @Test
  void theFifteenYearsEndBeforeTheThirtyAskedFor() throws IOException {
    Coverage coverage = coverage(view("ukraine-2025"), "q2-duration");
    assertEquals(List.of("0 2041-10-01 2076-10-01"), holes(coverage));
    assertTrue(
        coverage.holes().getFirst().silences().stream()
            .anyMatch(
                each ->
                    each.guarantee().value().equals("g-joint")
                        && each.reason() == Reason.AFTER_END));
  }

  @Test
  void theDroppedClauseIsWhatAnswersAnAttackOnTheForce() throws IOException {
    assertEquals(List.of(), holes(coverage(view("ukraine-2025"), "q3-backstop")));
  }

  @Test
  void unprovokedFireVoidsTheDutyToAct() throws IOException {
    assertEquals(
        List.of("0 2030-01-01 2042-12-01"), holes(coverage(view("ukraine-2025"), "q4-unprovoked")));
  }

  @Test
  void aCouncilThatRussiaCanBlockFindsNothing() throws IOException {
    Coverage coverage = coverage(view("ukraine-2025"), "q5-council");
    // from September 2041 help is at discretion
    assertEquals(List.of("0 2026-12-01 2041-09-01", "0 2041-09-01 2056-12-01"), holes(coverage));
    assertEquals(
        List.of("g-joint", "g-paris"),
        coverage.holes().getFirst().silences().stream()
            .filter(each -> each.reason() == Reason.DETERMINER_BLOCKED)
            .map(each -> each.guarantee().value())
            .sorted()
            .toList());
  }

  @Test
  void theFourTextsAreToldApartByTheirHoles() throws IOException {
    List<String> found = new ArrayList<>();
    for (String name :
        List.of("budapest-1994", "locarno-1925", "north-atlantic-1949", "snapback-2231")) {
      CaseView view = view(name);
      Coverage coverage = coverage(view, view.coverageQuestions().getFirst().id().value());
      coverage
          .strips()
          .forEach(
              strip ->
                  found.add(
                      name
                          + " "
                          + strip.threat()
                          + " "
                          + (strip.isHole()
                              ? strip.silences().stream().map(each -> each.reason()).toList()
                              : "answered")));
    }
    assertEquals(
        List.of(
            "budapest-1994 0 [OUT_OF_REACH, OUT_OF_REACH]",
            "budapest-1994 1 answered",
            "locarno-1925 0 [BEFORE_ACTIVATION, OUT_OF_REACH]",
            "locarno-1925 0 [DETERMINER_ON_OBLIGORS_SIDE, OUT_OF_REACH]",
            "locarno-1925 1 [BEFORE_ACTIVATION, BEFORE_ACTIVATION]",
            "locarno-1925 1 [DETERMINER_ON_OBLIGORS_SIDE, DETERMINER_ON_OBLIGORS_SIDE]",
            "north-atlantic-1949 0 [BEFORE_ACTIVATION]",
            "north-atlantic-1949 0 [DETERMINER_ON_OBLIGORS_SIDE]",
            "snapback-2231 0 answered",
            "snapback-2231 0 [AFTER_END]"),
        found);
  }
}
