package org.parley.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.outlook.ForecastTally.ForecastFacts;
import org.parley.outlook.ForecastTally.GivenChance;
import org.parley.outlook.ForecastTally.QuestionOutcome;
import org.parley.outlook.ForecastTally.TallyLine;

/// The scores of generated cases hold by the check, and no changed score does.
@NullMarked
class ForecastTallyLawTest {

  private static final AsOf LATE = AsOf.of(LocalDate.of(2040, 1, 1));

  private static ForecastFacts facts(CaseView view) {
    return ForecastTally.facts(ScoredWords.of(view, LATE), Forecasts.of(view, LATE));
  }

  private static List<TallyLine> lines(CaseView view) {
    return ForecastTally.find(ScoredWords.of(view, LATE), Forecasts.of(view, LATE))
        .findAnswer()
        .orElseThrow();
  }

  private static Verdict verdict(ForecastFacts facts, List<TallyLine> lines) {
    return Check.verify(
        new Question.Scores(facts),
        new Finding.Proved<>(lines, new ForecastTally.Tallied(lines)),
        Budget.unlimited());
  }

  private static void assertFails(ForecastFacts facts, List<TallyLine> lines, String change) {
    assertInstanceOf(Verdict.Fails.class, verdict(facts, lines), change);
  }

  private static List<TallyLine> with(List<TallyLine> lines, int at, TallyLine other) {
    List<TallyLine> changed = new ArrayList<>(lines);
    changed.set(at, other);
    return changed;
  }

  @Test
  void everyScoreHoldsAndNoOtherDoes() {
    int scored = 0;
    for (long seed = 0; seed < 40; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      ForecastFacts facts = facts(view);
      List<TallyLine> lines = lines(view);
      assertEquals(new Verdict.Holds(), verdict(facts, lines), "seed " + seed);
      for (int i = 0; i < lines.size(); i++) {
        scored++;
        TallyLine line = lines.get(i);
        int due = line.due();
        int met = line.met();
        Rational brier = line.brier();
        String by = line.by();
        boolean isSpoken = line.isSpoken();
        assertFails(facts, with(lines, i, new TallyLine(by, isSpoken, due + 1, met, brier)), "due");
        assertFails(facts, with(lines, i, new TallyLine(by, isSpoken, due, met + 1, brier)), "met");
        assertFails(
            facts,
            with(
                lines,
                i,
                new TallyLine(by, isSpoken, due, met, brier.plus(Rational.of(1, 1_000_000)))),
            "score");
        assertFails(
            facts, with(lines, i, new TallyLine(by + "x", isSpoken, due, met, brier)), "name");
        List<TallyLine> fewer = new ArrayList<>(lines);
        fewer.remove(i);
        assertFails(facts, fewer, "left out");
      }
    }
    assertTrue(scored > 40, "only " + scored);
  }

  @Test
  void anotherOutcomeOrChanceScoresOtherwise() {
    int changed = 0;
    for (long seed = 0; seed < 40; seed++) {
      CaseView view = Cases.of(seed).viewFor(new Viewer.Mediator());
      ForecastFacts facts = facts(view);
      List<TallyLine> lines = lines(view);
      for (GivenChance given : facts.given()) {
        Rational chance = given.chance();
        boolean counts =
            chance != null
                && lines.stream().anyMatch(each -> each.by().equals(given.by()))
                && facts.given().stream()
                        .filter(each -> each.by().equals(given.by()))
                        .filter(each -> each.question() == given.question())
                        .count()
                    == 1;
        QuestionOutcome outcome = facts.outcomes().get(given.question());
        if (counts && outcome.isDue()) {
          List<QuestionOutcome> outcomes = new ArrayList<>(facts.outcomes());
          outcomes.set(
              given.question(), new QuestionOutcome(given.question(), true, !outcome.isMet()));
          assertFails(new ForecastFacts(outcomes, facts.given()), lines, "outcome");
          List<GivenChance> others = new ArrayList<>(facts.given());
          others.remove(given);
          assertFails(new ForecastFacts(facts.outcomes(), others), lines, "forecast gone");
          changed++;
        }
      }
    }
    assertTrue(changed > 10, "only " + changed);
  }

  @Test
  void aMadeUpQuestionIsNoPremise() {
    GivenChance given =
        new GivenChance("f", 3, "Ann", false, LocalDate.of(2026, 1, 1), Rational.of(1, 2));
    assertFails(new ForecastFacts(List.of(), List.of(given)), List.of(), "no such question");
  }
}
