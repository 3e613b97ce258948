package org.parley.answer.packages;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.packages.PackageAnswers.BargainingDemand;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackageAnswers.TradeAnswer;
import org.parley.answer.packages.PackageAnswers.ZoneCounts;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Clashes;
import org.parley.exact.Finding;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.wording.PackageWording;

/// Minimal conflicts and minimal concessions.
///
/// @param complete whether all conflicts are listed; absent where none were looked for
/// @param proposalsComplete whether every candidate of a proposal was tried
/// @param candidatesTried how many were
/// @param table the package trades start from; absent where none is asked for
public record BridgesAnswer(
    @JsonKey(isInline = true) PackagesHead head,
    @JsonKey(isInline = true) ZoneCounts counts,
    @Nullable Boolean complete,
    @Nullable List<DemandClash> clashes,
    @Nullable List<Concession> waysOut,
    @Nullable List<LoweredBaselines> relaxations,
    List<BridgeOffer> proposals,
    boolean proposalsComplete,
    int candidatesTried,
    List<Easing> easings,
    @Nullable TablePackage table,
    @Nullable Boolean tradesComplete,
    @Nullable List<TradeAnswer> trades) {

  /// Demands that no package meets together.
  public record DemandClash(List<BargainingDemand> demands, String words) {}

  /// Demands to give up, and how many packages all accept then.
  public record Concession(
      List<BargainingDemand> giveUp,
      BigInteger opensAtLeast,
      BigInteger opensAtMost,
      String words) {}

  /// A move that the workbench proposes, with its cost and effect; an illustration.
  ///
  /// @param proposal its key, by which it is added to the case
  /// @param adds the points that get an option then; none for a number
  public record BridgeOffer(
      String proposal,
      List<PointId> adds,
      String words,
      List<OfferCost> costs,
      BigInteger opensAtLeast,
      BigInteger opensAtMost,
      String assumption) {

    static BridgeOffer of(PackageProblem packages, BridgeProposal proposal) {
      PackageWording words = PackageWording.of(packages);
      return new BridgeOffer(
          ProposedOptions.key(packages, proposal),
          ProposedOptions.pointsOf(packages, proposal),
          words.proposals().proposal(proposal),
          proposal.costs().stream()
              .map(
                  cost ->
                      new OfferCost(
                          packages.seats().get(cost.party()).party(),
                          packages.matters().get(cost.point()).point(),
                          cost.loss(),
                          cost.most()))
              .toList(),
          proposal.opensAtLeast(),
          proposal.opensAtMost(),
          words.proposals().assumption(proposal));
    }
  }

  /// The cost of a proposal to a party on a point, of all that it could lose there.
  public record OfferCost(PartyId party, PointId point, long loss, long most) {}

  /// By how much baselines have to come down, and a package that all accept then.
  public record LoweredBaselines(Map<String, Long> lowerBy, List<@Nullable OptionId> options) {}

  /// How many packages all accept once a demand is given up.
  public record Easing(
      List<BargainingDemand> giveUp, BigInteger leavesAtLeast, BigInteger leavesAtMost) {}

  /// A package on the table, and the demands it goes against.
  public record TablePackage(List<@Nullable OptionId> options, List<BargainingDemand> crosses) {}

  /// The answer where nothing is left to negotiate.
  public static BridgesAnswer nothingLeft(PackagesHead head) {
    return new BridgesAnswer(
        head,
        PackageAnswers.none(),
        null,
        null,
        null,
        null,
        List.of(),
        true,
        0,
        List.of(),
        null,
        null,
        null);
  }

  public static BridgesAnswer of(CaseView view, Obstacles crossing) {
    PackageProblem packages = crossing.packages();
    PackageWording words = PackageWording.of(packages);
    Clashes found = crossing.clashes().flatMap(Finding::findAnswer).orElse(null);
    return new BridgesAnswer(
        PackageAnswers.head(view, packages, words.summary(crossing.summary())),
        PackageAnswers.zone(packages, crossing.table()),
        crossing.clashes().map(Finding::isComplete).orElse(null),
        found == null
            ? null
            : found.clashes().stream()
                .map(
                    each ->
                        new DemandClash(PackageAnswers.demands(packages, each), words.clash(each)))
                .toList(),
        found == null
            ? null
            : found.waysInOrder().stream()
                .map(
                    each ->
                        new Concession(
                            PackageAnswers.demands(packages, each.giveUp()),
                            each.opensAtLeast(),
                            each.opensAtMost(),
                            words.way(each)))
                .toList(),
        crossing
            .relaxations()
            .map(
                finding ->
                    finding.findAnswer().orElse(List.of()).stream()
                        .map(
                            each ->
                                new LoweredBaselines(
                                    PackageAnswers.byParty(packages, each.lowerBy()),
                                    PackageAnswers.options(packages, each.options())))
                        .toList())
            .orElse(null),
        crossing.proposed().proposals().stream()
            .map(each -> BridgeOffer.of(packages, each))
            .toList(),
        crossing.proposed().isWhole(),
        crossing.proposed().tried(),
        crossing.easings().stream()
            .map(
                each ->
                    new Easing(
                        PackageAnswers.demands(packages, List.of(each.demand())),
                        each.leavesAtLeast(),
                        each.leavesAtMost()))
            .toList(),
        crossing.trades().isEmpty()
            ? null
            : new TablePackage(
                PackageAnswers.options(packages, crossing.onTheTable()),
                PackageAnswers.demands(packages, crossing.crossed())),
        crossing.trades().map(each -> !(each instanceof Finding.Bounded)).orElse(null),
        crossing
            .trades()
            .map(
                each ->
                    PackageAnswers.trades(
                        packages, crossing.onTheTable(), each.findAnswer().orElse(List.of())))
            .orElse(null));
  }
}
