package org.parley.web.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.store.Judge;
import org.parley.store.Snapshot;
import org.parley.store.Violation;
import org.parley.web.service.SaveOutcome.Trouble;

/// Judges the changes of a visitor by the visible part of the case alone, regardless of hidden
/// records.
///
/// Hidden records give way. One that no longer fits is set aside when the case is folded. One with
/// a taken id is renamed, with its references, in the same change. A mediator sees everything, so
/// nothing is set aside or renamed on their behalf.
///
/// @param basedOn the version of each changed or removed record that the visitor saw
/// @param confirmed the readers confirmed by the visitor
record ChangeJudge(
    Visitor visitor, List<CaseEdit> edits, Map<String, Version> basedOn, Visibility confirmed)
    implements Judge<SaveOutcome> {

  private static final String RENAMED = "renamed-";
  private static final int LONGEST_ID = 64;

  @Override
  public Ruling<SaveOutcome> rule(Snapshot now) {
    Case contents = now.findCase().orElse(null);
    if (contents == null) {
      return new Ruling.Refuse<>(
          SaveOutcome.Refused.because(null, ChangeRefusal.Plain.NO_CASE_IN_JOURNAL));
    }
    SaveOutcome refusal = refusal(contents).orElse(null);
    if (refusal != null) {
      return new Ruling.Refuse<>(refusal);
    }
    List<CaseEdit> all = new ArrayList<>(givingWay(contents));
    all.addAll(edits);
    return new Ruling.Write<>(CaseDraft.of(contents, all).changes(now.contents()));
  }

  @Override
  public Optional<SaveOutcome> objection(Snapshot now, Snapshot after) {
    Case before = now.findCase().orElse(null);
    Case whole = after.findCase().orElse(null);
    List<Trouble> troubles = new ArrayList<>();
    if (before == null || whole == null) {
      after.violations().forEach(each -> troubles.add(trouble(each)));
    } else if (visitor.role() == Role.MEDIATOR) {
      troubles.addAll(CaseDraft.of(before, edits).unfit(whole.setAside()));
      troubles.addAll(Rights.misnamed(before, whole, touched()));
    }
    return troubles.isEmpty() ? Optional.empty() : Optional.of(new SaveOutcome.Refused(troubles));
  }

  private Set<String> touched() {
    Set<String> ids = new HashSet<>();
    for (CaseEdit edit : edits) {
      switch (edit) {
        case CaseEdit.Add(CaseRecord record, _) -> ids.add(record.id().value());
        case CaseEdit.Change(CaseRecord record) -> ids.add(record.id().value());
        case CaseEdit.Remove(var id) -> ids.add(id.value());
        case CaseEdit.Describe _ -> {}
      }
    }
    return ids;
  }

  private static Trouble trouble(Violation violation) {
    return new Trouble(violation.record(), violation.path(), violation.complaint());
  }

  /// Why the visitor may not make these changes, as far as they can see.
  Optional<SaveOutcome> refusal(Case contents) {
    CaseView view = contents.viewFor(visitor.viewer());
    Optional<SaveOutcome> stale = CaseDraft.stale(view, edits, basedOn);
    if (stale.isPresent()) {
      return stale;
    }
    List<Trouble> troubles = Rights.troubles(visitor, view, edits);
    if (troubles.isEmpty()) {
      troubles = CaseDraft.of(view, edits).check(contents, visitor.viewer());
    }
    if (!troubles.isEmpty()) {
      return Optional.of(new SaveOutcome.Refused(troubles));
    }
    List<VisibilityWidening> widenings = VisibilityWidening.of(view, edits, confirmed);
    return widenings.isEmpty() ? Optional.empty() : Optional.of(new SaveOutcome.Widens(widenings));
  }

  /// New ids for hidden records with an id that the visitor adds.
  private List<CaseEdit> givingWay(Case contents) {
    if (visitor.role() == Role.MEDIATOR) {
      return List.of();
    }
    if (edits.stream().noneMatch(edit -> isTaken(edit, contents))) {
      return List.of();
    }
    Collection<CaseRecord> records = contents.whole();
    Set<String> taken = records.stream().flatMap(ChangeJudge::declared).collect(Collectors.toSet());
    Map<String, String> names = new LinkedHashMap<>();
    for (CaseEdit edit : edits) {
      if (edit instanceof CaseEdit.Add(CaseRecord added, _)) {
        declared(added).filter(taken::contains).forEach(id -> names.put(id, free(id, taken)));
      }
    }
    List<CaseEdit> renamed = new ArrayList<>();
    if (names.isEmpty()) {
      return renamed;
    }
    for (CaseRecord each : records) {
      CaseRecord now = each;
      for (Map.Entry<String, String> name : names.entrySet()) {
        now = References.renamed(now, name.getKey(), name.getValue());
      }
      if (!now.id().equals(each.id())) {
        renamed.add(new CaseEdit.Remove(each.id()));
        renamed.add(new CaseEdit.Add(now, null));
      } else if (!now.equals(each)) {
        renamed.add(new CaseEdit.Change(now));
      }
    }
    return renamed;
  }

  /// Whether an edit adds an id that any record has.
  private static boolean isTaken(CaseEdit edit, Case contents) {
    return edit instanceof CaseEdit.Add(CaseRecord added, _)
        && declared(added)
            .anyMatch(
                id ->
                    contents.declares(id)
                        || contents.setAside().stream()
                            .flatMap(each -> declared(each.record()))
                            .anyMatch(id::equals));
  }

  private static Stream<String> declared(CaseRecord record) {
    return References.of((Record) record).stream()
        .filter(References.Mention::declares)
        .map(each -> each.id().value());
  }

  private static String free(String id, Set<String> taken) {
    for (int number = 1; ; number++) {
      String name = RENAMED + (number == 1 ? "" : number + "-") + id;
      String fits = name.length() <= LONGEST_ID ? name : name.substring(0, LONGEST_ID);
      if (taken.add(fits)) {
        return fits;
      }
    }
  }
}
