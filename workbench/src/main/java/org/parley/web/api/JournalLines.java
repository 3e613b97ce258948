package org.parley.web.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintJson;
import org.parley.answer.EntryJson;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.RecordForm;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.SetAside;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.Undo;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.journal.UndoPreview;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.VisibleJournal;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.wording.Complaint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The journal: what was changed, and taking it back.
final class JournalLines {

  static final String TYPES =
      """
      JournalEntry = {number?: whole, at: moment, who: text, why: text, kind: text, id: id,
        before: text | null, after: text | null, previous?: text, hash?: text, setAside?: truth}
      UndoClash = {name: text, before: any, now: any}
      Undo = {entry: JournalEntry, together: whole[], clashes: UndoClash[], problems: text[],
        changes: {kind: text, id: id, isAdded: truth, isRemoved: truth,
        fields: {field: text, now: any, then: any}[]}[]}
      SetAside = {kind: text, id: id, version: text, visibility: Visibility, record: RecordContent,
        file?: text, line?: whole, problems: {path: text[],
        code: text, message: text, value: text, advice: text}[]}
      Saved = {saved: VersionedRecord[], removed: id[]}
      Versions = {id: id, kind: text, entries: JournalEntry[], changed: {field: text, before: any,
        after: any}[]}
      UndoInput = {all?: truth, keep?: text[], take?: text[], why?: text, confirmWidening?: truth}
      UndoChangeInput = {change?: whole, keep?: text[], take?: text[], why?: text,
        confirmWidening?: truth}
      """;

  private static final Parameter WHOLE =
      Parameter.oneOf(
          "undo", List.of("all"), "With everything recorded together. Default: this entry alone.");

  private JournalLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/entries", "journal", "listEntries", "who changed what, the latest first")
            .with(Parameter.text("record", "Of this record alone. Default: of all."))
            .lists("JournalEntry", JournalLines::entries),
        Line.get(
                "/api/set-aside",
                "journal",
                "listSetAside",
                "hidden records that do not fit, and why")
            .forMediators()
            .lists("SetAside", JournalLines::setAside),
        Line.get("/api/entries/{number}", "journal", "findEntry", "an entry, and what undoes it")
            .forMediators()
            .with(WHOLE)
            .answers("Undo", JournalLines::entry),
        Line.change("POST", "/api/entries/{number}/undo", "journal", "undo", "takes an entry back")
            .forMediators()
            .sent("UndoInput")
            .answers("Saved", JournalLines::undo),
        Line.change(
                "POST",
                "/api/records/{kind}/{id}/undo",
                "journal",
                "undoChange",
                "takes a change of one's own back")
            .sent("UndoChangeInput")
            .answers("Saved", JournalLines::undoChange),
        Line.get(
                "/api/records/{kind}/{id}/versions",
                "journal",
                "compareVersions",
                "the versions of a record, and what changed between two")
            .forMediators()
            .with(
                Parameter.number(
                    "from",
                    0,
                    Integer.MAX_VALUE,
                    "As after this entry; 0: before the first. Default: the last but one."),
                Parameter.number(
                    "to", 0, Integer.MAX_VALUE, "As after this entry. Default: the last."))
            .answers("Versions", JournalLines::versions));
  }

  private static Journal journal(Asked asked) {
    CaseService.History history = asked.desk().history();
    Journal journal = history.journal();
    if (journal == null) {
      throw new Unanswered(
          ProblemCode.NOT_KEPT_HERE,
          "There is no journal",
          history.trouble() == null ? "It is not open yet." : "Looking: " + history.trouble() + ".",
          "Maybe ask again later.");
    }
    return journal;
  }

  private static Reply entries(Asked asked) {
    Journal journal = journal(asked);
    String of = asked.query().text("record");
    boolean all = asked.visitor().role() == Role.MEDIATOR;
    List<SetAside> setAside = all ? asked.open().view().setAside() : List.of();
    return asked.passing(
        (skipped, most, taker) ->
            VisibleJournal.pass(
                journal,
                asked.visitor(),
                of,
                skipped,
                most,
                each -> taker.accept(json(each, all, setAside))));
  }

  private static ObjectNode json(Entry entry, boolean all, List<SetAside> setAside) {
    ObjectNode json = EntryJson.of(entry);
    if (entry.change().isOfAny(setAside)) {
      json.put("setAside", true);
    }
    if (!all) {
      json.remove(List.of("number", "previous", "hash"));
    }
    return json;
  }

  private static Entry find(Asked asked, Journal journal) {
    String number = asked.path("number");
    NotOnRecord none = new NotOnRecord("entry", number, List.of());
    if (!number.matches("\\d{1,18}")) {
      throw none;
    }
    return journal.find(Long.parseLong(number)).orElseThrow(() -> none);
  }

  private static Reply entry(Asked asked) {
    Journal journal = journal(asked);
    Entry entry = find(asked, journal);
    boolean whole = asked.query().oneOf("undo", List.of("all")) != null;
    UndoPreview back = UndoPreview.of(asked.open(), journal, entry, whole, Set.of());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.set("entry", EntryJson.of(entry));
    ArrayNode together = json.putArray("together");
    back.together().forEach(each -> together.add(each.number()));
    clashes(json.putArray("clashes"), back.undo());
    ArrayNode problems = json.putArray("problems");
    back.undo().problems().forEach(problems::add);
    ArrayNode changes = json.putArray("changes");
    for (Undo.Change change : back.undo().changes()) {
      ObjectNode each = changes.addObject();
      each.put("kind", change.kind()).put("id", change.id());
      each.put("isAdded", change.isAdded()).put("isRemoved", change.isRemoved());
      ArrayNode fields = each.putArray("fields");
      for (Difference field : change.fields()) {
        fields.add(Records.difference(RecordForm.of(change.kind()), field, "now", "then"));
      }
    }
    return Reply.of(json);
  }

  private static void clashes(ArrayNode json, Undo undo) {
    for (Undo.Clash clash : undo.clashes()) {
      RecordForm form = RecordForm.of(clash.kind());
      ObjectNode each = json.addObject().put("name", clash.name());
      each.set("before", json(form, clash.path(), clash.before()));
      each.set("now", json(form, clash.path(), clash.now()));
    }
  }

  private static JsonNode json(RecordForm form, List<String> path, @Nullable FormValue part) {
    return part == null
        ? JsonMapper.shared().createObjectNode().nullNode()
        : FormValueJson.of(form, path, part);
  }

  private static Reply undo(Asked asked) {
    Journal journal = journal(asked);
    Entry entry = find(asked, journal);
    JsonNode body = asked.body("all", "keep", "take", "why", "confirmWidening");
    return undo(asked, journal, entry, body);
  }

  /// Takes back a change of a record that is the asker's own; counted from the first of those that
  /// `/api/entries?record=` lists, the last where none is named.
  private static Reply undoChange(Asked asked) {
    RecordForm form = Records.form(asked);
    String id = asked.path("id");
    JsonNode body = asked.body("change", "keep", "take", "why", "confirmWidening");
    Journal journal = journal(asked);
    List<Entry> entries =
        VisibleJournal.list(journal, asked.visitor(), id, 0, Integer.MAX_VALUE).reversed().stream()
            .filter(each -> each.change().kind().equals(form.kind()))
            .toList();
    int change = body.path("change").asInt(entries.size());
    if (change < 1 || change > entries.size()) {
      throw new NotOnRecord("change of " + id, Integer.toString(change), List.of());
    }
    if (!Rights.mayUndo(asked.visitor(), asked.open().view(), form.kind(), id)) {
      throw new RoleForbidden();
    }
    return undo(asked, journal, entries.get(change - 1), body);
  }

  private static Reply undo(Asked asked, Journal journal, Entry entry, JsonNode body) {
    Set<String> kept = names(body, "keep");
    Set<String> taken = names(body, "take");
    boolean whole = body.path("all").asBoolean(false);
    UndoPreview back = UndoPreview.of(asked.open(), journal, entry, whole, kept);
    List<Undo.Clash> open =
        back.undo().clashes().stream()
            .filter(each -> !kept.contains(each.name()) && !taken.contains(each.name()))
            .toList();
    if (!open.isEmpty()) {
      return Errors.reply(
          ProblemCode.UNDO_UNDECIDED,
          "Some of it was changed again since",
          "Nothing was changed. Still to be decided: "
              + String.join(", ", open.stream().map(Undo.Clash::name).toList())
              + ".",
          "Maybe name each under keep, to let stand what stands, or under take.");
    }
    if (!back.undo().problems().isEmpty() || back.undo().edits().isEmpty()) {
      return Errors.reply(
          ProblemCode.CANNOT_BE_UNDONE,
          "That cannot be taken back",
          back.undo().problems().isEmpty()
              ? "Nothing is left to take back."
              : String.join(" ", back.undo().problems()),
          "Maybe look at the entry first.");
    }
    SaveOutcome saving =
        back.save(
            asked.desk(),
            asked.visitor(),
            asked.open(),
            Asked.text(body, "why"),
            ChangeLines.confirmed(body));
    return ChangeLines.reply(asked, saving, back.undo().edits());
  }

  private static Set<String> names(JsonNode body, String key) {
    Set<String> names = new LinkedHashSet<>();
    Consumer<JsonNode> take = each -> names.add(each.asString(""));
    body.path(key).forEach(take);
    return names;
  }

  private static Reply versions(Asked asked) {
    RecordForm form = Records.form(asked);
    String id = asked.path("id");
    List<Entry> own =
        journal(asked).listOf(id).stream()
            .filter(each -> each.change().kind().equals(form.kind()))
            .toList();
    if (own.isEmpty()) {
      throw new NotOnRecord("record with a history", id, List.of());
    }
    Query query = asked.query();
    long before = own.size() > 1 ? own.get(own.size() - 2).number() : 0;
    long from = query.number("from", 0, Integer.MAX_VALUE, (int) before);
    long to = query.number("to", 0, Integer.MAX_VALUE, (int) own.getLast().number());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", id).put("kind", form.kind());
    ArrayNode entries = json.putArray("entries");
    own.forEach(each -> entries.add(EntryJson.of(each)));
    ArrayNode changed = json.putArray("changed");
    for (Difference each :
        Difference.between(form, UndoPreview.at(form, own, from), UndoPreview.at(form, own, to))) {
      changed.add(Records.difference(form, each, "before", "after"));
    }
    return Reply.of(json);
  }

  /// What is set aside in the journal, and beside the files of a folder.
  private static Reply setAside(Asked asked) {
    SetAsideFolder.Read folder = asked.desk().setAside();
    return asked.listed(
        Stream.concat(asked.open().view().setAside().stream(), folder.all().stream()).toList(),
        each -> {
          ObjectNode json = setAside(each);
          if (folder.all().contains(each)) {
            SourceLocation place = folder.placeOf(each.record());
            json.put("file", place.file()).put("line", place.line());
          }
          return json;
        });
  }

  private static ObjectNode setAside(SetAside each) {
    ObjectNode json = Records.versioned(each.record());
    var problems = json.putArray("problems");
    for (CaseViolation problem : each.problems()) {
      ObjectNode line = problems.addObject();
      var path = line.putArray("path");
      problem.path().forEach(path::add);
      ComplaintJson.put(line, Complaint.of(problem));
    }
    return json;
  }
}
