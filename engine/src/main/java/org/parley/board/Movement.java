package org.parley.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Subject;

/// The differences between two boards of one case, with the claims and acts behind them.
///
/// @param changes cells whose stance, basis, receipt or preferences differ, in the order of the
///   board
/// @param completeness sets of parties with more or fewer points agreed
/// @param newContradictions contradictions of the later board only
/// @param settledContradictions contradictions of the earlier board only
/// @param newQuotes shares quoted in between
public record Movement(
    List<Change> changes,
    List<CompletenessChange> completeness,
    List<Contradiction> newContradictions,
    List<Contradiction> settledContradictions,
    List<QuotedShare> newQuotes) {

  /// A cell that moved.
  ///
  /// @param subject the row
  /// @param party the column
  /// @param before the cell before
  /// @param after the cell after
  /// @param movedBy the claims and acts it newly rests on; if it rests on none, the claims that
  ///   removed its former basis
  public record Change(Subject subject, PartyId party, Cell before, Cell after, List<Id> movedBy) {
    public Change {
      movedBy = List.copyOf(movedBy);
    }
  }

  /// A set of parties with a changed count of agreed points.
  public record CompletenessChange(Agreement before, Agreement after) {}

  public Movement {
    changes = List.copyOf(changes);
    completeness = List.copyOf(completeness);
    newContradictions = List.copyOf(newContradictions);
    settledContradictions = List.copyOf(settledContradictions);
    newQuotes = List.copyOf(newQuotes);
  }

  /// Whether the boards are equal.
  public boolean isEmpty() {
    return changes.isEmpty()
        && completeness.isEmpty()
        && newContradictions.isEmpty()
        && settledContradictions.isEmpty()
        && newQuotes.isEmpty();
  }

  /// The differences between two boards of one view.
  public static Movement between(Board before, Board after) {
    List<Change> changes = new ArrayList<>();
    for (Row row : after.rows()) {
      Row earlier = before.get(row.subject());
      for (Cell now : row.cells()) {
        Cell then = earlier.get(now.party());
        if (moved(then, now)) {
          changes.add(new Change(row.subject(), now.party(), then, now, movers(then, now, after)));
        }
      }
    }
    List<CompletenessChange> counts = new ArrayList<>();
    for (Agreement now : after.completeness()) {
      Agreement then = before.among(now.parties());
      if (then.agreed() != now.agreed() || then.agreedFirstHand() != now.agreedFirstHand()) {
        counts.add(new CompletenessChange(then, now));
      }
    }
    return new Movement(
        changes,
        counts,
        without(after.contradictions(), before.contradictions()),
        without(before.contradictions(), after.contradictions()),
        after.quotedShares().stream()
            .filter(
                quote ->
                    before.quotedShares().stream()
                        .noneMatch(other -> other.claim().equals(quote.claim())))
            .toList());
  }

  private static boolean moved(Cell then, Cell now) {
    return then.stance() != now.stance()
        || then.basis() != now.basis()
        || then.receipt() != now.receipt()
        || !options(then).equals(options(now));
  }

  private static Set<Object> options(Cell cell) {
    Set<Object> options = new LinkedHashSet<>();
    cell.preferences().forEach(preference -> options.add(preference.option()));
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
    return claims;
  }

  private static List<Contradiction> without(List<Contradiction> some, List<Contradiction> others) {
    Set<String> known = new LinkedHashSet<>();
    others.forEach(each -> known.add(key(each)));
    return some.stream().filter(each -> !known.contains(key(each))).toList();
  }

  private static String key(Contradiction each) {
    return each.kind() + " " + each.party() + " " + each.first() + " " + each.second();
  }
}
