package org.parley.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.RecordReader;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.FormVisibility;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.Visibility;
import org.parley.model.claim.Claim;
import org.parley.model.comment.Comment;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.EntityTags;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.comment.Colleagues;
import org.parley.web.people.AccountService;
import org.parley.web.service.CaseService;
import org.parley.web.service.ChangeRefusal;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.wording.Complaint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Adding, changing and removing records, each with the version it is based on.
final class ChangeLines {

  /// A record that is added.
  ///
  /// @param kind may be left out, since the address says it
  record AddRecordInput(
      String kind, JsonNode record, @Nullable String why, @Nullable String file) {}

  /// A record that is changed.
  ///
  /// @param kind may be left out, since the address says it
  record ChangeRecordInput(
      String kind,
      JsonNode record,
      @Nullable String version,
      @Nullable String why,
      @Nullable Boolean confirmWidening) {}

  record HeaderInput(
      @JsonKey(schema = "CaseInfoInput") JsonNode header,
      @Nullable String version,
      @Nullable String why) {}

  /// One of several changes: exactly one key says which.
  record ChangeInput(
      @Nullable @JsonKey(schema = "AddRecordInput") JsonNode add,
      @Nullable @JsonKey(schema = "ChangeRecordInput") JsonNode change,
      @Nullable RemoveInput remove) {}

  record RemoveInput(String id, String version) {}

  record ChangesInput(
      List<ChangeInput> changes, @Nullable String why, @Nullable Boolean confirmWidening) {}

  record DecideInput(
      @JsonKey(isNull = true, schema = "DecisionInput") @Nullable JsonNode decision,
      @Nullable String version,
      @Nullable LocalDate decided,
      @Nullable String why) {}

  /// The saved and removed records.
  record Saved(List<Records.VersionedRecord> saved, List<Id> removed) {}

  private static final int MOST_CHANGES = 1_000;

  private ChangeLines() {}

  static List<Line> lines() {
    return List.of(
        Line.change("POST", "/api/records/{kind}", "changes", "addRecord", "adds a record")
            .sent(AddRecordInput.class)
            .creates(Saved.class, ChangeLines::add),
        Line.change(
                "PUT", "/api/records/{kind}/{id}", "changes", "changeRecord", "changes a record")
            .sent(ChangeRecordInput.class)
            .conditional()
            .answers(Saved.class, ChangeLines::change),
        Line.change(
                "DELETE", "/api/records/{kind}/{id}", "changes", "removeRecord", "removes a record")
            .with(
                Parameter.text("version", "The version it is based on. Default: that of If-Match."),
                Parameter.text("why", "The reason. Default: none."))
            .conditional()
            .answers(Saved.class, ChangeLines::remove),
        Line.change("PUT", "/api/case/header", "changes", "describe", "changes the header")
            .forMediators()
            .sent(HeaderInput.class)
            .conditional()
            .answers(CaseLines.CaseHeader.class, ChangeLines::describe),
        Line.change("POST", "/api/changes", "changes", "change", "makes several changes as one")
            .sent(ChangesInput.class)
            .answers(Saved.class, ChangeLines::several),
        Line.change(
                "POST", "/api/items/{id}/decision", "changes", "decide", "decides on what came in")
            .sent(DecideInput.class)
            .conditional()
            .answers(Saved.class, ChangeLines::decide));
  }

  /// The record of a request, or its faults.
  ///
  /// @param unsaid the default visibility
  private static FormOutcome fill(
      RecordForm form, JsonNode record, Visibility unsaid, Collection<? extends CaseRecord> known) {
    FormValue.Keys written = FormValueJson.readKeys(record);
    return form.fill(
        written.get(FormVisibility.KEY) == null
            ? written.with(FormVisibility.KEY, FormVisibility.of(unsaid))
            : written,
        known);
  }

  /// To whom the one who asks has confirmed that records may be shown.
  static Visibility confirmed(JsonNode body) {
    return body.path("confirmWidening").asBoolean(false)
        ? new Visibility.Public()
        : new Visibility.Mediator();
  }

  /// The record that was sent.
  static JsonNode record(JsonNode holder) {
    JsonNode record = holder.get("record");
    if (record == null || !record.isObject()) {
      throw BadQuery.ofBody("record", "that is not a JSON object", "Maybe add the record.");
    }
    return record;
  }

  /// The body of a record of the kind in the address.
  static JsonNode body(Asked asked, RecordForm form, Class<?> record) {
    JsonNode body = asked.body(record);
    if (!Asked.text(body, "kind").isEmpty()) {
      String kind = kind(body);
      if (!kind.equals(form.kind())) {
        throw BadQuery.ofBody(
            "kind",
            "the address is of " + form.kind() + ", and this is of " + kind,
            "Maybe " + form.kind() + ", or leave it out.");
      }
    }
    return body;
  }

  /// The kind of record that something sent names.
  private static String kind(JsonNode holder) {
    String kind = Asked.text(holder, "kind");
    if (!RecordForm.kinds().contains(kind)) {
      throw BadQuery.ofBody(
          "kind",
          "there is no kind of record \"" + kind + "\"",
          "Maybe one of: " + String.join(", ", RecordForm.kinds()) + ".");
    }
    return kind;
  }

  private static Version version(JsonNode holder) {
    return version(Asked.text(holder, "version"));
  }

  private static Version version(String version) {
    if (version.isEmpty()) {
      throw BadQuery.ofBody(
          "version",
          "it is not said which version this is based on",
          "Maybe read the record again and name its version, or send its ETag as If-Match.");
    }
    return new Version(version);
  }

  /// The version a change is based on: the named one, unless `If-Match` contradicts it.
  private static Version version(Asked asked, String named, Version current) {
    String header = asked.sent().ifMatch();
    if (header == null) {
      return version(named);
    }
    return EntityTags.of(header).matchStrongly("\"" + current.value() + "\"")
        ? named.isEmpty() ? current : new Version(named)
        : new Version("");
  }

  private static Reply add(Asked asked) {
    RecordForm form = Records.form(asked);
    JsonNode body = body(asked, form, AddRecordInput.class);
    JsonNode record = record(body);
    Visibility unsaid = unsaid(asked, record);
    return switch (fill(form, record, unsaid, asked.open().view().records())) {
      case FormOutcome.Faulty(List<FieldProblem> problems) ->
          Errors.unfilled(record.path("id").asString(""), problems);
      case FormOutcome.Made(CaseRecord made) -> {
        String file = Asked.text(body, "file");
        List<CaseEdit> edits = List.of(new CaseEdit.Add(made, file.isEmpty() ? null : file));
        Reply reply = save(asked, edits, body, Map.of());
        yield reply instanceof Reply.One saved
            ? Reply.created(Records.address(made), saved.body())
            : reply;
      }
    };
  }

  private static Visibility unsaid(Asked asked, JsonNode record) {
    return Rights.defaultVisibility(
        asked.visitor(), asked.open().view(), record.path("amends").asString(""));
  }

  private static Reply change(Asked asked) {
    RecordForm form = Records.form(asked);
    CaseRecord current = Records.find(asked, form);
    JsonNode body = body(asked, form, ChangeRecordInput.class);
    JsonNode record = record(body);
    Version version = version(asked, Asked.text(body, "version"), Version.of(current));
    return switch (fill(form, record, current.visibility(), asked.open().view().records())) {
      case FormOutcome.Faulty(List<FieldProblem> problems) ->
          Errors.unfilled(current.id().value(), problems);
      case FormOutcome.Made(CaseRecord made) when !made.id().equals(current.id()) ->
          Errors.unfilled(
              current.id().value(),
              List.of(
                  new FieldProblem(
                      List.of("id"),
                      new Complaint(
                          ChangeRefusal.Plain.OTHER_RECORD_ADDRESSED, made.id().value()))));
      case FormOutcome.Made(CaseRecord made) ->
          save(asked, List.of(new CaseEdit.Change(made)), body, Map.of(made.id().value(), version));
    };
  }

  private static Reply remove(Asked asked) {
    String named = asked.query().text("version");
    String why = asked.query().text("why");
    CaseRecord current = Records.find(asked, Records.form(asked));
    Version version = version(asked, named == null ? "" : named, Version.of(current));
    return save(
        asked,
        List.of(new CaseEdit.Remove(current.id())),
        JsonMapper.shared().createObjectNode().put("why", why == null ? "" : why),
        Map.of(current.id().value(), version));
  }

  private static Reply describe(Asked asked) {
    JsonNode body = asked.body(HeaderInput.class);
    JsonNode header = body.get("header");
    if (header == null || !header.isObject()) {
      throw BadQuery.ofBody("header", "that is not a JSON object", "Maybe add the header.");
    }
    Version version =
        version(asked, Asked.text(body, "version"), Version.of(asked.open().view().info()));
    RecordReader.Read<CaseInfo> read =
        new RecordReader(asked.open().view().records()).readHeader(header.toString());
    CaseInfo info = read.record();
    if (info == null) {
      return Errors.unfilled(
          CaseService.HEADER,
          read.problems().stream()
              .map(each -> new FieldProblem(each.path(), each.complaint()))
              .toList());
    }
    return switch (asked
        .cases()
        .change(
            asked.visitor(),
            List.of(new CaseEdit.Describe(info)),
            Asked.text(body, "why"),
            Map.of(CaseService.HEADER, version))) {
      case SaveOutcome.Refused refused -> Errors.refused(refused);
      case SaveOutcome.Widens widens -> Errors.widens(asked.open(), widens);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _ ->
          Errors.ofHeader(asked.again().open(), asked.sent().ifMatch() != null);
      case SaveOutcome.Saved(OpenCase open) ->
          Reply.versioned(Version.of(open.view().info()).value(), CaseLines.header(open));
    };
  }

  private static Reply several(Asked asked) {
    JsonNode body = asked.body(ChangesInput.class);
    JsonNode changes = body.path("changes");
    if (!changes.isArray() || changes.isEmpty() || changes.size() > MOST_CHANGES) {
      throw BadQuery.ofBody(
          "changes", "that is not a list of 1 to " + MOST_CHANGES + " changes", "Maybe split it.");
    }
    List<CaseEdit> edits = new ArrayList<>();
    Map<String, Version> basedOn = new HashMap<>();
    List<FieldProblem> problems = new ArrayList<>();
    String faulty = "";
    Map<String, CaseRecord> known = new LinkedHashMap<>();
    asked.open().view().records().forEach(each -> known.put(each.id().value(), each));
    for (JsonNode each : changes) {
      FormOutcome filled = one(asked, each, known, edits, basedOn);
      if (filled instanceof FormOutcome.Faulty(List<FieldProblem> wrong) && problems.isEmpty()) {
        faulty = each.findPath("record").path("id").asString("");
        problems.addAll(wrong);
      }
    }
    return problems.isEmpty()
        ? save(asked, edits, body, basedOn)
        : Errors.unfilled(faulty, problems);
  }

  /// Takes one of several changes; a record that was added is known to those after it.
  private static @Nullable FormOutcome one(
      Asked asked,
      JsonNode change,
      Map<String, CaseRecord> known,
      List<CaseEdit> edits,
      Map<String, Version> basedOn) {
    if (!change.isObject() || change.size() != 1) {
      throw unclear("it has " + change.size() + " keys");
    }
    Map.Entry<String, JsonNode> what = change.properties().iterator().next();
    JsonNode holder = what.getValue();
    if (what.getKey().equals("remove")) {
      CaseRecord current = asked.open().view().find(Asked.text(holder, "id")).orElse(null);
      String id = Asked.text(holder, "id");
      if (current == null || !current.id().value().equals(id)) {
        throw new NotOnRecord("record", id, known.keySet());
      }
      edits.add(new CaseEdit.Remove(current.id()));
      basedOn.put(id, version(holder));
      return null;
    }
    if (!what.getKey().equals("add") && !what.getKey().equals("change")) {
      throw unclear("nothing is called \"" + what.getKey() + "\" here");
    }
    String kind = kind(holder);
    JsonNode record = record(holder);
    CaseRecord before = known.get(record.path("id").asString(""));
    Visibility unsaid =
        what.getKey().equals("change") && before != null
            ? before.visibility()
            : unsaid(asked, record);
    FormOutcome filled = fill(RecordForm.of(kind), record, unsaid, known.values());
    if (filled instanceof FormOutcome.Made(CaseRecord made)) {
      String id = made.id().value();
      known.put(id, made);
      if (what.getKey().equals("add")) {
        String file = Asked.text(holder, "file");
        edits.add(new CaseEdit.Add(made, file.isEmpty() ? null : file));
      } else {
        edits.add(new CaseEdit.Change(made));
        basedOn.put(id, version(holder));
      }
    }
    return filled;
  }

  private static BadQuery unclear(String problem) {
    return BadQuery.ofBody("changes", problem, "Maybe one of: add, change, remove.");
  }

  private static Reply decide(Asked asked) {
    RecordForm form = RecordForm.of("items");
    CaseRecord current = Records.find(asked, form);
    JsonNode body = asked.body(DecideInput.class);
    Version version = version(asked, Asked.text(body, "version"), Version.of(current));
    JsonNode decision = body.get("decision");
    if (decision == null) {
      throw BadQuery.ofBody("decision", "there is none", "Maybe {\"information-only\": \"why\"}.");
    }
    boolean waits = decision.isNull();
    String day = Asked.text(body, "decided");
    FormValue.Keys written =
        form.written(current)
            .with("decision", waits ? null : FormValueJson.read(decision))
            .with(
                "decided",
                waits ? null : new FormValue.Words(day.isEmpty() ? asked.today().toString() : day))
            .with("decidedBy", waits ? null : new FormValue.Words(asked.visitor().name()));
    return switch (form.fill(written, asked.open().view().records())) {
      case FormOutcome.Faulty(List<FieldProblem> problems) ->
          Errors.unfilled(current.id().value(), problems);
      case FormOutcome.Made(CaseRecord made) ->
          save(asked, List.of(new CaseEdit.Change(made)), body, Map.of(made.id().value(), version));
    };
  }

  static Reply save(
      Asked asked, List<CaseEdit> edits, JsonNode body, Map<String, Version> basedOn) {
    for (CaseEdit edit : edits) {
      if (edit instanceof CaseEdit.Remove(var id)
          && asked.visitor().role() == Role.MEDIATOR
          && asked.open().view().find(id).orElse(null) instanceof Claim) {
        return Errors.refused(SaveOutcome.Refused.claimStays(id.value()));
      }
    }
    List<SaveOutcome.Trouble> unreached = unreached(asked, edits);
    if (!unreached.isEmpty()) {
      return Errors.refused(new SaveOutcome.Refused(unreached));
    }
    SaveOutcome saving =
        asked
            .cases()
            .change(asked.visitor(), edits, Asked.text(body, "why"), basedOn, confirmed(body));
    return reply(asked, saving, edits);
  }

  /// The mentions in new and changed comments that reach nobody.
  private static List<SaveOutcome.Trouble> unreached(Asked asked, List<CaseEdit> edits) {
    AccountService people = asked.services().people();
    Colleagues colleagues = people == null ? Colleagues.NONE : people.colleagues();
    List<SaveOutcome.Trouble> troubles = new ArrayList<>();
    for (CaseEdit edit : edits) {
      CaseRecord record =
          switch (edit) {
            case CaseEdit.Add(CaseRecord added, _) -> added;
            case CaseEdit.Change(CaseRecord changed) -> changed;
            case CaseEdit.Remove _, CaseEdit.Describe _ -> null;
          };
      if (record instanceof Comment comment && comment.text() != null) {
        colleagues
            .unreached(asked.visitor(), comment.text(), comment.visibility())
            .ifPresent(
                name ->
                    troubles.add(
                        new SaveOutcome.Trouble(
                            comment.id().value(),
                            List.of("text"),
                            new Complaint(ChangeRefusal.Plain.MENTION_UNREACHED, "@" + name))));
      }
    }
    return troubles;
  }

  /// The response to changes.
  static Reply reply(Asked asked, SaveOutcome saving, List<CaseEdit> edits) {
    return switch (saving) {
      case SaveOutcome.Refused refused -> Errors.refused(refused);
      case SaveOutcome.Widens widens -> Errors.widens(asked.open(), widens);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict conflict ->
          Errors.conflict(conflict, asked.sent().ifMatch() != null);
      case SaveOutcome.Saved(OpenCase open) -> {
        List<Records.VersionedRecord> saved = new ArrayList<>();
        List<Id> removed = new ArrayList<>();
        for (CaseEdit edit : edits) {
          switch (edit) {
            case CaseEdit.Add(CaseRecord record, _) -> saved(saved, open, record);
            case CaseEdit.Change(CaseRecord record) -> saved(saved, open, record);
            case CaseEdit.Remove(var id) -> removed.add(id);
            case CaseEdit.Describe _ -> {}
          }
        }
        yield Reply.of(new Saved(saved, removed));
      }
    };
  }

  private static void saved(List<Records.VersionedRecord> saved, OpenCase open, CaseRecord record) {
    open.view().find(record.id()).ifPresent(each -> saved.add(Records.versioned(each)));
  }
}
