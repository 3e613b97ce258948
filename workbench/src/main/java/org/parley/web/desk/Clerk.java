package org.parley.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.casefile.CaseEdit;
import org.parley.model.Case;
import org.parley.model.CaseView;
import org.parley.model.Visibility;
import org.parley.store.Judge;
import org.parley.store.Snapshot;
import org.parley.store.Violation;
import org.parley.web.desk.Saving.Trouble;

/// Judges the changes of a visitor: first by what the visitor may see, then by the whole case.
///
/// @param basedOn for each record that is changed or removed, the version the visitor saw
/// @param confirmed to whom the visitor has confirmed that records may be shown
record Clerk(
    Visitor visitor, List<CaseEdit> edits, Map<String, Version> basedOn, Visibility confirmed)
    implements Judge<Saving> {

  @Override
  public Ruling<Saving> rule(Snapshot now) {
    Case contents = now.findCase().orElse(null);
    if (contents == null) {
      return new Ruling.Refuse<>(
          Saving.Refused.because(
              null, "the journal does not hold a case", "", "Maybe import one first"));
    }
    Saving refusal = refusal(contents).orElse(null);
    if (refusal != null) {
      return new Ruling.Refuse<>(refusal);
    }
    Draft whole = Draft.of(contents, edits);
    return whole.troubles().isEmpty()
        ? new Ruling.Write<>(whole.changes(now.contents()))
        : new Ruling.Refuse<>(unseen());
  }

  @Override
  public Optional<Saving> objection(Snapshot now, Snapshot after) {
    Case whole = after.findCase().orElse(null);
    if (whole != null) {
      List<Trouble> misnamed = Rights.misnamed(whole);
      return misnamed.isEmpty() ? Optional.empty() : Optional.of(new Saving.Refused(misnamed));
    }
    return Optional.of(
        visitor.role() == Role.MEDIATOR
            ? new Saving.Refused(after.violations().stream().map(Clerk::trouble).toList())
            : unseen());
  }

  private static Trouble trouble(Violation violation) {
    return new Trouble(
        violation.record(),
        violation.path(),
        violation.message(),
        violation.value(),
        violation.advice());
  }

  /// Why the visitor may not make these changes, as far as they can see; for a mediator, without
  /// looking whether a case comes of them.
  private Optional<Saving> refusal(Case contents) {
    CaseView view = contents.viewFor(visitor.viewer());
    Optional<Saving> stale = Draft.stale(view, edits, basedOn);
    if (stale.isPresent()) {
      return stale;
    }
    List<Trouble> forbidden = Rights.troubles(visitor, view, edits);
    if (!forbidden.isEmpty()) {
      return Optional.of(new Saving.Refused(forbidden));
    }
    Draft seen = Draft.of(view, edits);
    List<Trouble> troubles =
        visitor.role() == Role.MEDIATOR ? seen.troubles() : seen.check().troubles();
    if (!troubles.isEmpty()) {
      return Optional.of(new Saving.Refused(troubles));
    }
    List<Widening> widenings = Widening.of(view, edits, confirmed);
    return widenings.isEmpty() ? Optional.empty() : Optional.of(new Saving.Widens(widenings));
  }

  /// What a folder would become by these changes, or why not.
  sealed interface Verdict {
    record Sound(Case after) implements Verdict {}

    record Unsound(Saving why) implements Verdict {}
  }

  /// Judges changes to a case that lies in files and has no other eyes than a mediator's.
  Verdict judge(Case contents) {
    Saving refusal = refusal(contents).orElse(null);
    if (refusal != null) {
      return new Verdict.Unsound(refusal);
    }
    Draft.Outcome whole = Draft.of(contents, edits).check();
    Case after = whole.contents();
    return after == null
        ? new Verdict.Unsound(new Saving.Refused(whole.troubles()))
        : new Verdict.Sound(after);
  }

  /// What the visitor cannot see forbids it. Ruled out by the ids kept for each delegation; were it
  /// to happen, it must tell nothing.
  private static Saving unseen() {
    return Saving.Refused.because(null, "this cannot be saved now", "", "Maybe ask the mediator");
  }
}
