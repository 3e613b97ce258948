package org.parley.guarantees.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;

/// Burden sharing: pledged and available contributions against needs. Pledges of money alone are in
/// [MoneyBurden].
///
/// A contribution may depend on another party's. The available ones are the largest mutually
/// supporting set (greatest fixed point).
public final class Burden {

  /// The need in one domain and unit.
  public record Requirement(Contribution.Domain domain, String unit, long amount) {}

  /// The contribution of one party in one domain and unit.
  ///
  /// @param pledged the sum of the amounts on record
  /// @param available the unconditional part, or with conditions met
  /// @param share its share of all pledges in this domain and unit; 0 if there are none
  /// @param withoutFigure the number of its contributions without an amount
  public record BurdenLine(
      PartyId contributor,
      Contribution.Domain domain,
      String unit,
      long pledged,
      long available,
      Rational share,
      int withoutFigure) {

    /// The part with unmet conditions.
    public long conditional() {
      return pledged - available;
    }
  }

  /// Pledges against a need.
  ///
  /// @param isOpen whether contributions without an amount could still fill the gap
  public record Balance(Requirement requirement, long pledged, long available, boolean isOpen) {

    /// The gap between the need and the available amount; 0 or more.
    public long missing() {
      return Math.max(0, requirement.amount() - available);
    }
  }

  /// The burden sharing.
  public record Picture(
      List<BurdenLine> lines, List<Balance> balances, Set<ContributionId> available) {

    public Picture {
      lines = List.copyOf(lines);
      balances = List.copyOf(balances);
      available = Set.copyOf(available);
    }
  }

  private Burden() {}

  /// Computes the burden sharing.
  ///
  /// @param reached milestones reached and other conditions met
  /// @param withdrawn parties that contribute nothing
  public static Picture of(
      List<Contribution> contributions,
      List<Requirement> requirements,
      Set<String> reached,
      Set<PartyId> withdrawn) {
    List<Contribution> pledged =
        contributions.stream().filter(each -> !withdrawn.contains(each.contributor())).toList();
    Set<ContributionId> available = available(pledged, reached);
    List<BurdenLine> lines = new ArrayList<>();
    record Cell(PartyId contributor, Contribution.Domain domain, String unit) {}
    Set<Cell> cells =
        new TreeSet<>(
            java.util.Comparator.comparing(Cell::domain)
                .thenComparing(Cell::unit)
                .thenComparing(Cell::contributor));
    pledged.stream()
        .filter(each -> !each.isMoney())
        .forEach(each -> cells.add(new Cell(each.contributor(), each.domain(), each.unit())));
    for (Cell cell : cells) {
      List<Contribution> own =
          pledged.stream()
              .filter(each -> !each.isMoney())
              .filter(each -> cell.equals(new Cell(each.contributor(), each.domain(), each.unit())))
              .toList();
      long all = sum(in(pledged, cell.domain(), cell.unit()));
      long mine = sum(own);
      lines.add(
          new BurdenLine(
              cell.contributor(),
              cell.domain(),
              cell.unit(),
              mine,
              sum(own.stream().filter(each -> available.contains(each.id())).toList()),
              all == 0 ? Rational.ZERO : Rational.of(mine, all),
              (int) own.stream().filter(each -> each.amount() == null).count()));
    }
    List<Balance> balances =
        requirements.stream()
            .map(
                need -> {
                  List<Contribution> there = in(pledged, need.domain(), need.unit());
                  return new Balance(
                      need,
                      sum(there),
                      sum(there.stream().filter(each -> available.contains(each.id())).toList()),
                      there.stream().anyMatch(each -> each.amount() == null));
                })
            .toList();
    return new Picture(lines, balances, available);
  }

  /// The available contributions, by id.
  static Set<ContributionId> available(List<Contribution> contributions, Set<String> reached) {
    List<Contribution> left = new ArrayList<>(contributions);
    while (true) {
      Set<PartyId> contributing = new HashSet<>();
      left.forEach(each -> contributing.add(each.contributor()));
      if (!left.removeIf(each -> !Contributions.isAvailable(each, reached, contributing))) {
        Set<ContributionId> ids = new HashSet<>();
        left.forEach(each -> ids.add(each.id()));
        return ids;
      }
    }
  }

  private static List<Contribution> in(
      List<Contribution> contributions, Contribution.Domain domain, String unit) {
    return contributions.stream()
        .filter(each -> each.domain() == domain && each.unit().equals(unit))
        .toList();
  }

  private static long sum(List<Contribution> contributions) {
    return contributions.stream()
        .map(Contribution::amount)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .reduce(0, Math::addExact);
  }
}
