package org.parley.answer.packages;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackageAnswers.ZoneCounts;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Which open point matters most.
///
/// @param looked the parties among whom that was asked
public record PivotsAnswer(
    @JsonKey(isInline = true) PackagesHead head,
    @JsonKey(isInline = true) ZoneCounts counts,
    List<PartyId> looked,
    boolean proved,
    List<PivotPoint> pivots) {

  /// A point, and what settling it does.
  public record PivotPoint(
      PointId point, Rational zoneSwing, Rational worthSwing, List<Settled> ways) {}

  /// The effect of settling a point by an option.
  ///
  /// @param values the values of a quantity that it stands for; absent for an option
  /// @param frontier what it leaves of the frontier; absent where that is not asked
  public record Settled(
      OptionId option,
      PackageAnswers.@Nullable Values values,
      BigInteger leftAtLeast,
      BigInteger leftAtMost,
      Map<String, Pivot.Reach> reaches,
      Pivot.@Nullable FrontierLeft frontier) {}

  /// The answer where nothing is left to negotiate.
  public static PivotsAnswer nothingLeft(PackagesHead head) {
    return new PivotsAnswer(head, PackageAnswers.none(), List.of(), true, List.of());
  }

  public static PivotsAnswer of(CaseView view, FoundPivots found) {
    PackageProblem looked = found.looked();
    return new PivotsAnswer(
        PackageAnswers.head(view, found.asked(), found.headline()),
        PackageAnswers.zone(found.asked(), found.table()),
        looked.seats().stream().map(PackageProblem.Seat::party).toList(),
        !(found.pivots() instanceof Finding.Bounded),
        found.list().stream().map(each -> point(looked, each)).toList());
  }

  private static PivotPoint point(PackageProblem looked, Pivot pivot) {
    PackageProblem.Matter matter = looked.matters().get(pivot.point());
    return new PivotPoint(
        matter.point(),
        pivot.zoneSwing(),
        pivot.worthSwing(),
        SettledWay.of(matter, pivot).stream()
            .map(
                way ->
                    new Settled(
                        way.option(),
                        way.values(),
                        way.leftAtLeast(),
                        way.leftAtMost(),
                        reaches(looked, way.reaches()),
                        way.frontier().orElse(null)))
            .toList());
  }

  private static Map<String, Pivot.Reach> reaches(
      PackageProblem looked, List<Pivot.Reach> reaches) {
    Map<String, Pivot.Reach> byParty = new LinkedHashMap<>();
    for (int party = 0; party < reaches.size(); party++) {
      byParty.put(looked.seats().get(party).party().value(), reaches.get(party));
    }
    return byParty;
  }
}
