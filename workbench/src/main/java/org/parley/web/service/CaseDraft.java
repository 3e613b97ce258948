package org.parley.web.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.EditRefusal;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.CaseViolation;
import org.parley.model.checks.SetAside;
import org.parley.model.checks.Settling;
import org.parley.store.Change;
import org.parley.store.Contents;
import org.parley.web.service.SaveOutcome.Clash;
import org.parley.web.service.SaveOutcome.Trouble;
import org.parley.wording.Complaint;

/// A case with some changes applied in memory, to check it.
final class CaseDraft {

  /// The records before the changes.
  private interface Before {

    /// Every record, those set aside among them.
    Collection<CaseRecord> all();

    Optional<CaseRecord> find(String id);
  }

  private final CaseInfo described;
  private final Before before;
  private final Set<String> wereAside = new HashSet<>();

  /// By id, the touched records before and after; null for none.
  private final Map<String, @Nullable CaseRecord> old = new LinkedHashMap<>();

  private final Map<String, @Nullable CaseRecord> now = new HashMap<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private CaseInfo info;

  private CaseDraft(CaseInfo info, Before before, List<SetAside> setAside, List<CaseEdit> edits) {
    this.described = info;
    this.info = info;
    this.before = before;
    setAside.forEach(each -> wereAside.add(placeOf(each)));
    edits.forEach(this::apply);
  }

  /// A viewer's view after these changes.
  static CaseDraft of(CaseView view, List<CaseEdit> edits) {
    Before before =
        new Before() {
          @Override
          public Collection<CaseRecord> all() {
            return view.whole();
          }

          @Override
          public Optional<CaseRecord> find(String id) {
            return view.findWhole(id);
          }
        };
    return new CaseDraft(view.info(), before, view.setAside(), edits);
  }

  /// The case after these changes.
  static CaseDraft of(Case contents, List<CaseEdit> edits) {
    Before before =
        new Before() {
          @Override
          public Collection<CaseRecord> all() {
            return contents.whole();
          }

          @Override
          public Optional<CaseRecord> find(String id) {
            return contents.findWhole(id);
          }
        };
    return new CaseDraft(contents.info(), before, contents.setAside(), edits);
  }

  /// The reasons why the changes are impossible; empty if they are possible.
  List<Trouble> troubles() {
    return troubles;
  }

  /// The violations after the changes; empty if the case stays valid. Cost: linear in the changes
  /// if it does.
  ///
  /// @param whole the case of which the view is a part
  List<Trouble> check(Case whole, Viewer viewer) {
    if (!troubles.isEmpty()) {
      return List.copyOf(troubles);
    }
    Set<String> gone = new HashSet<>();
    List<CaseRecord> come = new ArrayList<>();
    old.forEach(
        (id, was) -> {
          CaseRecord is = now.get(id);
          if (was != null) {
            gone.add(id);
          }
          if (is != null) {
            come.add(is);
          }
        });
    if (whole.holds(viewer, info, gone, come)) {
      return List.of();
    }
    before.all().stream().filter(each -> !old.containsKey(each.id().value())).forEach(come::add);
    Settling settled = Settling.of(info, come);
    return settled.problems().isEmpty()
        ? unfit(settled.setAside())
        : settled.problems().stream().map(each -> trouble(each, settled.kept())).toList();
  }

  /// The violations of records that these changes set aside, or change while set aside.
  List<Trouble> unfit(List<SetAside> setAside) {
    List<Trouble> found = new ArrayList<>();
    for (SetAside each : setAside) {
      String id = each.record().id().value();
      if (!wereAside.contains(placeOf(each)) || old.containsKey(id)) {
        each.problems()
            .forEach(problem -> found.add(new Trouble(id, problem.path(), Complaint.of(problem))));
      }
    }
    return found;
  }

  /// Where it stands: the id of the record, and the path of the part.
  private static String placeOf(SetAside each) {
    String id = each.record().id().value();
    return each.part() == null ? id : id + "/" + String.join("/", each.part().path());
  }

  /// The changes of the texts of the case.
  List<Change> changes(Contents texts) {
    List<Change> changes = new ArrayList<>();
    if (!info.equals(described)) {
      changes.add(change(Contents.HEADER, Contents.HEADER, texts, CaseWriter.text(info)));
    }
    for (String id : old.keySet()) {
      CaseRecord from = old.get(id);
      CaseRecord to = now.get(id);
      if (Objects.equals(from, to)) {
        continue;
      }
      if (from != null && (to == null || from.getClass() != to.getClass())) {
        changes.add(change(CaseWriter.keyOf(from), id, texts, null));
      }
      if (to != null) {
        changes.add(change(CaseWriter.keyOf(to), id, texts, CaseWriter.text(to)));
      }
    }
    return changes;
  }

  private static Change change(String kind, String id, Contents texts, @Nullable String after) {
    return new Change(kind, id, texts.find(kind, id), after);
  }

  /// The record with an id, as these changes left it so far.
  private @Nullable CaseRecord touch(String id) {
    if (!old.containsKey(id)) {
      CaseRecord was = before.find(id).orElse(null);
      old.put(id, was);
      now.put(id, was);
    }
    return now.get(id);
  }

  private static Trouble trouble(CaseViolation problem, List<CaseRecord> records) {
    String record =
        problem.record() == CaseViolation.CASE_INFO
            ? CaseService.HEADER
            : records.get(problem.record()).id().value();
    return new Trouble(record, problem.path(), Complaint.of(problem));
  }

  private void apply(CaseEdit edit) {
    switch (edit) {
      case CaseEdit.Add(CaseRecord record, _) -> {
        String id = record.id().value();
        if (touch(id) == null) {
          now.put(id, record);
        } else {
          troubles.add(
              new Trouble(id, List.of("id"), new Complaint(EditRefusal.Plain.ADDED_ID_TAKEN, id)));
        }
      }
      case CaseEdit.Change(CaseRecord record) -> {
        String id = record.id().value();
        CaseRecord was = touch(id);
        if (was == null) {
          troubles.add(gone(id, EditRefusal.Plain.CHANGED_RECORD_GONE));
        } else if (was.getClass() != record.getClass()) {
          troubles.add(
              new Trouble(
                  id,
                  List.of("id"),
                  new Complaint(new EditRefusal.KindChanged(was.id(), record.id()), id)));
        } else {
          now.put(id, record);
        }
      }
      case CaseEdit.Remove(var id) -> {
        if (touch(id.value()) != null) {
          now.put(id.value(), null);
        } else {
          troubles.add(gone(id.value(), EditRefusal.Plain.REMOVED_RECORD_GONE));
        }
      }
      case CaseEdit.Describe(CaseInfo wanted) -> info = wanted;
    }
  }

  private static Trouble gone(String id, EditRefusal why) {
    return new Trouble(id, List.of(), new Complaint(why, id));
  }

  /// Optimistic locking: conflicts with changes since the visitor's version; changes without a base
  /// version come first.
  static Optional<SaveOutcome> stale(
      CaseView view, List<CaseEdit> edits, Map<String, Version> basedOn) {
    List<Clash> clashes = new ArrayList<>();
    List<Trouble> baseless = new ArrayList<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, _) -> {
          // An addition is based on its id being free.
          if (basedOn.containsKey(record.id().value())) {
            clash(record.id().value(), record, view, basedOn, baseless, clashes);
          }
        }
        case CaseEdit.Change(CaseRecord record) ->
            clash(record.id().value(), record, view, basedOn, baseless, clashes);
        case CaseEdit.Remove(var id) -> clash(id.value(), null, view, basedOn, baseless, clashes);
        case CaseEdit.Describe(_) -> {
          Version base = basedOn.get(CaseService.HEADER);
          if (base == null) {
            baseless.add(baseless(CaseService.HEADER));
          } else if (!base.equals(Version.of(view.info()))) {
            clashes.add(new Clash(CaseService.HEADER, null, null));
          }
        }
      }
    }
    if (!baseless.isEmpty()) {
      return Optional.of(new SaveOutcome.Refused(baseless));
    }
    return clashes.isEmpty() ? Optional.empty() : Optional.of(new SaveOutcome.Conflict(clashes));
  }

  private static void clash(
      String id,
      @Nullable CaseRecord wanted,
      CaseView view,
      Map<String, Version> basedOn,
      List<Trouble> baseless,
      List<Clash> clashes) {
    Version base = basedOn.get(id);
    if (base == null) {
      baseless.add(baseless(id));
      return;
    }
    CaseRecord current = view.findWhole(id).orElse(null);
    if (current == null || !base.equals(Version.of(current))) {
      clashes.add(new Clash(id, wanted, current));
    }
  }

  private static Trouble baseless(String id) {
    return new Trouble(id, List.of(), new Complaint(ChangeRefusal.Plain.BASELESS_CHANGE, id));
  }
}
