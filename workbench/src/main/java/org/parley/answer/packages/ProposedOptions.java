package org.parley.answer.packages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.bargain.Choice;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.KnotConcessions;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.PartyDemand;
import org.parley.exact.Budget;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.DemandId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.wording.Messages;
import org.parley.wording.PackageWording;
import org.parley.wording.ProposalWording;

/// Proposals as options of a case: their keys, and the records that add them.
public final class ProposedOptions {

  /// The source that every added option names.
  public static final SourceId SOURCE = new SourceId("workbench-proposals");

  private static final int LONGEST_ID = 64;

  private ProposedOptions() {}

  /// The records that add a proposal.
  ///
  /// @param source the source to add; empty if it is on record
  /// @param points the changed points
  public record Additions(Optional<Source> source, List<Point> points) {
    public Additions {
      points = List.copyOf(points);
    }
  }

  /// The key of a proposal, stable for the same records: `defer:p4+p9`.
  public static String key(PackageProblem packages, BridgeProposal proposal) {
    return switch (proposal.move()) {
      case BridgeProposal.BridgeMove.Defer(Set<Integer> points) ->
          "defer:"
              + points.stream()
                  .sorted()
                  .map(point -> packages.matters().get(point).point().value())
                  .collect(Collectors.joining("+"));
      case BridgeProposal.BridgeMove.Phase(int point, int first, int then) ->
          "phase:" + option(packages, point, first) + "+" + option(packages, point, then);
      case BridgeProposal.BridgeMove.Reciprocate(_, List<PartyDemand.OnlyIf> conditions) ->
          "return:"
              + conditions.stream()
                  .map(
                      each ->
                          packages.seats().get(each.party()).party()
                              + "."
                              + option(packages, each.contingency().choice()))
                  .collect(Collectors.joining("+"));
      case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) ->
          "await:"
              + awaited.stream()
                  .map(
                      each ->
                          packages.seats().get(each.demand().party()).party()
                              + "."
                              + option(packages, each.conceded())
                              + "."
                              + each.act().step())
                  .collect(Collectors.joining("+"));
      case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) ->
          "link:"
              + linked.stream()
                  .map(
                      each ->
                          packages.seats().get(each.demand().party()).party()
                              + "."
                              + option(packages, each.conceded())
                              + "."
                              + each.way().drop().stream()
                                  .map(DemandId::value)
                                  .collect(Collectors.joining(".")))
                  .collect(Collectors.joining("+"));
      case BridgeProposal.BridgeMove.Split(List<BridgeProposal.SplitValue> values) ->
          "split:"
              + values.stream()
                  .map(each -> packages.matters().get(each.point()).point() + "." + each.value())
                  .collect(Collectors.joining("+"));
    };
  }

  private static OptionId option(PackageProblem packages, Choice choice) {
    return option(packages, choice.point(), choice.option());
  }

  private static OptionId option(PackageProblem packages, int point, int option) {
    return packages.matters().get(point).options().get(option);
  }

  /// The proposal with a key in the latest state of a case; empty if there is none any more.
  public static Optional<BridgeProposal> find(
      PackageProblem packages, KnotConcessions knots, String key, Budget budget) {
    return Obstacles.of(packages, null, knots, budget).proposed().proposals().stream()
        .filter(each -> key(packages, each).equals(key))
        .findFirst();
  }

  /// The points to which a proposal adds an option; none for a number.
  public static List<PointId> pointsOf(PackageProblem packages, BridgeProposal proposal) {
    return points(proposal).stream().map(each -> packages.matters().get(each).point()).toList();
  }

  private static SortedSet<Integer> points(BridgeProposal proposal) {
    SortedSet<Integer> points = new TreeSet<>();
    switch (proposal.move()) {
      case BridgeProposal.BridgeMove.Defer(Set<Integer> deferred) -> points.addAll(deferred);
      case BridgeProposal.BridgeMove.Phase(int point, _, _) -> points.add(point);
      case BridgeProposal.BridgeMove.Reciprocate(_, List<PartyDemand.OnlyIf> conditions) ->
          conditions.forEach(each -> points.add(each.contingency().choice().point()));
      case BridgeProposal.BridgeMove.Await(List<BridgeProposal.Awaited> awaited) ->
          awaited.forEach(each -> points.add(each.conceded().point()));
      case BridgeProposal.BridgeMove.Link(List<BridgeProposal.Linked> linked) ->
          linked.forEach(each -> points.add(each.conceded().point()));
      case BridgeProposal.BridgeMove.Split _ -> {}
    }
    return points;
  }

  /// The records that add a proposal as options, visible to the team alone.
  ///
  /// @param view the case, not translated
  /// @param day the day of the addition
  public static Additions of(
      CaseView view, PackageProblem packages, BridgeProposal proposal, LocalDate day) {
    ProposalWording words = PackageWording.of(packages).proposals();
    SortedMap<Integer, String> titles = new TreeMap<>();
    points(proposal).forEach(point -> titles.put(point, words.proposedOption(proposal, point)));
    Set<String> taken = References.declared(view.records());
    List<Point> points = new ArrayList<>();
    titles.forEach(
        (index, title) -> {
          PointId id = packages.matters().get(index).point();
          points.add(with(view.get(id), title, words.summary(proposal), taken));
        });
    return new Additions(
        view.find(SOURCE).isPresent() ? Optional.empty() : Optional.of(source(day)), points);
  }

  private static Point with(Point point, String title, String summary, Set<String> taken) {
    String stem = point.id().value() + "-proposed";
    String beginning = stem.substring(0, Math.min(stem.length(), LONGEST_ID - 4));
    String id = beginning;
    for (int number = 2; !taken.add(id); number++) {
      id = beginning + "-" + number;
    }
    List<Option> options = new ArrayList<>(point.options());
    options.add(
        new Option(
            new OptionId(id),
            LocalizedText.of(title),
            summary,
            List.of(),
            List.of(SOURCE),
            new Visibility.Mediator()));
    return point.withOptions(options);
  }

  private static Source source(LocalDate day) {
    Messages messages = Messages.current();
    return new Source(
        SOURCE,
        "Parley",
        LocalizedText.of(messages.text("packages.proposal.source")),
        null,
        Edtf.of(day),
        messages.language().tag(),
        Reliability.F,
        null,
        SourceKind.UNATTRIBUTED,
        messages.text("packages.proposal.source-note"),
        new Visibility.Mediator());
  }
}
