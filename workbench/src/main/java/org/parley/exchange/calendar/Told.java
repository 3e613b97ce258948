package org.parley.exchange.calendar;

import java.util.stream.Collectors;
import org.parley.model.step.StepId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Wording;
import org.parley.sequence.plan.Plan;

/// What is said of a step beside its dates.
record Told(SequenceProblem problem) {

  /// Its window and why it cannot be earlier or later.
  String notes(Plan.Window start, Plan.Window end) {
    var words = new Wording(problem);
    Long latest = end.latest();
    String window =
        "Earliest "
            + problem.scale().inWords(start.earliest())
            + (latest == null
                ? ", no latest."
                : ", latest end " + problem.scale().inWords(latest) + ".");
    String why =
        start.whyNotEarlier().stream()
            .map(link -> words.of(link) + " (" + words.why(link) + ")")
            .collect(Collectors.joining("\n"));
    String whyNot =
        end.whyNotLater().stream()
            .map(link -> words.of(link) + " (" + words.why(link) + ")")
            .collect(Collectors.joining("\n"));
    return window
        + (why.isEmpty() ? "" : "\nNot earlier because:\n" + why)
        + (whyNot.isEmpty() ? "" : "\nNot later because:\n" + whyNot);
  }

  static Plan.Window start(Plan plan, StepId step) {
    return plan.get(org.parley.sequence.Moment.start(step));
  }

  static Plan.Window end(Plan plan, StepId step) {
    return plan.get(org.parley.sequence.Moment.end(step));
  }
}
