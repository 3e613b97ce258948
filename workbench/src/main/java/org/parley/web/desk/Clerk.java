package org.parley.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.casefile.CaseEdit;
import org.parley.model.Case;
import org.parley.model.CaseView;
import org.parley.web.desk.Saving.Trouble;

/// Judges changes before they are made: first by what the visitor may see, then by the whole case.
final class Clerk {

  /// What came of it: a case, or why not.
  sealed interface Verdict {
    record Sound(Case after) implements Verdict {}

    record Unsound(Saving why) implements Verdict {}
  }

  private Clerk() {}

  /// @param shared whether others than mediators may look at the case
  static Verdict judge(
      Case now,
      Visitor visitor,
      List<CaseEdit> edits,
      Map<String, Version> basedOn,
      boolean shared) {
    CaseView view = now.viewFor(visitor.viewer());
    Optional<Saving> stale = Draft.stale(view, edits, basedOn);
    if (stale.isPresent()) {
      return new Verdict.Unsound(stale.get());
    }
    List<Trouble> forbidden = Rights.troubles(visitor, view, edits);
    if (!forbidden.isEmpty()) {
      return new Verdict.Unsound(new Saving.Refused(forbidden));
    }
    if (visitor.role() != Role.MEDIATOR) {
      Draft.Outcome seen = Draft.of(view, edits);
      if (!seen.troubles().isEmpty()) {
        return new Verdict.Unsound(new Saving.Refused(seen.troubles()));
      }
    }
    Draft.Outcome whole = Draft.of(now, edits);
    Case after = whole.contents();
    if (after == null && visitor.role() == Role.MEDIATOR) {
      return new Verdict.Unsound(new Saving.Refused(whole.troubles()));
    }
    if (after == null) {
      // ruled out by the ids kept for each delegation; were it to happen, it must tell nothing
      return new Verdict.Unsound(
          Saving.Refused.because(null, "this cannot be saved now", "", "Maybe ask the mediator"));
    }
    List<Trouble> misnamed = shared ? Rights.misnamed(after) : List.of();
    return misnamed.isEmpty()
        ? new Verdict.Sound(after)
        : new Verdict.Unsound(new Saving.Refused(misnamed));
  }
}
