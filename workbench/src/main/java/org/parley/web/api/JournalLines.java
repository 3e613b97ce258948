package org.parley.web.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.answer.EntryAnswer;
import org.parley.answer.JsonKey;
import org.parley.casefile.SourceLocation;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.RecordForm;
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

/// The journal: entries and their undo.
final class JournalLines {

  /// An entry, and what undoes it.
  ///
  /// @param together the numbers of the entries that were recorded with it
  record UndoAnswer(
      EntryAnswer entry,
      List<Long> together,
      List<UndoClash> clashes,
      List<String> problems,
      List<UndoneRecord> changes) {}

  /// A part that was changed again since: it is decided whether to keep or take it.
  record UndoClash(
      String name,
      @JsonKey(isNull = true) @Nullable JsonNode before,
      @JsonKey(isNull = true) @Nullable JsonNode now) {}

  /// The effect of an undo on a record.
  record UndoneRecord(
      String kind, String id, boolean isAdded, boolean isRemoved, List<UndoneField> fields) {}

  record UndoneField(
      String field,
      @JsonKey(isNull = true) @Nullable JsonNode now,
      @JsonKey(isNull = true) @Nullable JsonNode then) {}

  /// A hidden record that does not fit the others, and why.
  ///
  /// @param file the file beside the case; absent where it is in the journal
  record SetAsideRecord(
      String kind,
      String id,
      @Nullable List<String> part,
      String version,
      @JsonKey(schema = "Visibility") JsonNode visibility,
      JsonNode record,
      List<SetAsideProblem> problems,
      @Nullable String file,
      @Nullable Integer line) {}

  record SetAsideProblem(List<String> path, @JsonKey(isInline = true) ComplaintAnswer complaint) {}

  /// The versions of a record, and what changed between two.
  record Versions(String id, String kind, List<EntryAnswer> entries, List<ChangedField> changed) {}

  record ChangedField(
      String field,
      @JsonKey(isNull = true) @Nullable JsonNode before,
      @JsonKey(isNull = true) @Nullable JsonNode after) {}

  record UndoInput(
      @Nullable Boolean all,
      @Nullable List<String> keep,
      @Nullable List<String> take,
      @Nullable String why,
      @Nullable Boolean confirmWidening) {}

  /// @param change counted from the first; the last where it is absent
  record UndoChangeInput(
      @Nullable Integer change,
      @Nullable List<String> keep,
      @Nullable List<String> take,
      @Nullable String why,
      @Nullable Boolean confirmWidening) {}

  private static final Parameter WHOLE =
      Parameter.oneOf(
          "undo", List.of("all"), "With everything recorded together. Default: this entry alone.");

  private JournalLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/entries", "journal", "listEntries", "who changed what, the latest first")
            .with(Parameter.text("record", "Of this record alone. Default: of all."))
            .lists(EntryAnswer.class, JournalLines::entries),
        Line.get(
                "/api/set-aside",
                "journal",
                "listSetAside",
                "hidden records that do not fit, and why")
            .forMediators()
            .lists(SetAsideRecord.class, JournalLines::setAside),
        Line.get("/api/entries/{number}", "journal", "findEntry", "an entry, and what undoes it")
            .forMediators()
            .with(WHOLE)
            .answers(UndoAnswer.class, JournalLines::entry),
        Line.change("POST", "/api/entries/{number}/undo", "journal", "undo", "takes an entry back")
            .forMediators()
            .sent(UndoInput.class)
            .answers(ChangeLines.Saved.class, JournalLines::undo),
        Line.change(
                "POST",
                "/api/records/{kind}/{id}/undo",
                "journal",
                "undoChange",
                "takes a change of one's own back")
            .sent(UndoChangeInput.class)
            .answers(ChangeLines.Saved.class, JournalLines::undoChange),
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
            .answers(Versions.class, JournalLines::versions));
  }

  static Journal journal(Asked asked) {
    CaseService.History history = asked.cases().history();
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
                each -> taker.accept(EntryAnswer.of(each, all, each.change().isOfAny(setAside)))));
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
    return Reply.of(
        new UndoAnswer(
            EntryAnswer.of(entry),
            back.together().stream().map(Entry::number).toList(),
            back.undo().clashes().stream().map(JournalLines::clash).toList(),
            back.undo().problems(),
            back.undo().changes().stream().map(JournalLines::undone).toList()));
  }

  private static UndoneRecord undone(Undo.RecordChange change) {
    RecordForm form = RecordForm.of(change.kind());
    return new UndoneRecord(
        change.kind(),
        change.id(),
        change.isAdded(),
        change.isRemoved(),
        change.fields().stream()
            .map(
                each ->
                    new UndoneField(
                        Records.field(each),
                        Records.side(form, each, each.before()),
                        Records.side(form, each, each.after())))
            .toList());
  }

  private static UndoClash clash(Undo.Clash clash) {
    RecordForm form = RecordForm.of(clash.kind());
    return new UndoClash(
        clash.name(),
        json(form, clash.path(), clash.before()),
        json(form, clash.path(), clash.now()));
  }

  private static @Nullable JsonNode json(
      RecordForm form, List<String> path, @Nullable FormValue part) {
    return part == null ? null : FormValueJson.of(form, path, part);
  }

  private static Reply undo(Asked asked) {
    Journal journal = journal(asked);
    Entry entry = find(asked, journal);
    JsonNode body = asked.body(UndoInput.class);
    return undo(asked, journal, entry, body);
  }

  /// Undoes a change of a record by its owner. Changes are numbered from the first in
  /// `/api/entries?record=`; default: the last.
  private static Reply undoChange(Asked asked) {
    RecordForm form = Records.form(asked);
    String id = asked.path("id");
    JsonNode body = asked.body(UndoChangeInput.class);
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
            asked.cases(),
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
    return Reply.of(
        new Versions(
            id,
            form.kind(),
            own.stream().map(EntryAnswer::of).toList(),
            Difference.between(form, UndoPreview.at(form, own, from), UndoPreview.at(form, own, to))
                .stream()
                .map(
                    each ->
                        new ChangedField(
                            Records.field(each),
                            Records.side(form, each, each.before()),
                            Records.side(form, each, each.after())))
                .toList()));
  }

  /// The set-aside records of the journal, and beside the files of a folder.
  private static Reply setAside(Asked asked) {
    SetAsideFolder.Read folder = asked.cases().setAside();
    return asked.listed(
        Stream.concat(asked.open().view().setAside().stream(), folder.all().stream()).toList(),
        each -> setAside(each, folder.all().contains(each) ? folder.placeOf(each) : null));
  }

  private static SetAsideRecord setAside(SetAside each, @Nullable SourceLocation place) {
    Records.VersionedRecord versioned = Records.versioned(each.record());
    return new SetAsideRecord(
        versioned.kind(),
        versioned.id(),
        each.part() == null ? null : each.part().path(),
        versioned.version(),
        versioned.visibility(),
        versioned.record(),
        each.problems().stream()
            .map(
                problem ->
                    new SetAsideProblem(problem.path(), ComplaintAnswer.of(Complaint.of(problem))))
            .toList(),
        place == null ? null : place.file(),
        place == null ? null : place.line());
  }
}
