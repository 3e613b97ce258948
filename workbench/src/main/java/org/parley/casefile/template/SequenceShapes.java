package org.parley.casefile.template;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.step.Demand;
import org.parley.model.step.Demand.Timing;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;

/// The shapes of sequences: steps, and demands of order that nobody has stated yet.
final class SequenceShapes {

  private final Blanks blanks;
  private final List<CaseRecord> steps = new ArrayList<>();
  private final List<CaseRecord> demands = new ArrayList<>();

  SequenceShapes(Blanks blanks) {
    this.blanks = blanks;
  }

  /// Each phase is verified, answered by the other side, and opens the next one.
  List<CaseRecord> phasedWithdrawal() {
    int phases = blanks.number("phases");
    StepId before = null;
    for (int i = 1; i <= phases; i++) {
      StepId phase =
          step(
              "withdrawal-" + i,
              blanks.title("withdrawal.phase", "number", i, "of", phases),
              blanks.all("withdrawing"),
              true,
              blanks.number("phase"));
      StepId verified =
          step(
              "withdrawal-" + i + "-verified",
              blanks.title("withdrawal.verified", "number", i),
              blanks.all("monitor"),
              false,
              blanks.number("verification"));
      StepId answered =
          step(
              "withdrawal-" + i + "-answered",
              blanks.title("withdrawal.answered", "number", i),
              blanks.all("other"),
              false,
              0);
      if (before != null) {
        demand(
            "withdrawal-" + i,
            blanks.say("withdrawal.next", "number", i),
            new Timing.After(phase, before, null, null));
      }
      demand(
          "withdrawal-" + i + "-verified",
          blanks.say("withdrawal.verify", "number", i),
          new Timing.After(verified, phase, null, null));
      demand(
          "withdrawal-" + i + "-answered",
          blanks.say("withdrawal.answer", "number", i),
          new Timing.After(answered, verified, null, null));
      before = answered;
    }
    return records();
  }

  /// A ceasefire that has held is verified, and talks begin within a time of that.
  List<CaseRecord> ceasefireThenTalks() {
    StepId ceasefire =
        step("ceasefire", blanks.title("talks.ceasefire"), blanks.all("parties"), false, 0);
    StepId verified =
        step(
            "ceasefire-verified",
            blanks.title("talks.verified"),
            blanks.all("monitor"),
            false,
            blanks.number("verification"));
    StepId talks = step("talks", blanks.title("talks.begin"), blanks.all("parties"), false, 0);
    int quiet = blanks.number("quiet");
    demand(
        "ceasefire-verified",
        blanks.say("talks.verify", "days", quiet),
        new Timing.After(verified, ceasefire, Period.ofDays(quiet), null));
    int most = blanks.number("talks");
    demand(
        "talks",
        blanks.say("talks.within", "days", most),
        new Timing.After(talks, verified, null, Period.ofDays(most)));
    return records();
  }

  /// Each share of the weapons is laid down as a group is released, and verified before the next.
  List<CaseRecord> disarmamentForRelease() {
    int stages = blanks.number("stages");
    StepId before = null;
    for (int i = 1; i <= stages; i++) {
      StepId disarmed =
          step(
              "disarmament-" + i,
              blanks.title("disarmament.stage", "number", i, "of", stages),
              blanks.all("disarming"),
              true,
              blanks.number("stage"));
      StepId released =
          step(
              "release-" + i,
              blanks.title("disarmament.release", "number", i, "of", stages),
              blanks.all("releasing"),
              true,
              0);
      StepId verified =
          step(
              "disarmament-" + i + "-verified",
              blanks.title("disarmament.verified", "number", i),
              blanks.all("monitor"),
              false,
              blanks.number("verification"));
      if (before != null) {
        demand(
            "disarmament-" + i,
            blanks.say("disarmament.next", "number", i),
            new Timing.After(disarmed, before, null, null));
      }
      demand(
          "release-" + i,
          blanks.say("disarmament.together", "number", i),
          new Timing.Together(released, disarmed));
      demand(
          "disarmament-" + i + "-verified",
          blanks.say("disarmament.verify", "number", i),
          new Timing.After(verified, disarmed, null, null));
      before = verified;
    }
    return records();
  }

  private List<CaseRecord> records() {
    List<CaseRecord> records = new ArrayList<>(steps);
    records.addAll(demands);
    return List.copyOf(records);
  }

  /// @param mostDays the greatest duration; 0 for a moment
  private StepId step(
      String stem, LocalizedText title, List<PartyId> by, boolean isIrreversible, int mostDays) {
    StepId id = new StepId(blanks.id(stem));
    Step.@Nullable Duration duration =
        mostDays == 0 ? null : new Step.Duration(Period.ofDays(1), Period.ofDays(mostDays), false);
    Map<String, String> assumed = new TreeMap<>();
    if (duration != null) {
      assumed.put("duration", blanks.assumed());
    }
    if (isIrreversible) {
      assumed.put("irreversible", blanks.assumed());
    }
    steps.add(
        new Step(
            id,
            title,
            null,
            null,
            by,
            List.of(),
            duration,
            null,
            isIrreversible,
            Map.of(),
            List.of(),
            List.of(),
            assumed,
            blanks.readers()));
    return id;
  }

  private void demand(String stem, String text, Timing timing) {
    demands.add(
        new Demand(
            new DemandId(blanks.id("d-" + stem)),
            text,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(timing),
            List.of(),
            true,
            blanks.readers()));
  }
}
