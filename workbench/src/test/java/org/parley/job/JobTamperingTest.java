package org.parley.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchivedArticle;
import org.parley.bargain.Problem;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.robust.UncertainProblem;
import org.parley.bargain.worth.WorthRange;
import org.parley.check.Flaw;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.guarantees.watch.Logs;
import org.parley.outlook.BandSweep.ProvisionTimes;
import org.parley.outlook.SkillFolds;
import org.parley.proof.BadFindingException;
import org.parley.reference.DoneTimes;
import org.parley.reference.Provision;
import org.parley.sweep.Seeds;

/// The check of a job refuses what was altered, and what is too large to compute.
@NullMarked
class JobTamperingTest {

  private static final List<List<Integer>> PACKAGES =
      List.of(List.of(0, 0), List.of(0, 1), List.of(1, 0), List.of(1, 1));

  private static Problem trade() {
    return Problem.of(
        List.of(
            new Problem.Party("A", List.of(List.of(9L, 0L), List.of(0L, 2L)), Set.of(), 3L),
            new Problem.Party("B", List.of(List.of(0L, 2L), List.of(9L, 0L)), Set.of(), 3L)),
        List.of(
            new Problem.Point("p", List.of("p0", "p1")),
            new Problem.Point("q", List.of("q0", "q1"))));
  }

  private static JobQuestion rehearsal(long plays, int rounds) {
    return new JobQuestion.Rehearsal(
        trade(),
        PACKAGES,
        new RehearsalPlan(List.of(BargainingStrategy.values()), rounds, plays, 3),
        null);
  }

  private static JobQuestion robustness() {
    List<UncertainProblem.Ranges> ranges =
        trade().parties().stream()
            .map(
                party ->
                    new UncertainProblem.Ranges(
                        party.worths().stream()
                            .map(row -> row.stream().map(JobTamperingTest::around).toList())
                            .toList(),
                        around(3)))
            .toList();
    return new JobQuestion.Robustness(
        new UncertainProblem(trade(), ranges), PACKAGES, new Seeds(1, 200));
  }

  private static JobQuestion events() {
    Logs world = new Logs(2);
    return new JobQuestion.Events(world.commitments(), world.log(25, 3), Logs.END);
  }

  private static JobQuestion bands() {
    List<Integer> none = Collections.nCopies(10, 0);
    DoneTimes times =
        new DoneTimes(
            List.of(3, 2, 1, 0, 0, 1, 0, 0, 0, 0), List.of(0, 1, 0, 0, 0, 0, 0, 0, 1, 2), 1);
    return new JobQuestion.Bands(
        List.of(
            new ProvisionTimes(Provision.WITHDRAWAL, times),
            new ProvisionTimes(Provision.AMNESTY, new DoneTimes(none, none, 0))),
        80);
  }

  private static JobQuestion skill() {
    List<SkillFolds.ConflictOutcomes> conflicts = new ArrayList<>();
    for (int at = 0; at < 12; at++) {
      conflicts.add(
          new SkillFolds.ConflictOutcomes(
              List.of(
                  new SkillFolds.Outcome(List.of(at % 2, at % 3 == 0 ? 1 : 0), at % 2 == 0),
                  new SkillFolds.Outcome(List.of(1 - at % 2, 0), at % 5 == 0))));
    }
    return new JobQuestion.Skill(List.of(new SkillFolds(1, conflicts)));
  }

  private static final Map<String, String> CASE =
      Map.of(
          "case.yaml",
          """
            case: {title: The bridge}
            parties:
              - {id: AA, name: Aland, kind: state}
              - {id: BB, name: Beland, kind: state}
            instruments:
              - {id: treaty, title: Treaty of the bridge, kind: treaty, signatories: [AA, BB]}
            points:
              - {id: toll, number: 1, title: The toll, instrument: treaty}
            sources:
              - {id: s1, publisher: Gazette, title: A speech, date: 1962-03-01, language: en, reliability: B, kind: report}
            claims:
              - {id: c1, speaker: A minister, party: AA, said: 1962-03-01, about: toll, asserts: agreed, paraphrase: Agreed., source: s1}
              - {id: c2, speaker: A minister, party: BB, said: 1962-03-05, about: toll, asserts: agreed, paraphrase: Agreed., source: s1}
            """);

  private static JobQuestion replay() {
    return new JobQuestion.Replay(CASE, LocalDate.of(1962, 2, 25), 20);
  }

  private static JobQuestion reading() {
    return new JobQuestion.Reading(
        CASE,
        List.of(
            article("The minister of Aland said on Monday that the toll is agreed."),
            article("The bridge was closed for an hour.")));
  }

  private static ArchivedArticle article(String text) {
    return new ArchivedArticle(null, "A report", "Gazette", LocalDate.of(1962, 3, 6), "en", text);
  }

  private static WorthRange around(long worth) {
    return new WorthRange(worth - 2, worth + 2);
  }

  private static String file(JobQuestion question) throws JobFailedException {
    return JobFile.compute(
            question,
            Map.of("job", "test"),
            question.caseHash().orElse("hash"),
            new ThreadBackend(2),
            (_, _) -> {})
        .text();
  }

  private static Verdict verify(String text, int most) throws BadFindingException {
    return JobCheck.verify(JobFile.parse(text), most, Budget.unlimited());
  }

  @Test
  void whatWasComputedHoldsAndIsReadAgain() throws Exception {
    for (JobQuestion question :
        List.of(
            rehearsal(300, 12), robustness(), events(), bands(), skill(), replay(), reading())) {
      String text = file(question);
      assertTrue(JobFile.isOne(text));
      assertEquals(new Verdict.Holds(), verify(text, Integer.MAX_VALUE));
      assertEquals(new Verdict.Holds(), verify(text, 1));
      assertEquals(text, JobFile.parse(text).text());
      assertEquals(text, file(JobFile.parse(text).question()));
    }
  }

  /// A part that is altered together with the answer is found where it is computed again.
  @Test
  void noAlteredNumberHolds() throws Exception {
    for (JobQuestion question :
        List.of(
            rehearsal(100, 12), robustness(), events(), bands(), skill(), replay(), reading())) {
      String text = file(question);
      int from = text.indexOf("\"answer\"");
      int altered = 0;
      for (int at = from; at < text.length(); at++) {
        char digit = text.charAt(at);
        boolean isLast = !Character.isDigit(text.charAt(Math.min(at + 1, text.length() - 1)));
        if (Character.isDigit(digit) && isLast) {
          String other =
              text.substring(0, at) + (digit == '9' ? '8' : '9') + text.substring(at + 1);
          assertFalse(holds(other), other.substring(Math.max(0, at - 40), at + 1));
          altered++;
        }
      }
      assertTrue(altered > 10, altered + " altered");
    }
  }

  /// A case that cannot be read is a failed check, not a fault of the program.
  @Test
  void aReplayOfWhatIsNoCaseFails() throws Exception {
    String text = file(replay()).replace("1962-03-05", "1962-33-05");
    assertEquals(Verdict.fails(Flaw.Code.MALFORMED), verify(text, 1));
  }

  @Test
  void theHashIsThatOfTheCaseInTheQuestion() throws Exception {
    for (JobQuestion question : List.of(replay(), reading())) {
      String text = file(question);
      assertEquals(
          Verdict.fails(Flaw.Code.OTHER_PROBLEM),
          verify(text.replaceFirst("\"case\":\"..", "\"case\":\"zz"), 1));
    }
  }

  private static boolean holds(String text) {
    try {
      return verify(text, Integer.MAX_VALUE).holds();
    } catch (BadFindingException _) {
      return false;
    }
  }

  @Test
  void aLimitLeavesItOpen() throws Exception {
    assertEquals(
        new Verdict.Open(Verdict.Reason.BUDGET),
        JobCheck.verify(
            JobFile.parse(file(rehearsal(300, 12))), Integer.MAX_VALUE, Budget.ofSteps(2)));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsComputed() throws Exception {
    assertThrows(IllegalArgumentException.class, () -> rehearsal(JobQuestion.MOST_SEEDS + 1, 12));
    assertThrows(IllegalArgumentException.class, () -> rehearsal(1, JobQuestion.MOST_ROUNDS + 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new JobQuestion.Replay(Map.of(), LocalDate.of(1962, 2, 25), JobQuestion.MOST_DAYS + 1));
    assertThrows(IllegalArgumentException.class, () -> new JobQuestion.Bands(List.of(), 100));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new JobQuestion.Reading(
                CASE, Collections.nCopies(JobQuestion.MOST_SAMPLED + 1, article("A text."))));
    String text = file(rehearsal(100, 12));
    for (String large : List.of("\"seeds\":900000000000", "\"seeds\":0", "\"seeds\":\"many\"")) {
      String altered = text.replace("\"seeds\":100", large);
      assertThrows(BadFindingException.class, () -> JobFile.parse(altered), large);
    }
    for (String wrong : List.of("", "{", "[]", "{\"format\":\"parley-job\",\"version\":2}")) {
      assertThrows(BadFindingException.class, () -> JobFile.parse(wrong), wrong);
    }
  }
}
