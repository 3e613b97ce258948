package org.parley.model.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.act.Act;
import org.parley.model.checks.Pruning;
import org.parley.model.checks.Removal;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.Position;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;

/// The part of a view that was known on a day.
///
/// Records that became known later are left out. With them falls all that rests on nothing else: a
/// position with its last claim, a claim with its subject. A source goes if it was published later
/// and no record known by then names it. Texts stay; whether they were known is up to the acts.
public final class KnownRecords {

  private KnownRecords() {}

  /// The view with the knowledge of the end of a day; itself if nothing became known later. Cost:
  /// linear in the records.
  public static CaseView of(CaseView view, LocalDate day) {
    List<CaseRecord> then = new ArrayList<>(view.records().size());
    Set<String> later = new HashSet<>();
    for (CaseRecord each : view.records()) {
      CaseRecord kept = withoutLaterParts(each, day);
      then.add(kept);
      Edtf known = known(kept);
      if (known != null && !known.isBy(day)) {
        later.add(each.id().value());
      }
    }
    then.replaceAll(each -> undecided(withoutLaterClaims(each, later), later, day));
    later.addAll(silentIncidents(then, later));
    Removal removal = Removal.from(then);
    Removal.Effect effect = removal.effect(later);
    boolean hasFallen = true;
    while (hasFallen) {
      Set<String> gone = effect.gone();
      List<String> unnamed =
          view.sources().stream()
              .filter(each -> !each.date().isBy(day) && !gone.contains(each.id().value()))
              .filter(each -> !removal.isNamedBesides(each.id().value(), gone))
              .map(each -> each.id().value())
              .toList();
      later.addAll(unnamed);
      hasFallen = !unnamed.isEmpty();
      effect = hasFallen ? removal.effect(later) : effect;
    }
    List<CaseRecord> left = removal.left(effect);
    return left.equals(List.copyOf(view.records())) ? view : view.of(left);
  }

  /// The incidents that nothing is known of: all that was recorded of them is later.
  private static Set<String> silentIncidents(List<CaseRecord> records, Set<String> later) {
    Set<String> told = new HashSet<>();
    Set<String> silent = new HashSet<>();
    for (CaseRecord each : records) {
      IncidentId id = each instanceof LogEntry entry ? entry.says().incident() : null;
      if (id != null) {
        (later.contains(each.id().value()) ? silent : told).add(id.value());
      }
    }
    silent.removeAll(told);
    return silent;
  }

  /// When a record became known; null if nothing says so.
  private static @Nullable Edtf known(CaseRecord record) {
    return switch (record) {
      case Claim claim -> claim.knownOrSaid();
      case Act act -> act.knownOrDone();
      case Forecast forecast -> forecast.made();
      case Meeting meeting -> meeting.knownOrHeld();
      case Position position -> position.knownOrHeld();
      case Baseline baseline -> baseline.knownOrHeld();
      case LogEntry entry -> entry.recorded();
      case Item item -> item.arrived();
      case Comment comment -> Edtf.of(comment.made().local().toLocalDate());
      default -> null;
    };
  }

  private static CaseRecord withoutLaterParts(CaseRecord record, LocalDate day) {
    return switch (record) {
      case Instrument text when text.status().stream().anyMatch(each -> isLater(each, day)) ->
          Pruning.with(
              text, "status", text.status().stream().filter(each -> !isLater(each, day)).toList());
      case Step step when isLater(step.happened(), day) || isObserved(step, day) ->
          Pruning.with(
              isLater(step.happened(), day) ? Pruning.with(step, "happened", null) : step,
              "progress",
              step.progress().stream().filter(each -> !each.date().isAfter(day)).toList());
      default -> record;
    };
  }

  /// A record that rests on a text too stays without the claims that became known later.
  private static CaseRecord withoutLaterClaims(CaseRecord record, Set<String> later) {
    List<ClaimId> claims =
        switch (record) {
          case Demand demand when !demand.points().isEmpty() -> demand.claims();
          case Linkage linkage when !linkage.points().isEmpty() -> linkage.claims();
          case Guarantee guarantee when !guarantee.points().isEmpty() -> guarantee.claims();
          default -> List.of();
        };
    List<ClaimId> known = claims.stream().filter(each -> !later.contains(each.value())).toList();
    return known.size() == claims.size() ? record : Pruning.with(record, "claims", known);
  }

  /// An item waits until somebody decides, and until the claims drawn from it are known.
  private static CaseRecord undecided(CaseRecord record, Set<String> later, LocalDate day) {
    if (record instanceof Item item
        && (isLater(item.decided(), day)
            || (item.decision() instanceof Item.Decision.Recorded(List<ClaimId> claims)
                && claims.stream().allMatch(each -> later.contains(each.value()))))) {
      return Pruning.with(
          Pruning.with(Pruning.with(item, "decision", null), "decided", null), "decidedBy", null);
    }
    return record;
  }

  private static boolean isObserved(Step step, LocalDate after) {
    return step.progress().stream().anyMatch(each -> each.date().isAfter(after));
  }

  private static boolean isLater(@Nullable Edtf date, LocalDate day) {
    return date != null && !date.isBy(day);
  }

  /// An event that is only expected is known before its day.
  private static boolean isLater(InstrumentEvent event, LocalDate day) {
    Edtf known = event.known();
    return known != null ? !known.isBy(day) : !event.expected() && !event.date().isBy(day);
  }
}
