package org.parley.web.packages;

import java.util.ArrayList;
import java.util.List;
import org.parley.bargain.Choice;
import org.parley.bargain.JointWorth;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.CommonRange;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Trades;
import org.parley.wording.PackageWording;
import org.parley.wording.QuantityWording;

/// A draft package on the page.
///
/// @param address the query
/// @param packages the problem with what-if figures
/// @param draft its evaluation
public record Builder(PackagesQuery address, PackageProblem packages, PackageDraft draft) {

  /// The most points that are listed with their options to choose from.
  public static final int MOST_POINTS = 60;

  /// The labels of those who never accept an option.
  public List<String> refusing(int point, int option) {
    List<String> labels = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      if (packages.redLines(party).contains(new Choice(point, option))) {
        labels.add(packages.seats().get(party).label());
      }
    }
    return labels;
  }

  /// The values of a quantity that all accept, or the gap between them.
  public String common(int point) {
    return CommonRange.of(packages, point)
        .map(
            range ->
                QuantityWording.current()
                    .common(
                        range, packages.seats().stream().map(PackageProblem.Seat::label).toList()))
        .orElse("");
  }

  /// The largest worth of any package to any party, ignoring linkages; at least 1.
  public long widest() {
    long widest = 1;
    Problem problem = packages.problem();
    for (int index = 0; index < problem.parties().size(); index++) {
      int party = index;
      long most =
          problem.parties().get(party).worths().stream()
                  .mapToLong(row -> row.stream().max(Long::compare).orElse(0L))
                  .sum()
              + problem.jointWorths().stream()
                  .filter(joint -> joint.party() == party)
                  .mapToLong(JointWorth::worth)
                  .filter(worth -> worth > 0)
                  .sum();
      widest = Math.max(widest, most);
    }
    return widest;
  }

  /// The position of a worth on a bar of a thousand.
  public long place(long worth) {
    return Math.clamp((long) ((double) worth / widest() * 1000), 0, 1000);
  }

  /// The address of the package after a trade.
  public String href(Trades.Trade trade) {
    return address.withBuilt(trade.options()).href() + "#build";
  }

  /// A trade in words.
  public String words(Trades.Trade trade) {
    return PackageWording.of(packages)
        .trade(draft.options().stream().mapToInt(Integer::intValue).toArray(), trade);
  }

  /// The address of the package completed as Nash's rule would.
  public String hrefOfCompleted() {
    return address.withBuilt(draft.completed()).href() + "#build";
  }

  /// Whether it is kept for comparison already.
  public boolean isKept() {
    return address.kept().contains(draft.options());
  }

  /// The address that keeps it, too.
  public String hrefOfKept() {
    return address.withKept(draft.options(), true).href() + "#compare";
  }

  /// The address of the page without it.
  public String hrefOfNone() {
    return address.withBuilt(List.of()).href() + "#build";
  }
}
