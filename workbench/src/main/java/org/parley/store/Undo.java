package org.parley.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.RecordReader;
import org.parley.casefile.form.Difference;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.form.RecordMerge;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.wording.Messages;

/// The changes that revert some entries of a journal.
///
/// Unchanged fields get their earlier value. A field changed again since is a conflict, and the
/// user chooses between the current and the earlier value.
///
/// @param edits the edits; empty if there is nothing left to revert
/// @param clashes the conflicts
/// @param changes the changes of each record, field by field
/// @param problems the reasons why it cannot be reverted, as sentences; edits are then empty
public record Undo(
    List<CaseEdit> edits, List<Clash> clashes, List<RecordChange> changes, List<String> problems) {

  public Undo {
    edits = List.copyOf(edits);
    clashes = List.copyOf(clashes);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /// A conflict: a field that was changed again since.
  ///
  /// @param kind the kind of the record
  /// @param id the record
  /// @param path the field; empty for the whole record
  /// @param before the value before the entry
  /// @param now the present value
  public record Clash(
      String kind,
      String id,
      List<String> path,
      @Nullable FormValue before,
      @Nullable FormValue now) {

    /// A single word for it, the name of the choice.
    public String name() {
      return id + "/" + String.join("/", path);
    }
  }

  /// The change of a record.
  ///
  /// @param isAdded whether it is restored
  /// @param isRemoved whether it is removed
  /// @param fields the changed fields
  public record RecordChange(
      String kind, String id, boolean isAdded, boolean isRemoved, List<Difference> fields) {}

  /// Computes the undo of these entries.
  ///
  /// @param entries the entries, in the order of recording
  /// @param info the present header
  /// @param now the present records
  /// @param kept the conflicts resolved as the present value
  public static Undo of(
      List<Entry> entries, CaseInfo info, Collection<? extends CaseRecord> now, Set<String> kept) {
    return new Undoing(info, now, kept).undo(entries);
  }

  /// An undo in progress.
  private static final class Undoing {

    private final CaseInfo info;
    private final Collection<? extends CaseRecord> now;
    private final Set<String> kept;
    private final Map<String, CaseRecord> records = new LinkedHashMap<>();
    private final Map<String, RecordForm> touched = new LinkedHashMap<>();
    private final Map<String, FormValue.@Nullable Keys> working = new LinkedHashMap<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable CaseInfo header;

    Undoing(CaseInfo info, Collection<? extends CaseRecord> now, Set<String> kept) {
      this.info = info;
      this.now = now;
      this.kept = kept;
      now.forEach(each -> records.put(each.id().value(), each));
    }

    Undo undo(List<Entry> entries) {
      for (Entry entry : entries.reversed()) {
        org.parley.store.Change change = entry.change();
        if (Objects.equals(change.before(), change.after())) {
          // an erased entry has nothing to revert
          continue;
        }
        if (change.kind().equals(Contents.HEADER)) {
          header(change);
        } else {
          record(change);
        }
      }
      List<CaseEdit> edits = new ArrayList<>();
      List<RecordChange> changes = new ArrayList<>();
      CaseInfo described = header;
      if (described != null) {
        edits.add(new CaseEdit.Describe(described));
        changes.add(new RecordChange(Contents.HEADER, Contents.HEADER, false, false, List.of()));
      }
      touched.forEach((id, form) -> edit(id, form, edits, changes));
      return new Undo(problems.isEmpty() ? edits : List.of(), clashes, changes, problems);
    }

    private void header(org.parley.store.Change change) {
      String before = change.before();
      CaseInfo from = header != null ? header : info;
      if (before == null || !Objects.equals(change.after(), CaseWriter.text(from))) {
        problems.add(say(before == null ? "undo.begins" : "undo.header-changed"));
        return;
      }
      RecordReader.Read<CaseInfo> read = new RecordReader(now).readHeader(before);
      if (read.record() == null) {
        problems.add(say("undo.header-unreadable"));
      } else {
        header = read.record();
      }
    }

    private static String say(String key, Object... values) {
      return Messages.current().text(key, values);
    }

    private void record(org.parley.store.Change change) {
      RecordForm form = RecordForm.of(change.kind());
      String id = change.id();
      CaseRecord record = records.get(id);
      RecordForm other = touched.get(id);
      if ((record != null && !CaseWriter.keyOf(record).equals(change.kind()))
          || (other != null && !other.kind().equals(change.kind()))) {
        problems.add(say("undo.other-kind", "record", id));
        return;
      }
      touched.put(id, form);
      if (!working.containsKey(id)) {
        working.put(id, record == null ? null : form.written(record));
      }
      FormValue.Keys before = read(form, change.before());
      FormValue.Keys after = read(form, change.after());
      FormValue.Keys current = working.get(id);
      if (Objects.equals(current, after) || Objects.equals(current, before)) {
        working.put(id, before);
      } else if (before != null && after != null && current != null) {
        working.put(id, merged(form, id, before, after, current));
      } else {
        Clash clash = new Clash(form.kind(), id, List.of(), before, current);
        clashes.add(clash);
        working.put(id, kept.contains(clash.name()) ? current : before);
      }
    }

    private static FormValue.@Nullable Keys read(RecordForm form, @Nullable String text) {
      return text == null ? null : form.read(text);
    }

    private FormValue.Keys merged(
        RecordForm form,
        String id,
        FormValue.Keys before,
        FormValue.Keys after,
        FormValue.Keys current) {
      Set<String> stay = new java.util.HashSet<>();
      for (String name : kept) {
        if (name.startsWith(id + "/")) {
          stay.add(name.substring(id.length() + 1));
        }
      }
      RecordMerge merge = RecordMerge.of(form, after, before, current, stay);
      merge
          .clashes()
          .forEach(
              each ->
                  clashes.add(new Clash(form.kind(), id, each.path(), each.mine(), each.theirs())));
      return merge.written();
    }

    private void edit(
        String id, RecordForm form, List<CaseEdit> edits, List<RecordChange> changes) {
      CaseRecord record = records.get(id);
      FormValue.Keys from = record == null ? null : form.written(record);
      FormValue.Keys to = working.get(id);
      if (Objects.equals(from, to)) {
        return;
      }
      changes.add(
          new RecordChange(
              form.kind(),
              id,
              from == null,
              to == null,
              from == null || to == null ? List.of() : Difference.between(form, from, to)));
      if (to == null) {
        if (record != null) {
          edits.add(new CaseEdit.Remove(record.id()));
        }
        return;
      }
      switch (form.fill(to, now)) {
        case FormOutcome.Made(CaseRecord made) ->
            edits.add(record == null ? new CaseEdit.Add(made, null) : new CaseEdit.Change(made));
        case FormOutcome.Faulty(List<FieldProblem> faults) ->
            faults.forEach(
                fault -> problems.add(say("undo.in", "record", id, "fault", fault.sentence())));
      }
    }
  }
}
