package org.parley.web.queue;

import java.util.List;
import org.parley.casefile.form.FieldProblem;
import org.parley.model.Refusal;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Why something was not taken in or written.
public final class QueueTroubles {

  private QueueTroubles() {}

  static List<FieldProblem> of(Refusal why) {
    return List.of(of(new Complaint(why)));
  }

  static List<FieldProblem> of(Refusal why, String value) {
    return List.of(of(new Complaint(why, value)));
  }

  static FieldProblem of(Complaint complaint) {
    return new FieldProblem(List.of(), complaint);
  }

  /// In sentences, each with the field it is about.
  public static List<String> sentences(List<FieldProblem> troubles) {
    return troubles.stream().map(QueueTroubles::sentence).toList();
  }

  private static String sentence(FieldProblem problem) {
    return problem.path().isEmpty()
        ? problem.sentence()
        : Say.text(
            "queue.field-fault",
            "field",
            new Messages.Select(problem.path().getFirst()),
            "fault",
            problem.sentence());
  }
}
