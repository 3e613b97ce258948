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
import org.parley.web.desk.CaseService;
import org.parley.web.desk.Role;
import org.parley.web.desk.SaveOutcome;
import org.parley.web.desk.Version;
import org.parley.web.desk.VisibilityWidening;
import org.parley.web.desk.Visitor;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is answered where something is wrong.
final class Errors {

  private Errors() {}

  static ObjectNode of(String title, String message, String advice) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("error", title)
        .put("message", message)
        .put("advice", advice);
  }

  static void show(Context ctx, int status, String title, String message, String advice) {
    ctx.status(status)
        .contentType("application/json")
        .result(of(title, message, advice).toString());
  }

  /// The case cannot be read; a mediator is told why.
  static void faulty(Context ctx, Visitor visitor, List<FaultView> faults) {
    ObjectNode json =
        of(
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
    ctx.status(503).contentType("application/json").result(json.toString());
  }

  /// It is not a record yet.
  static Reply unfilled(String id, List<FieldProblem> problems) {
    ObjectNode json = cannotBeSaved();
    ArrayNode troubles = json.putArray("troubles");
    for (FieldProblem problem : problems) {
      trouble(troubles.addObject().put("record", id), problem.path(), problem.complaint());
    }
    return new Reply.One(422, json);
  }

  private static ObjectNode cannotBeSaved() {
    return of(
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
    return new Reply.One(422, json);
  }

  /// More would see what is on record, and that was not confirmed.
  static Reply widens(OpenCase open, SaveOutcome.Widens widens) {
    ObjectNode json =
        of(
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
    return new Reply.One(422, json);
  }

  /// Somebody changed the header meanwhile: what stands now.
  static ObjectNode ofHeader(OpenCase now) {
    ObjectNode json = changedMeanwhile();
    ObjectNode clash = json.putArray("clashes").addObject().put("id", CaseService.HEADER);
    clash.put("version", Version.of(now.view().info()).value());
    clash.set("record", FormValueJson.of(now.view().info()));
    clash.putArray("differs");
    return json;
  }

  private static ObjectNode changedMeanwhile() {
    return of(
        "Somebody else changed it meanwhile",
        "Nothing was changed: see what stands now.",
        "Maybe look at what differs, and send it again with the version that stands now.");
  }

  /// Somebody changed the same: what stands now, and where it differs.
  static Reply conflict(SaveOutcome.Conflict conflict) {
    ObjectNode json = changedMeanwhile();
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
    return new Reply.One(409, json);
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
