package org.parley.web.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.web.api.line.Reply;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemAnswer.Differs;
import org.parley.web.view.ProblemAnswer.RecordClash;
import org.parley.web.view.ProblemAnswer.Trouble;
import org.parley.web.view.ProblemAnswer.Widened;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Error responses.
final class Errors {

  private Errors() {}

  /// The answer that is a problem.
  static Reply reply(ProblemAnswer problem) {
    return new Reply.Refused(problem);
  }

  static Reply reply(ProblemCode code, String title, String detail, String advice) {
    return reply(ProblemAnswer.of(code, title, detail, advice));
  }

  /// The case cannot be read; a mediator gets the reason.
  static void faulty(Context ctx, Visitor visitor, List<FaultView> faults) {
    ProblemAnswer.faulty(visitor.role() == Role.MEDIATOR ? faults : List.of()).show(ctx);
  }

  /// It is not a record yet.
  static Reply unfilled(String id, List<FieldProblem> problems) {
    return cannotBeSaved(
        problems.stream().map(each -> trouble(id, each.path(), each.complaint())).toList());
  }

  private static Reply cannotBeSaved(List<Trouble> troubles) {
    return reply(
        ProblemAnswer.of(
                ProblemCode.NOT_SAVED,
                "That cannot be saved",
                "Nothing was changed: see the troubles.",
                "Maybe correct what they name and send it again.")
            .withTroubles(troubles));
  }

  private static Trouble trouble(@Nullable String id, List<String> path, Complaint complaint) {
    return new Trouble(id, path, ComplaintAnswer.of(complaint));
  }

  /// It may not be saved.
  static Reply refused(SaveOutcome.Refused refused) {
    return cannotBeSaved(
        refused.troubles().stream()
            .map(each -> trouble(each.record(), each.path(), each.complaint()))
            .toList());
  }

  /// A record would be shown to more readers without confirmation.
  static Reply widens(OpenCase open, SaveOutcome.Widens widens) {
    return reply(
        ProblemAnswer.of(
                ProblemCode.WIDENS,
                "More people would read it",
                "Nothing was changed: see who would newly see what. What was read cannot be unread.",
                "Maybe send it again with \"confirmWidening\": true, or with another visibility.")
            .withWidens(
                widens.widenings().stream()
                    .map(
                        each ->
                            new Widened(
                                each.record(),
                                each.part(),
                                Records.visibility(each.before()),
                                Records.visibility(each.after()),
                                Say.newReaders(open.view(), each.before(), each.after())))
                    .toList()));
  }

  /// A concurrent change of the header: its present state.
  static Reply ofHeader(OpenCase now, boolean isPrecondition) {
    return changedMeanwhile(
        isPrecondition,
        List.of(
            new RecordClash(
                CaseService.HEADER,
                Version.of(now.view().info()).value(),
                FormValueJson.of(now.view().info()),
                List.of())));
  }

  /// @param isPrecondition whether the version stood in If-Match
  private static Reply changedMeanwhile(boolean isPrecondition, List<RecordClash> clashes) {
    return reply(
        ProblemAnswer.of(
                isPrecondition ? ProblemCode.PRECONDITION_FAILED : ProblemCode.CHANGED_MEANWHILE,
                "Somebody else changed it meanwhile",
                "Nothing was changed: see what stands now.",
                "Maybe look at what differs, and send it again with the version that stands now.")
            .withClashes(clashes));
  }

  /// A concurrent change of the same record: its present state, and the differences.
  static Reply conflict(SaveOutcome.Conflict conflict, boolean isPrecondition) {
    return changedMeanwhile(
        isPrecondition, conflict.clashes().stream().map(Errors::clash).toList());
  }

  private static RecordClash clash(SaveOutcome.Clash clash) {
    CaseRecord current = clash.current();
    return current == null
        ? new RecordClash(clash.id(), null, null, List.of())
        : new RecordClash(
            clash.id(),
            Version.of(current).value(),
            Records.record(current),
            differs(current, clash.wanted()));
  }

  private static List<Differs> differs(CaseRecord current, @Nullable CaseRecord wanted) {
    if (wanted == null || wanted.getClass() != current.getClass()) {
      return List.of();
    }
    RecordForm form = RecordForm.of(current);
    return Difference.between(form, form.written(wanted), form.written(current)).stream()
        .map(
            each ->
                new Differs(
                    Records.field(each),
                    Records.side(form, each, each.before()),
                    Records.side(form, each, each.after())))
        .toList();
  }
}
