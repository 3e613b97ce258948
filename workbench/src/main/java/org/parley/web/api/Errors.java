package org.parley.web.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintJson;
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
import org.parley.web.service.VisibilityWidening;
import org.parley.web.service.Visitor;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.ProblemJson;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is answered where something is wrong.
final class Errors {

  private Errors() {}

  /// The answer that is a problem.
  static Reply reply(ObjectNode problem) {
    return new Reply.Refused(problem);
  }

  static Reply reply(ProblemCode code, String title, String detail, String advice) {
    return reply(ProblemJson.of(code, title, detail, advice));
  }

  /// The case cannot be read; a mediator is told why.
  static void faulty(Context ctx, Visitor visitor, List<FaultView> faults) {
    ObjectNode json =
        ProblemJson.of(
            ProblemCode.FAULTY_CASE,
            "The case has faults",
            "It cannot be shown until they are corrected.",
            "Maybe correct its files: each fault has its place.");
    if (visitor.role() == Role.MEDIATOR) {
      ArrayNode all = json.putArray("faults");
      for (FaultView fault : faults) {
        all.addObject()
            .put("place", fault.place())
            .put("message", fault.message())
            .put("advice", fault.advice());
      }
    }
    ProblemJson.show(ctx, json);
  }

  /// It is not a record yet.
  static Reply unfilled(String id, List<FieldProblem> problems) {
    ObjectNode json = cannotBeSaved();
    ArrayNode troubles = json.putArray("troubles");
    for (FieldProblem problem : problems) {
      trouble(troubles.addObject().put("record", id), problem.path(), problem.complaint());
    }
    return reply(json);
  }

  private static ObjectNode cannotBeSaved() {
    return ProblemJson.of(
        ProblemCode.NOT_SAVED,
        "That cannot be saved",
        "Nothing was changed: see the troubles.",
        "Maybe correct what they name and send it again.");
  }

  private static void trouble(ObjectNode json, List<String> path, Complaint complaint) {
    ArrayNode steps = json.putArray("path");
    path.forEach(steps::add);
    ComplaintJson.put(json, complaint);
  }

  /// It may not be saved.
  static Reply refused(SaveOutcome.Refused refused) {
    ObjectNode json = cannotBeSaved();
    ArrayNode troubles = json.putArray("troubles");
    for (SaveOutcome.Trouble each : refused.troubles()) {
      ObjectNode one = troubles.addObject();
      if (each.record() != null) {
        one.put("record", each.record());
      }
      trouble(one, each.path(), each.complaint());
    }
    return reply(json);
  }

  /// More would see what is on record, and that was not confirmed.
  static Reply widens(OpenCase open, SaveOutcome.Widens widens) {
    ObjectNode json =
        ProblemJson.of(
            ProblemCode.WIDENS,
            "More people would read it",
            "Nothing was changed: see who would newly see what. What was read cannot be unread.",
            "Maybe send it again with \"confirmWidening\": true, or with another visibility.");
    ArrayNode all = json.putArray("widens");
    for (VisibilityWidening each : widens.widenings()) {
      ObjectNode one = all.addObject().put("record", each.record()).put("part", each.part());
      one.set("before", Records.visibility(each.before()));
      one.set("after", Records.visibility(each.after()));
      one.put("readers", Say.newReaders(open.view(), each.before(), each.after()));
    }
    return reply(json);
  }

  /// Somebody changed the header meanwhile: what stands now.
  static Reply ofHeader(OpenCase now, boolean isPrecondition) {
    ObjectNode json = changedMeanwhile(isPrecondition);
    ObjectNode clash = json.putArray("clashes").addObject().put("id", CaseService.HEADER);
    clash.put("version", Version.of(now.view().info()).value());
    clash.set("record", FormValueJson.of(now.view().info()));
    clash.putArray("differs");
    return reply(json);
  }

  /// @param isPrecondition whether the version stood in If-Match
  private static ObjectNode changedMeanwhile(boolean isPrecondition) {
    return ProblemJson.of(
        isPrecondition ? ProblemCode.PRECONDITION_FAILED : ProblemCode.CHANGED_MEANWHILE,
        "Somebody else changed it meanwhile",
        "Nothing was changed: see what stands now.",
        "Maybe look at what differs, and send it again with the version that stands now.");
  }

  /// Somebody changed the same: what stands now, and where it differs.
  static Reply conflict(SaveOutcome.Conflict conflict, boolean isPrecondition) {
    ObjectNode json = changedMeanwhile(isPrecondition);
    ArrayNode clashes = json.putArray("clashes");
    for (SaveOutcome.Clash clash : conflict.clashes()) {
      ObjectNode each = clashes.addObject().put("id", clash.id());
      CaseRecord current = clash.current();
      if (current == null) {
        each.putNull("version").putNull("record").putArray("differs");
      } else {
        each.put("version", Version.of(current).value());
        each.set("record", Records.record(current));
        differs(each.putArray("differs"), current, clash.wanted());
      }
    }
    return reply(json);
  }

  private static void differs(ArrayNode json, CaseRecord current, @Nullable CaseRecord wanted) {
    if (wanted == null || wanted.getClass() != current.getClass()) {
      return;
    }
    RecordForm form = RecordForm.of(current);
    for (Difference each : Difference.between(form, form.written(wanted), form.written(current))) {
      json.add(Records.difference(form, each, "yours", "now"));
    }
  }
}
