package org.parley.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The differences between two boards of one case, with the claims and acts behind them.
///
/// @param states instruments in another phase, or approved or refused by more
/// @param versions instruments with another version of their text
/// @param performed acts by which something was carried out, verified or breached
/// @param changes cells whose stance, basis, receipt or options differ, in the order of the board
/// @param completeness sets of parties with more or fewer points agreed
/// @param newContradictions contradictions of the later board only
/// @param settledContradictions contradictions of the earlier board only
/// @param newQuotes shares quoted in between
public record Movement(
    List<StateChange> states,
    List<NewText> versions,
    List<ActLedger.Entry> performed,
    List<Change> changes,
    List<CompletenessChange> completeness,
    List<Contradiction> newContradictions,
    List<Contradiction> settledContradictions,
    List<QuotedShare> newQuotes) {

  /// The state of an instrument before and after.
  public record StateChange(InstrumentState before, InstrumentState after) {}

  /// A version of an instrument that is in place of another.
  ///
  /// @param instrument the instrument
  /// @param before the version before; null if it is the first
  /// @param after the version after
  /// @param isReplacement whether it replaced a rejected text, so that consent given before does
  ///   not count
  /// @param added the points that only the version after has; none of a first version
  /// @param removed the points that only the version before had
  /// @param reworded the points of both with a text dated since
  public record NewText(
      InstrumentId instrument,
      @Nullable InstrumentVersion before,
      InstrumentVersion after,
      boolean isReplacement,
      List<PointId> added,
      List<PointId> removed,
      List<PointId> reworded) {
    public NewText {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      reworded = List.copyOf(reworded);
    }
  }

  /// A cell that moved.
  ///
  /// @param subject the row
  /// @param party the column
  /// @param before the cell before
  /// @param after the cell after
  /// @param movedBy the claims and acts it newly rests on; if it rests on none, the claims and acts
  ///   that removed its former basis
  /// @param newText the text that replaced the one its former basis was about; null if none did
  public record Change(
      Subject subject,
      PartyId party,
      Cell before,
      Cell after,
      List<Id> movedBy,
      @Nullable NewText newText) {
    public Change {
      movedBy = List.copyOf(movedBy);
    }
  }

  /// A set of parties with a changed count of agreed points.
  public record CompletenessChange(Agreement before, Agreement after) {}

  public Movement {
    states = List.copyOf(states);
    versions = List.copyOf(versions);
    performed = List.copyOf(performed);
    changes = List.copyOf(changes);
    completeness = List.copyOf(completeness);
    newContradictions = List.copyOf(newContradictions);
    settledContradictions = List.copyOf(settledContradictions);
    newQuotes = List.copyOf(newQuotes);
  }

  /// Whether the boards are equal.
  public boolean isEmpty() {
    return states.isEmpty()
        && versions.isEmpty()
        && performed.isEmpty()
        && changes.isEmpty()
        && completeness.isEmpty()
        && newContradictions.isEmpty()
        && settledContradictions.isEmpty()
        && newQuotes.isEmpty();
  }

  /// Whether two boards of one view differ; the rest is not read once something does.
  public static boolean isAny(Board before, Board after) {
    return !versions(before, after).isEmpty()
        || !states(before, after).isEmpty()
        || !performed(before, after).isEmpty()
        || after.shownRows().stream().anyMatch(row -> isMoved(before.get(row.subject()), row))
        || !newQuotes(before, after).isEmpty()
        || !without(after.contradictions(), before.contradictions()).isEmpty()
        || !without(before.contradictions(), after.contradictions()).isEmpty()
        || after.completeness().stream().anyMatch(now -> isOther(before.among(now.parties()), now));
  }

  private static boolean isMoved(Row then, Row now) {
    return now.cells().stream().anyMatch(cell -> moved(then.get(cell.party()), cell));
  }

  private static boolean isOther(Agreement then, Agreement now) {
    return then.agreed() != now.agreed() || then.agreedFirstHand() != now.agreedFirstHand();
  }

  private static List<QuotedShare> newQuotes(Board before, Board after) {
    Set<ClaimId> known = new HashSet<>();
    before.quotedShares().forEach(each -> known.add(each.claim()));
    return after.quotedShares().stream().filter(each -> !known.contains(each.claim())).toList();
  }

  /// The differences between two boards of one view.
  public static Movement between(Board before, Board after) {
    List<NewText> versions = versions(before, after);
    List<Change> changes = new ArrayList<>();
    for (Row row : after.shownRows()) {
      Row earlier = before.get(row.subject());
      for (Cell now : row.cells()) {
        Cell then = earlier.get(now.party());
        if (moved(then, now)) {
          List<Id> movers = movers(then, now, after);
          changes.add(
              new Change(
                  row.subject(),
                  now.party(),
                  then,
                  now,
                  movers,
                  movers.isEmpty() ? newText(after, row.subject(), versions) : null));
        }
      }
    }
    List<CompletenessChange> counts = new ArrayList<>();
    for (Agreement now : after.completeness()) {
      Agreement then = before.among(now.parties());
      if (isOther(then, now)) {
        counts.add(new CompletenessChange(then, now));
      }
    }
    return new Movement(
        states(before, after),
        versions,
        performed(before, after),
        changes,
        counts,
        without(after.contradictions(), before.contradictions()),
        without(before.contradictions(), after.contradictions()),
        newQuotes(before, after));
  }

  private static List<StateChange> states(Board before, Board after) {
    List<StateChange> changes = new ArrayList<>();
    for (InstrumentState now : after.states()) {
      InstrumentState then = before.acts().stateOf(now.instrument());
      if (then.phase() != now.phase()
          || !then.ratifiedBy().equals(now.ratifiedBy())
          || !then.rejectedBy().equals(now.rejectedBy())) {
        changes.add(new StateChange(then, now));
      }
    }
    return changes;
  }

  private static List<NewText> versions(Board before, Board after) {
    List<NewText> versions = new ArrayList<>();
    for (Instrument instrument : after.view().instruments()) {
      Optional<InstrumentVersion> now = after.acts().versionOf(instrument.id());
      Optional<InstrumentVersion> then = before.acts().versionOf(instrument.id());
      if (now.isPresent() && !now.equals(then)) {
        versions.add(newText(before, after, instrument.id(), then.orElse(null), now.get()));
      }
    }
    return versions;
  }

  private static NewText newText(
      Board before,
      Board after,
      InstrumentId id,
      @Nullable InstrumentVersion then,
      InstrumentVersion now) {
    List<PointId> added = new ArrayList<>();
    List<PointId> removed = new ArrayList<>();
    List<PointId> reworded = new ArrayList<>();
    for (Point point : after.view().points()) {
      if (then != null && point.instrument().equals(id)) {
        boolean was = before.acts().contains(point);
        boolean is = after.acts().contains(point);
        if (is && !was) {
          added.add(point.id());
        } else if (was && !is) {
          removed.add(point.id());
        } else if (is && isReworded(point, then, now)) {
          reworded.add(point.id());
        }
      }
    }
    return new NewText(
        id,
        then,
        now,
        !after.acts().replacementOf(id).equals(before.acts().replacementOf(id)),
        added,
        removed,
        reworded);
  }

  private static boolean isReworded(Point point, InstrumentVersion then, InstrumentVersion now) {
    return point.texts().stream()
        .anyMatch(text -> then.date().isBefore(text.date()) && !now.date().isBefore(text.date()));
  }

  /// The replacement that ended the former basis of a cell: that of its instrument or of a whole.
  private static @Nullable NewText newText(Board after, Subject subject, List<NewText> versions) {
    return versions.stream()
        .filter(NewText::isReplacement)
        .filter(each -> after.isWithin(subject, each.instrument()))
        .findFirst()
        .orElse(null);
  }

  private static List<ActLedger.Entry> performed(Board before, Board after) {
    Set<ActId> known = new HashSet<>();
    before.acts().entries().forEach(each -> known.add(each.act().id()));
    return after.acts().entries().stream()
        .filter(each -> each.stands() && each.act().kind().isOfImplementation())
        .filter(each -> !known.contains(each.act().id()))
        .toList();
  }

  private static boolean moved(Cell then, Cell now) {
    return then.stance() != now.stance()
        || then.basis() != now.basis()
        || then.receipt() != now.receipt()
        || !options(then).equals(options(now))
        || !refused(then).equals(refused(now));
  }

  private static Set<Object> options(Cell cell) {
    Set<Object> options = new LinkedHashSet<>();
    cell.preferences().forEach(preference -> options.add(preference.option()));
    return options;
  }

  private static Set<Object> refused(Cell cell) {
    Set<Object> options = new LinkedHashSet<>();
    cell.refusals().forEach(refused -> options.add(refused.option()));
    return options;
  }

  private static List<Id> movers(Cell then, Cell now, Board after) {
    Set<Id> movers = new LinkedHashSet<>(behind(now));
    movers.removeAll(behind(then));
    if (movers.isEmpty()) {
      for (ClaimId lost : claims(then)) {
        after
            .ledger()
            .find(lost)
            .ifPresent(
                entry -> {
                  if (entry.by() != null) {
                    movers.add(entry.by());
                  }
                });
      }
      for (Id lost : then.acts()) {
        if (lost instanceof ActId act) {
          after.acts().correctionOf(act).ifPresent(movers::add);
        }
      }
    }
    return List.copyOf(movers);
  }

  private static Set<Id> behind(Cell cell) {
    Set<Id> behind = new LinkedHashSet<>(claims(cell));
    behind.addAll(cell.acts());
    return behind;
  }

  private static Set<ClaimId> claims(Cell cell) {
    Set<ClaimId> claims = new LinkedHashSet<>(cell.claims());
    claims.addAll(cell.receiptClaims());
    cell.preferences().forEach(preference -> claims.add(preference.claim()));
    cell.refusals().forEach(refused -> claims.add(refused.claim()));
    return claims;
  }

  private static List<Contradiction> without(List<Contradiction> some, List<Contradiction> others) {
    Set<Object> known = new HashSet<>();
    others.forEach(each -> known.add(key(each)));
    return some.stream().filter(each -> !known.contains(key(each))).toList();
  }

  private static Object key(Contradiction each) {
    return List.of(each.kind(), each.party(), each.first(), each.second());
  }
}
