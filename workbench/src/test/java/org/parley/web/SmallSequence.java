package org.parley.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.step.TermId;

/// What is to happen in the small world, and what is demanded of its order.
@NullMarked
final class SmallSequence {

  private static final Visibility ALL = new Visibility.Public();

  private final List<CaseRecord> records = new ArrayList<>();

  private SmallSequence() {}

  static List<CaseRecord> build() {
    SmallSequence sequence = new SmallSequence();
    sequence.steps();
    return sequence.records;
  }

  private void steps() {
    step(
        "dam",
        "The dam is opened",
        true,
        Map.of(SmallWorld.party("A"), -5L, SmallWorld.party("B"), 8L),
        null);
    step(
        "toll",
        "The toll is lifted",
        true,
        Map.of(SmallWorld.party("A"), 6L, SmallWorld.party("B"), -4L),
        null);
    step(
        "vote",
        "The assembly of Brenn votes",
        false,
        Map.of(),
        new Step.Duration(Period.ofDays(10), Period.ofDays(40), true));
    step("ford", SmallWorld.SCRIPT + " The ford is marked", false, Map.of(), null);
    records.add(
        new Term(
            new TermId("in-force"),
            "in force",
            List.of(
                new Term.Reading("voted", new StepId("vote"), List.of()),
                new Term.Reading("marked", new StepId("ford"), List.of())),
            ALL));
    demand(
        "toll-later",
        "The toll is lifted a month after the dam is opened",
        "A",
        new Demand.Timing.After(new StepId("toll"), new StepId("dam"), Period.ofDays(30), null),
        "c1");
    demand(
        "dam-first",
        "The dam is opened first of all, once the toll is lifted",
        "B",
        new Demand.Timing.Once(new StepId("dam"), new StepId("toll")),
        null);
    demand(
        "by-june",
        "The toll is lifted by June",
        "B",
        new Demand.Timing.By(new StepId("toll"), Edtf.of("2026-06")),
        null);
    demand(
        "after-force",
        "The dam is opened once the treaty is in force",
        "A",
        new Demand.Timing.Once(new StepId("dam"), new TermId("in-force")),
        null);
    demand(
        "who-decides",
        "The League sets the day of the ford",
        "L",
        new Demand.Timing.ToBeDetermined(new StepId("ford"), "the League"),
        null);
  }

  private void step(
      String id,
      String title,
      boolean irreversible,
      Map<PartyId, Long> worth,
      Step.@Nullable Duration duration) {
    records.add(
        new Step(
            new StepId(id),
            LocalizedText.of(title),
            null,
            null,
            List.of(),
            List.of(),
            duration,
            null,
            irreversible,
            worth,
            id.equals("dam")
                ? List.of(
                    observed(LocalDate.of(2025, 3, 1), Step.Level.INTERMEDIATE),
                    observed(LocalDate.of(2025, 3, 10), Step.Level.MINIMAL))
                : List.of(),
            List.of(),
            Map.of(),
            ALL));
  }

  private static Step.Observed observed(LocalDate day, Step.Level level) {
    return new Step.Observed(day, level, List.of(new SourceId("gazette")));
  }

  private void demand(
      String id, String text, String by, Demand.Timing timing, @Nullable String claim) {
    records.add(
        new Demand(
            new DemandId(id),
            text,
            List.of(SmallWorld.party(by)),
            claim == null ? List.of() : List.of(new ClaimId(claim)),
            List.of(),
            null,
            List.of(),
            List.of(timing),
            List.of(),
            claim == null,
            ALL));
  }
}
