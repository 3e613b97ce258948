package org.parley.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.RecordReader;
import org.parley.casefile.form.FieldProblem;
import org.parley.casefile.form.FormOutcome;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.form.RecordMerge;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.shape.RecordText;
import org.parley.casefile.shape.Shape;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.cases.Case;

/// A three-way merge of two cases with a common ancestor.
///
/// One-sided changes are kept. Records changed on both sides are merged by field. A field changed
/// differently is a conflict, and so is a record removed on one side and changed on the other.
/// Conflicts are resolved by choice only. Cost: linear in the changes.
///
/// @param changes the changes from theirs to the merge
/// @param clashes the unresolved conflicts
/// @param problems the reasons why a merged record cannot be written, as sentences
record CaseMerge(List<Change> changes, List<Clash> clashes, List<String> problems) {

  CaseMerge {
    changes = List.copyOf(changes);
    clashes = List.copyOf(clashes);
    problems = List.copyOf(problems);
  }

  /// The ruling for an append: refused while conflicts are unresolved.
  Judge.Ruling<CaseMerge> ruling() {
    return clashes.isEmpty() && problems.isEmpty()
        ? new Judge.Ruling.Write<>(changes)
        : new Judge.Ruling.Refuse<>(this);
  }

  /// A conflict: a field changed differently on both sides.
  ///
  /// @param path the field; empty for the whole record
  /// @param base the common value; null if there was none
  /// @param mine the value on this side; null if it was removed
  /// @param theirs the value on the other side; null if it was removed
  record Clash(
      String kind,
      String id,
      List<String> path,
      @Nullable String base,
      @Nullable String mine,
      @Nullable String theirs) {

    Clash {
      path = List.copyOf(path);
    }

    /// A single word: the id, and the field if there is one.
    String name() {
      return path.isEmpty() ? id : id + "/" + String.join("/", path);
    }
  }

  /// The resolution of conflicts.
  ///
  /// @param mine names of conflicts, or ids for all conflicts of a record, resolved as mine
  /// @param theirs those resolved as theirs
  record Choice(Set<String> mine, Set<String> theirs) {

    static final Choice NONE = new Choice(Set.of(), Set.of());

    private static boolean has(Set<String> names, Clash clash) {
      return names.contains(clash.name()) || names.contains(clash.id);
    }

    boolean isMine(Clash clash) {
      return has(mine, clash);
    }

    boolean isTheirs(Clash clash) {
      return has(theirs, clash);
    }
  }

  /// Merges what one side changed into the other.
  ///
  /// @param mine what turns the case that both were made of into mine
  /// @param known the records of either side: what an id may mean depends on what it names
  static CaseMerge of(
      List<Change> mine, Contents theirs, Choice choice, Collection<? extends CaseRecord> known) {
    Merging merging = new Merging(choice, known);
    for (Change each : mine) {
      if (!merging.isSame(each)) {
        merging.merge(each, theirs.find(each.kind(), each.id()));
      }
    }
    return new CaseMerge(merging.changes, merging.clashes, merging.problems);
  }

  /// The edits that turn one case into another.
  static List<CaseEdit> edits(Case from, Case to) {
    List<CaseEdit> edits = new ArrayList<>();
    Map<String, CaseRecord> before = new LinkedHashMap<>();
    from.records().forEach(each -> before.put(each.id().value(), each));
    if (!from.info().equals(to.info())) {
      edits.add(new CaseEdit.Describe(to.info()));
    }
    for (CaseRecord each : to.records()) {
      CaseRecord old = before.remove(each.id().value());
      if (old != null && old.getClass() != each.getClass()) {
        edits.add(new CaseEdit.Remove(old.id()));
        old = null;
      }
      if (!each.equals(old)) {
        edits.add(old == null ? new CaseEdit.Add(each, null) : new CaseEdit.Change(each));
      }
    }
    before.values().forEach(gone -> edits.add(new CaseEdit.Remove(gone.id())));
    return edits;
  }

  /// One merging of two states.
  private static final class Merging {

    private final Choice choice;
    private final Collection<? extends CaseRecord> known;
    private final List<Change> changes = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Merging(Choice choice, Collection<? extends CaseRecord> known) {
      this.choice = choice;
      this.known = known;
    }

    /// Whether a text changed in form only.
    boolean isSame(Change change) {
      String before = change.before();
      String after = change.after();
      if (before == null || after == null) {
        return false;
      }
      if (isHeader(change)) {
        return Objects.equals(header(before), header(after));
      }
      RecordForm form = RecordForm.of(change.kind());
      return form.read(before).equals(form.read(after));
    }

    private static boolean isHeader(Change change) {
      return change.kind().equals(Contents.HEADER);
    }

    /// Merges one record changed in mine.
    ///
    /// @param now its text in theirs; null if there is none
    void merge(Change change, @Nullable String now) {
      String mine = change.after();
      Change other = new Change(change.kind(), change.id(), change.before(), now);
      if (Objects.equals(change.before(), now) || isSame(other)) {
        add(change, now, mine);
      } else if (!Objects.equals(mine, now)) {
        if (mine == null || now == null) {
          Clash clash =
              new Clash(change.kind(), change.id(), List.of(), change.before(), mine, now);
          add(change, now, isMine(clash) ? mine : now);
        } else {
          add(change, now, merged(change, mine, now));
        }
      }
    }

    private void add(Change change, @Nullable String now, @Nullable String wanted) {
      if (!Objects.equals(now, wanted)) {
        changes.add(new Change(change.kind(), change.id(), now, wanted));
      }
    }

    /// Whether mine is chosen; an unresolved conflict is recorded.
    private boolean isMine(Clash clash) {
      boolean isTheirs = choice.isTheirs(clash);
      if (!isTheirs && !choice.isMine(clash)) {
        clashes.add(clash);
      }
      return !isTheirs;
    }

    private String merged(Change change, String mine, String theirs) {
      return isHeader(change)
          ? mergedHeader(change.before(), mine, theirs)
          : mergedRecord(change, mine, theirs);
    }

    private String mergedRecord(Change change, String mine, String theirs) {
      RecordForm form = RecordForm.of(change.kind());
      String before = change.before();
      FormValue.Keys base = before == null ? FormValue.Keys.NOTHING : form.read(before);
      Set<String> taken = new TreeSet<>();
      RecordMerge first = RecordMerge.of(form, base, form.read(mine), form.read(theirs), Set.of());
      for (RecordMerge.Clash each : first.clashes()) {
        Clash clash =
            new Clash(
                change.kind(),
                change.id(),
                each.path(),
                words(each.base()),
                words(each.mine()),
                words(each.theirs()));
        if (!isMine(clash)) {
          taken.add(each.name());
        }
      }
      FormValue.Keys joined =
          RecordMerge.of(form, base, form.read(mine), form.read(theirs), taken).written();
      return switch (form.fill(joined, known)) {
        case FormOutcome.Made(CaseRecord record) -> CaseWriter.text(record);
        case FormOutcome.Faulty(List<FieldProblem> faults) -> {
          faults.forEach(fault -> problems.add("In " + change.id() + ": " + fault.sentence()));
          yield theirs;
        }
      };
    }

    private String mergedHeader(@Nullable String before, String mine, String theirs) {
      CaseInfo base = before == null ? null : header(before);
      CaseInfo one = header(mine);
      CaseInfo other = header(theirs);
      if (one == null || other == null) {
        problems.add("The header cannot be read by this version.");
        return theirs;
      }
      List<Shape.Key> keys = Kinds.header().keys();
      @Nullable Object[] values = new Object[keys.size()];
      for (int i = 0; i < values.length; i++) {
        Shape.Key key = keys.get(i);
        Object from = base == null ? null : key.of(base);
        Object here = key.of(one);
        Object there = key.of(other);
        boolean theirsAlone = Objects.equals(from, here);
        if (theirsAlone || Objects.equals(from, there) || Objects.equals(here, there)) {
          values[i] = theirsAlone ? there : here;
        } else {
          Clash clash =
              new Clash(
                  Contents.HEADER,
                  Contents.HEADER,
                  List.of(key.name()),
                  text(key, from),
                  text(key, here),
                  text(key, there));
          values[i] = isMine(clash) ? here : there;
        }
      }
      return CaseWriter.text((CaseInfo) Kinds.header().make(values));
    }

    private static @Nullable String text(Shape.Key key, @Nullable Object value) {
      return value == null
          ? null
          : key.shape().isScalar() ? RecordText.text(key.shape(), value) : value.toString();
    }

    private @Nullable CaseInfo header(String text) {
      return new RecordReader(known).readHeader(text).record();
    }

    private static @Nullable String words(@Nullable FormValue written) {
      return written == null ? null : String.join("; ", written.allWords());
    }
  }
}
