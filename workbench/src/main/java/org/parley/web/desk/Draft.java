package org.parley.web.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseWriter;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.SetAside;
import org.parley.model.checks.Problem;
import org.parley.model.checks.Settling;
import org.parley.store.Change;
import org.parley.store.Contents;
import org.parley.web.desk.Saving.Clash;
import org.parley.web.desk.Saving.Trouble;

/// A case with some changes made to it in memory, to see whether it still is one.
final class Draft {

  private final CaseInfo before;
  private final Map<String, CaseRecord> old = new LinkedHashMap<>();
  private final Map<String, CaseRecord> records = new LinkedHashMap<>();
  private final Set<String> wereAside = new HashSet<>();
  private final Set<String> touched = new LinkedHashSet<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private CaseInfo info;

  private Draft(
      CaseInfo info, Iterable<CaseRecord> records, List<SetAside> setAside, List<CaseEdit> edits) {
    this.before = info;
    this.info = info;
    records.forEach(each -> this.records.put(each.id().value(), each));
    for (SetAside each : setAside) {
      String id = each.record().id().value();
      wereAside.add(id);
      this.records.putIfAbsent(id, each.record());
    }
    edits.forEach(this::apply);
  }

  /// What somebody sees after these changes.
  static Draft of(CaseView view, List<CaseEdit> edits) {
    return new Draft(view.info(), view.records(), view.setAside(), edits);
  }

  /// The case after these changes.
  static Draft of(Case contents, List<CaseEdit> edits) {
    return new Draft(contents.info(), contents.records(), contents.setAside(), edits);
  }

  /// Why they cannot be made at all; empty where they can.
  List<Trouble> troubles() {
    return troubles;
  }

  /// What keeps the changes from making a case; empty where they do.
  List<Trouble> check() {
    if (!troubles.isEmpty()) {
      return List.copyOf(troubles);
    }
    Settling settled = Settling.of(info, List.copyOf(records.values()));
    return settled.problems().isEmpty()
        ? unfit(settled.setAside())
        : settled.problems().stream().map(each -> trouble(each, settled.kept())).toList();
  }

  /// What is wrong with records that these changes would set aside, or leave so though they change
  /// them.
  List<Trouble> unfit(List<SetAside> setAside) {
    List<Trouble> found = new ArrayList<>();
    for (SetAside each : setAside) {
      String id = each.record().id().value();
      if (!wereAside.contains(id) || touched.contains(id)) {
        each.problems()
            .forEach(
                problem ->
                    found.add(
                        new Trouble(
                            id,
                            problem.path(),
                            problem.message(),
                            problem.value(),
                            problem.advice())));
      }
    }
    return found;
  }

  /// What changes in the texts of the case.
  List<Change> changes(Contents texts) {
    List<Change> changes = new ArrayList<>();
    if (!info.equals(before)) {
      changes.add(change(Contents.HEADER, Contents.HEADER, texts, CaseWriter.text(info)));
    }
    for (String id : touched) {
      CaseRecord from = old.get(id);
      CaseRecord to = records.get(id);
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

  private void touch(String id) {
    if (touched.add(id)) {
      CaseRecord record = records.get(id);
      if (record != null) {
        old.put(id, record);
      }
    }
  }

  private static Trouble trouble(Problem problem, List<CaseRecord> records) {
    String record =
        problem.record() == Problem.CASE_INFO
            ? Desk.HEADER
            : records.get(problem.record()).id().value();
    return new Trouble(
        record, problem.path(), problem.message(), problem.value(), problem.advice());
  }

  private void apply(CaseEdit edit) {
    switch (edit) {
      case CaseEdit.Add(CaseRecord record, _) -> {
        String id = record.id().value();
        touch(id);
        if (records.putIfAbsent(id, record) != null) {
          troubles.add(
              new Trouble(
                  id,
                  List.of("id"),
                  "adding a record whose id is taken",
                  id,
                  "Maybe change that record, or choose another id"));
        }
      }
      case CaseEdit.Change(CaseRecord record) -> {
        String id = record.id().value();
        touch(id);
        CaseRecord old = records.get(id);
        if (old == null) {
          troubles.add(gone(id, "changing a record that is not there"));
        } else if (old.getClass() != record.getClass()) {
          troubles.add(
              new Trouble(
                  id,
                  List.of("id"),
                  "changing a " + old.id().kind() + " into a " + record.id().kind(),
                  id,
                  "Maybe remove it and add the other under an id of its own"));
        } else {
          records.put(id, record);
        }
      }
      case CaseEdit.Remove(var id) -> {
        touch(id.value());
        if (records.remove(id.value()) == null) {
          troubles.add(gone(id.value(), "removing a record that is not there"));
        }
      }
      case CaseEdit.Describe(CaseInfo wanted) -> info = wanted;
    }
  }

  private static Trouble gone(String id, String message) {
    return new Trouble(id, List.of(), message, id, "Maybe somebody removed it meanwhile");
  }

  /// What no longer stands as the one who changes it saw it; those changes come first that were
  /// based on nothing.
  static Optional<Saving> stale(CaseView view, List<CaseEdit> edits, Map<String, Version> basedOn) {
    List<Clash> clashes = new ArrayList<>();
    List<Trouble> baseless = new ArrayList<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, _) -> {
          // an id that is free is what an addition is based on
          if (basedOn.containsKey(record.id().value())) {
            clash(record.id().value(), record, view, basedOn, baseless, clashes);
          }
        }
        case CaseEdit.Change(CaseRecord record) ->
            clash(record.id().value(), record, view, basedOn, baseless, clashes);
        case CaseEdit.Remove(var id) -> clash(id.value(), null, view, basedOn, baseless, clashes);
        case CaseEdit.Describe(_) -> {
          Version base = basedOn.get(Desk.HEADER);
          if (base == null) {
            baseless.add(baseless(Desk.HEADER));
          } else if (!base.equals(Version.of(view.info()))) {
            clashes.add(new Clash(Desk.HEADER, null, null));
          }
        }
      }
    }
    if (!baseless.isEmpty()) {
      return Optional.of(new Saving.Refused(baseless));
    }
    return clashes.isEmpty() ? Optional.empty() : Optional.of(new Saving.Conflict(clashes));
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
    CaseRecord current =
        view.find(id)
            .filter(each -> each.id().value().equals(id))
            .or(() -> view.findSetAside(id))
            .orElse(null);
    if (current == null || !base.equals(Version.of(current))) {
      clashes.add(new Clash(id, wanted, current));
    }
  }

  private static Trouble baseless(String id) {
    return new Trouble(
        id,
        List.of(),
        "it is not said which version this change is based on",
        id,
        "Maybe read the record again and name its version");
  }
}
