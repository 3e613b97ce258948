package org.parley.answer.packages;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.packages.PackageAnswers.PackagesHead;
import org.parley.answer.packages.PackageAnswers.TradeAnswer;
import org.parley.answer.packages.PackageAnswers.ZoneCounts;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.exact.Bound;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.position.LinkageId;
import org.parley.model.text.OptionId;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageWording;

/// The evaluation of a draft package.
///
/// @param options one a point; `null` where the point is open
/// @param unlisted what is guaranteed of trades that are not listed; empty where none is missing
/// @param left how many packages take what is settled; absent where nothing is open
public record DraftAnswer(
    @JsonKey(isInline = true) PackagesHead head,
    List<@Nullable OptionId> options,
    boolean whole,
    boolean acceptableToAll,
    List<DraftStanding> standings,
    List<LinkageId> broken,
    PackageDraft.Efficiency efficiency,
    String unlisted,
    List<TradeAnswer> trades,
    @JsonKey(isInline = true) @Nullable ZoneCounts left) {

  /// The evaluation of the package by a party.
  public record DraftStanding(
      PartyId party,
      long least,
      long most,
      @JsonKey(isNull = true) @Nullable Long baseline,
      boolean accepts,
      int ungraded,
      List<String> objections) {}

  public static DraftAnswer of(CaseView view, PackageDraft draft) {
    PackageProblem packages = draft.packages();
    PackageWording words = PackageWording.of(packages);
    Bound unlisted = draft.unlisted();
    return new DraftAnswer(
        PackageAnswers.head(view, packages, PackageHeadline.of(words.draft(draft))),
        PackageAnswers.options(packages, draft.options()),
        draft.isWhole(),
        draft.isAcceptable(),
        IntStream.range(0, draft.standings().size())
            .mapToObj(
                party -> {
                  PackageDraft.PartyEvaluation each = draft.standings().get(party);
                  return new DraftStanding(
                      packages.seats().get(party).party(),
                      each.least(),
                      each.most(),
                      each.baseline(),
                      each.accepts(),
                      each.ungraded(),
                      words.demands(each.objections()));
                })
            .toList(),
        draft.broken().stream().map(PackageProblem.NamedLinkage::id).toList(),
        draft.efficiency(),
        unlisted == null ? "" : BoundWording.text(unlisted),
        PackageAnswers.trades(packages, draft.options(), draft.trades()),
        draft.left().map(left -> PackageAnswers.zone(packages, left)).orElse(null));
  }
}
