package org.parley.answer.packages;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.approval.Chance;
import org.parley.bargain.cases.ApprovalChain;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Ratification;
import org.parley.model.PartyId;
import org.parley.model.text.OptionId;
import org.parley.wording.ApprovalWording;

/// Which of the packages that can be signed pass the approvals after signature.
///
/// @param stages the titles of the stages, in order
/// @param fates one for each combination of options that approval depends on
/// @param unjudged whether there are more combinations than are judged
public record ApprovalsAnswer(List<String> stages, List<PackageFate> fates, boolean unjudged) {

  /// The fate of the packages with some options.
  public record PackageFate(
      List<OptionId> options,
      Chance chance,
      BigInteger atLeast,
      BigInteger atMost,
      List<StageChance> stages,
      String words) {}

  /// The chance that a stage is passed.
  public record StageChance(String stage, Chance chance, List<ApprovalChance> approvals) {}

  /// The chance that somebody approves.
  public record ApprovalChance(
      PartyId by, Chance chance, Ratification.Reason reason, String words) {}

  /// The answer; null if nobody approves after signature.
  static @Nullable ApprovalsAnswer of(Ratification ratification) {
    PackageProblem packages = ratification.packages();
    ApprovalChain chain = packages.approvals();
    return chain.isEmpty()
        ? null
        : new ApprovalsAnswer(
            chain.stages().stream().map(ApprovalChain.ChainStage::title).toList(),
            ratification.fates().stream().map(fate -> fate(packages, fate)).toList(),
            ratification.unjudged());
  }

  private static PackageFate fate(PackageProblem packages, Ratification.Prospect fate) {
    return new PackageFate(
        fate.options().stream()
            .map(each -> packages.matters().get(each.point()).options().get(each.option()))
            .toList(),
        fate.passage().chance(),
        fate.atLeast(),
        fate.atMost(),
        fate.passage().stages().stream().map(stage -> stage(packages, stage)).toList(),
        ApprovalWording.of(packages).verdict(fate.passage()));
  }

  private static StageChance stage(PackageProblem packages, Ratification.StageVerdict stage) {
    ApprovalChain chain = packages.approvals();
    return new StageChance(
        chain.stages().get(stage.stage()).title(),
        stage.chance(),
        stage.verdicts().stream()
            .map(
                each ->
                    new ApprovalChance(
                        chain.outsiders().get(each.approver().outsider()).party(),
                        each.chance(),
                        each.reason(),
                        ApprovalWording.of(packages).reason(each)))
            .toList());
  }
}
