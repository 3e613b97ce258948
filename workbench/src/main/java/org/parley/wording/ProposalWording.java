package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.bargain.Choice;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.KnotConcession;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ProposedBridges;
import org.parley.bargain.clash.PartyDemand;

/// Proposals of bridges in words: the move, its cost, what it opens and what it assumes.
public final class ProposalWording {

  private final Messages messages;
  private final PackageProblem packages;
  private final PackageWording words;
  private final QuantityWording numbers;

  ProposalWording(Messages messages, PackageProblem packages, PackageWording words) {
    this.messages = messages;
    this.packages = packages;
    this.words = words;
    this.numbers = new QuantityWording(messages);
  }

  /// A proposal: "leave 4 Status open, to be settled later".
  public String proposal(BridgeProposal proposal) {
    return switch (proposal.move()) {
      case BridgeProposal.BridgeMove.Defer(Set<Integer> points) ->
          messages.text(
              "packages.proposal.defer",
              "points",
              words.list(
                  points.stream()
                      .sorted()
                      .map(point -> packages.matters().get(point).label())
                      .toList()),
              "count",
              points.size());
      case BridgeProposal.BridgeMove.Phase(int point, int first, int then) ->
          messages.text(
              "packages.proposal.phase",
              "point",
              packages.matters().get(point).label(),
              "first",
              words.title(new Choice(point, first)),
              "then",
              words.title(new Choice(point, then)));
      case BridgeProposal.BridgeMove.Reciprocate(_, List<PartyDemand.OnlyIf> conditions) ->
          String.join(
              messages.pattern("semicolon"),
              words.byContingency(List.copyOf(conditions)).entrySet().stream()
                  .map(
                      each ->
                          words.contingent(
                              "packages.proposal.in-return", each.getKey(), each.getValue()))
                  .toList());
      case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) ->
          String.join(
              messages.pattern("semicolon"),
              awaited.stream()
                  .map(
                      each ->
                          messages.text(
                              "packages.proposal.await",
                              "party",
                              words.label(each.demand().party()),
                              "option",
                              words.title(each.conceded()),
                              "step",
                              each.act().title()))
                  .toList());
      case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) -> {
        KnotConcession way = linked.getFirst().way();
        yield messages.text(
            "packages.proposal.link",
            "concessions",
            words.list(
                linked.stream()
                    .map(
                        each ->
                            messages.text(
                                "packages.proposal.concedes",
                                "party",
                                words.label(each.demand().party()),
                                "option",
                                words.title(each.conceded())))
                    .toList()),
            "others",
            words.list(way.labels()),
            "count",
            way.labels().size(),
            "demands",
            dropped(way));
      }
      case BridgeProposal.BridgeMove.Split(List<BridgeProposal.SplitValue> values) ->
          String.join(
              messages.pattern("semicolon"),
              values.stream()
                  .map(
                      each ->
                          messages.text(
                              "packages.proposal.split",
                              "point",
                              packages.matters().get(each.point()).label(),
                              "value",
                              numbers.amount(each.gap().quantity(), each.value()),
                              "more",
                              words.list(parties(each.gap().askingMore())),
                              "least",
                              numbers.amount(each.gap().quantity(), each.gap().least()),
                              "less",
                              words.list(parties(each.gap().askingLess())),
                              "most",
                              numbers.amount(each.gap().quantity(), each.gap().most())))
                  .toList());
    };
  }

  private String dropped(KnotConcession way) {
    return words.list(
        way.texts().stream()
            .map(each -> messages.text("packages.proposal.dropped", "demand", each))
            .toList());
  }

  private List<String> parties(List<Integer> parties) {
    return parties.stream().map(words::label).toList();
  }

  /// How far a search came that left out candidates.
  public String cutShort(ProposedBridges proposed) {
    return messages.text("packages.proposal.cut-short", "count", proposed.tried());
  }

  /// The report of an addition: where it is, and that nobody has graded it.
  ///
  /// @param points the labels of the points with a new option
  public String added(BridgeProposal proposal, List<String> points) {
    return messages.text(
        "packages.proposal.added",
        "count",
        points.size(),
        "points",
        words.list(points),
        "proposal",
        proposal(proposal));
  }

  /// The summary of an option that a proposal adds.
  public String summary(BridgeProposal proposal) {
    return messages.text("packages.proposal.summary", "proposal", proposal(proposal));
  }

  /// The assumption behind a proposal.
  public String assumption(BridgeProposal proposal) {
    return messages.text("packages.proposal.assumed", "kind", kind(proposal));
  }

  private static Messages.Select kind(BridgeProposal proposal) {
    return new Messages.Select(
        switch (proposal.move()) {
          case BridgeProposal.BridgeMove.Defer _ -> "defer";
          case BridgeProposal.BridgeMove.Phase _ -> "phase";
          case BridgeProposal.BridgeMove.Reciprocate _ -> "return";
          case BridgeProposal.BridgeMove.Await _ -> "await";
          case BridgeProposal.BridgeMove.Link _ -> "link";
          case BridgeProposal.BridgeMove.Split _ -> "split";
        });
  }

  /// The costs of a proposal, one sentence for each point.
  public List<String> costs(BridgeProposal proposal) {
    SortedMap<Integer, List<String>> byPoint = new TreeMap<>();
    for (BridgeProposal.ConcessionCost cost : proposal.costs()) {
      byPoint
          .computeIfAbsent(cost.point(), _ -> new ArrayList<>())
          .add(
              messages.text(
                  "packages.proposal.cost-of",
                  "party",
                  words.label(cost.party()),
                  "loss",
                  PackageWording.plain(cost.loss()),
                  "most",
                  PackageWording.plain(cost.most())));
    }
    return byPoint.entrySet().stream()
        .map(
            each ->
                messages.text(
                    "packages.proposal.cost",
                    "costs",
                    words.list(each.getValue()),
                    "point",
                    packages.matters().get(each.getKey()).label()))
        .toList();
  }

  /// How many packages all accept with a proposal.
  public String opens(BridgeProposal proposal) {
    return messages.text(
        "packages.proposal.opens",
        "count",
        new PackageNumbers(messages).count(proposal.opensAtLeast(), proposal.opensAtMost()));
  }

  /// The title of the option that a proposal adds to a point.
  public String proposedOption(BridgeProposal proposal, int point) {
    return switch (proposal.move()) {
      case BridgeProposal.BridgeMove.Defer _ -> messages.text("packages.proposal.option.defer");
      case BridgeProposal.BridgeMove.Phase(_, int first, int then) ->
          messages.text(
              "packages.proposal.option.phase",
              "first",
              words.title(new Choice(point, first)),
              "then",
              words.title(new Choice(point, then)));
      case BridgeProposal.BridgeMove.Reciprocate(_, List<PartyDemand.OnlyIf> conditions) ->
          conditions.stream()
              .map(PartyDemand.OnlyIf::contingency)
              .filter(each -> each.choice().point() == point)
              .findFirst()
              .map(
                  each ->
                      messages.text(
                          "packages.proposal.option.return",
                          "option",
                          words.title(each.choice()),
                          "terms",
                          words.terms(each)))
              .orElseThrow();
      case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) ->
          awaited.stream()
              .filter(each -> each.conceded().point() == point)
              .findFirst()
              .map(
                  each ->
                      messages.text(
                          "packages.proposal.option.await",
                          "option",
                          words.title(each.conceded()),
                          "step",
                          each.act().title()))
              .orElseThrow();
      case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) ->
          linked.stream()
              .filter(each -> each.conceded().point() == point)
              .findFirst()
              .map(
                  each ->
                      messages.text(
                          "packages.proposal.option.link",
                          "option",
                          words.title(each.conceded()),
                          "demands",
                          dropped(each.way())))
              .orElseThrow();
      case BridgeProposal.BridgeMove.Split _ ->
          throw new IllegalArgumentException("a number has no options");
    };
  }
}
