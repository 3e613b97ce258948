package org.parley.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.InvalidCaseException;
import org.parley.model.checks.Problem;
import org.parley.web.desk.Saving.Clash;
import org.parley.web.desk.Saving.Trouble;

/// A case with some changes made to it in memory, to see whether it still is one.
final class Draft {

  private CaseInfo info;
  private final Map<String, CaseRecord> records = new LinkedHashMap<>();
  private final List<Trouble> troubles = new ArrayList<>();

  private Draft(CaseInfo info, Iterable<CaseRecord> records) {
    this.info = info;
    records.forEach(each -> this.records.put(each.id().value(), each));
  }

  /// Either a case or what keeps the changes from making one.
  record Outcome(@Nullable Case contents, List<Trouble> troubles) {}

  /// What somebody sees after these changes.
  static Outcome of(CaseView view, List<CaseEdit> edits) {
    return new Draft(view.info(), view.records()).make(edits);
  }

  /// The case after these changes.
  static Outcome of(Case contents, List<CaseEdit> edits) {
    return new Draft(contents.info(), contents.records()).make(edits);
  }

  private Outcome make(List<CaseEdit> edits) {
    edits.forEach(this::apply);
    if (!troubles.isEmpty()) {
      return new Outcome(null, List.copyOf(troubles));
    }
    List<CaseRecord> list = List.copyOf(records.values());
    try {
      return new Outcome(Case.of(info, list), List.of());
    } catch (InvalidCaseException e) {
      return new Outcome(null, e.problems().stream().map(each -> trouble(each, list)).toList());
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
    CaseRecord current = view.find(id).filter(each -> each.id().value().equals(id)).orElse(null);
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
