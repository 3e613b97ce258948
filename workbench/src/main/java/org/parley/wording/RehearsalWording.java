package org.parley.wording;

import java.util.List;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.Rehearsal;
import org.parley.exact.Rational;

/// The wording of rehearsals, in the current language.
public final class RehearsalWording {

  private RehearsalWording() {}

  /// How often the machines agreed, and how well.
  public static String headline(Rehearsal played) {
    return Messages.current()
        .text(
            "packages.rehearse.headline",
            "plays",
            played.plays(),
            "deals",
            played.deals(),
            "efficient",
            played.efficient());
  }

  /// That it is an illustration.
  public static String illustration() {
    return Messages.current().text("packages.rehearse.illustration");
  }

  /// No package respects the linkages.
  public static String nothing() {
    return Messages.current().text("packages.none-left");
  }

  /// The packages that could be offered.
  public static String space(int packages, boolean isWhole) {
    return Messages.current()
        .text("packages.rehearse.space", "packages", packages, "whole", isWhole);
  }

  /// Plays under one deadline.
  public static String deadline(
      int rounds, long plays, long deals, long efficient, Rational meanRound) {
    return Messages.current()
        .text(
            "packages.rehearse.deadline",
            "rounds",
            rounds,
            "plays",
            plays,
            "deals",
            deals,
            "efficient",
            efficient,
            "round",
            meanRound.rounded());
  }

  /// How many plays ended how.
  public record Played(long plays, long deals, long efficient) {}

  /// Plays point by point, in one order.
  ///
  /// @param numbers the numbers of the points in it
  public static String order(AgendaOrder order, List<String> numbers, Played played, Rational gap) {
    return Messages.current()
        .text(
            "packages.rehearse.order",
            "order",
            order,
            "points",
            String.join(", ", numbers),
            "plays",
            played.plays(),
            "deals",
            played.deals(),
            "efficient",
            played.efficient(),
            "gap",
            Messages.current().decimal(gap));
  }

  /// The mean share of a party.
  public static String share(String party, Rational percent) {
    return Messages.current()
        .text("packages.rehearse.share", "party", party, "percent", percent.rounded());
  }

  /// How a strategy fared.
  public static String strategy(
      BargainingStrategy strategy, long plays, long deals, Rational percent) {
    return Messages.current()
        .text(
            "packages.rehearse.strategy",
            "strategy",
            strategy,
            "plays",
            plays,
            "deals",
            deals,
            "percent",
            percent.rounded());
  }

  /// The name of a strategy.
  public static String name(BargainingStrategy strategy) {
    return Messages.current().text("packages.rehearse.strategy-name", "strategy", strategy);
  }

  /// The name of an order of points.
  public static String name(AgendaOrder order) {
    return Messages.current().text("packages.rehearse.order-name", "order", order);
  }

  /// A share in percent.
  public static String percent(Rational share) {
    return Messages.current()
        .text("packages.rehearse.percent", "percent", Messages.current().decimal(share));
  }

  /// How often a package came out, and how good it is.
  public static String outcome(long count, boolean isEfficient, Rational gap) {
    return Messages.current()
        .text(
            "packages.rehearse.outcome-count",
            "count",
            count,
            "efficient",
            isEfficient,
            "gap",
            Messages.current().decimal(gap));
  }

  /// A package that came out.
  public static String outcome(long count, String options, boolean isEfficient, Rational gap) {
    return Messages.current()
        .text(
            "packages.rehearse.outcome",
            "count",
            count,
            "options",
            options,
            "efficient",
            isEfficient,
            "gap",
            Messages.current().decimal(gap));
  }
}
