package org.parley.answer.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.answer.AnswerJson;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import org.parley.sequence.DemandVerdict;
import org.parley.wording.Messages;
import org.parley.wording.OutcomeWording;

/// The outcomes of the demands of a case.
public record OutcomeAnswers(CaseView view) {

  /// The outcomes of all demands on a day.
  ///
  /// @param knownAt the day whose knowledge counts; absent where all that is known does
  public record OutcomesAnswer(
      LocalDate asOf,
      @Nullable LocalDate knownAt,
      Map<String, Integer> counts,
      List<DemandOutcomeAnswer> outcomes) {}

  /// The outcome of one demand.
  ///
  /// @param since the day from which it is demanded; absent where nothing dates it
  /// @param step the step that decided it; absent where it is open
  /// @param on the day of the completion, breach or missed deadline; absent where it is open
  /// @param days how late at least, or how long overdue, in days
  /// @param mostDays how late at most, where the date is imprecise
  public record DemandOutcomeAnswer(
      DemandId demand,
      @Nullable LocalDate since,
      DemandVerdict verdict,
      @Nullable StepId step,
      @Nullable LocalDate on,
      long days,
      long mostDays,
      List<PartyId> by,
      String words) {}

  /// How many demands have each verdict.
  public static Map<DemandVerdict, Integer> counts(List<DemandOutcome> outcomes) {
    Map<DemandVerdict, Integer> counts = new EnumMap<>(DemandVerdict.class);
    for (DemandVerdict each : DemandVerdict.values()) {
      counts.put(each, 0);
    }
    outcomes.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
    return counts;
  }

  /// The counts in a sentence.
  public static String summary(LocalDate day, List<DemandOutcome> outcomes) {
    Messages messages = Messages.current();
    List<Object> values = new ArrayList<>(List.of("day", messages.dates().day(day)));
    counts(outcomes)
        .forEach((verdict, count) -> values.addAll(List.of(AnswerJson.word(verdict), count)));
    return messages.text("sequence.outcomes.as-of", values.toArray());
  }

  /// The outcomes on a day, with the knowledge of another.
  public SequenceAnswer outcomes(LocalDate day, LocalDate knownAt) {
    return outcomes(Acts.of(view).at(new AsOf(day, knownAt)));
  }

  /// The outcomes on the day of the acts of the case.
  public SequenceAnswer outcomes(ActLedger acts) {
    LocalDate day = acts.asOf().date();
    LocalDate knownAt = acts.asOf().knownAt();
    List<DemandOutcome> all = DemandOutcomes.of(view, acts);
    OutcomeWording wording = new OutcomeWording(Messages.current(), view);
    List<String> text = new ArrayList<>();
    text.add(all.isEmpty() ? Messages.current().text("sequence.outcomes.none") : summary(day, all));
    List<DemandOutcomeAnswer> answers = new ArrayList<>();
    for (DemandOutcome each : all) {
      Demand demand = (Demand) view.find(each.demand()).orElseThrow();
      String words = wording.verdict(each);
      text.add("  " + words + ": " + demand.text() + " [" + each.demand() + "]");
      answers.add(
          new DemandOutcomeAnswer(
              each.demand(),
              each.since(),
              each.verdict(),
              each.step(),
              each.on(),
              each.days(),
              each.mostDays(),
              each.by(),
              words));
    }
    return new SequenceAnswer(
        SequenceAnswer.text(text),
        new OutcomesAnswer(
            day,
            knownAt.equals(LocalDate.MAX) ? null : knownAt,
            AnswerJson.byWord(counts(all)),
            answers),
        true);
  }
}
