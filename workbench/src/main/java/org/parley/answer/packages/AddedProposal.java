package org.parley.answer.packages;

import java.util.List;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.PackageProblem;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.wording.PackageWording;

/// A proposal that was added to a case.
///
/// @param proposal its key
/// @param options the added options, without grades
/// @param files the files that changed
public record AddedProposal(
    String proposal, List<OptionId> options, List<String> files, String words) {

  public static AddedProposal of(
      PackageProblem packages,
      BridgeProposal proposal,
      ProposedOptions.Additions additions,
      List<String> files) {
    return new AddedProposal(
        ProposedOptions.key(packages, proposal),
        additions.points().stream().map(point -> point.options().getLast().id()).toList(),
        files,
        PackageWording.of(packages)
            .proposals()
            .added(proposal, additions.points().stream().map(AddedProposal::label).toList()));
  }

  private static String label(Point point) {
    return point.number() + " " + point.title().text();
  }
}
