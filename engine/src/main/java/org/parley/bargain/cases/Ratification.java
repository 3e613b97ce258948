package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.PackageBound;
import org.parley.bargain.Problem;
import org.parley.bargain.approval.Chance;
import org.parley.bargain.approval.Percents;
import org.parley.bargain.approval.VoteQuestion;
import org.parley.bargain.approval.Votes;
import org.parley.bargain.zone.Zones;
import org.parley.exact.Budget;

/// The fate of packages after signature: which of those that could be signed pass the approvals.
///
/// Packages that differ only on points no approval depends on have the same fate. So each
/// combination of options on the decisive points is judged once, exactly. Cost: one count of
/// packages for each combination.
///
/// @param packages the problem
/// @param decisive the points on which approval depends
/// @param fates one for each combination that could be signed, in order of the options
/// @param unjudged whether there are more combinations than are judged
public record Ratification(
    PackageProblem packages, List<Integer> decisive, List<Prospect> fates, boolean unjudged) {

  /// The most combinations judged.
  public static final int MOST_COMBINATIONS = 256;

  /// The fate of the packages with these options.
  ///
  /// @param options the options on the decisive points
  /// @param passage the verdict of each stage
  /// @param atLeast a lower bound on the distinct packages that could be signed
  /// @param atMost an upper bound
  public record Prospect(
      List<Choice> options, Passage passage, BigInteger atLeast, BigInteger atMost) {
    public Prospect {
      options = List.copyOf(options);
    }
  }

  /// The chance that a package passes every stage, and each of them.
  public record Passage(Chance chance, List<StageVerdict> stages) {
    public Passage {
      stages = List.copyOf(stages);
    }
  }

  /// The verdict of a stage.
  ///
  /// @param stage the index of the stage
  /// @param verdicts those of the approvals of the ways that are open; empty if no way is open
  public record StageVerdict(int stage, Chance chance, List<ApproverVerdict> verdicts) {
    public StageVerdict {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// The verdict of one approval.
  ///
  /// @param approver the approval
  /// @param reason the reason for the chance
  /// @param expected the expected vote that counted; empty if there was none
  public record ApproverVerdict(
      ApprovalChain.Approver approver,
      Chance chance,
      Reason reason,
      Optional<ApprovalChain.Expected> expected) {}

  /// The reason for a chance.
  public enum Reason {
    /// It crosses no red line and reaches the baseline.
    POSITION_ACCEPTS,
    /// It crosses a red line, or misses the baseline.
    POSITION_REFUSES,
    /// A vote is expected within a range.
    EXPECTED_VOTE,
    /// The votes of the blocs, each with its range or its position.
    BLOCS,
    /// Nothing is on record.
    NOTHING_ON_RECORD
  }

  public Ratification {
    decisive = List.copyOf(decisive);
    fates = List.copyOf(fates);
  }

  /// Judges the packages that could be signed.
  public static Ratification of(PackageProblem packages, Budget budget) {
    ApprovalChain chain = packages.approvals();
    Problem problem = packages.problem();
    List<Integer> decisive = decisive(chain, problem);
    if (chain.isEmpty()) {
      return new Ratification(packages, List.of(), List.of(), false);
    }
    long combinations = 1;
    for (int point : decisive) {
      combinations =
          Math.min(
              MOST_COMBINATIONS + 1L, combinations * problem.points().get(point).options().size());
    }
    if (combinations > MOST_COMBINATIONS) {
      return new Ratification(packages, decisive, List.of(), true);
    }
    List<Prospect> fates = new ArrayList<>();
    for (int index = 0; index < combinations && !budget.stop().getAsBoolean(); index++) {
      int[] options = new int[problem.points().size()];
      List<Choice> choices = new ArrayList<>();
      Problem settled = problem;
      int rest = index;
      for (int at = decisive.size() - 1; at >= 0; at--) {
        int point = decisive.get(at);
        int size = problem.points().get(point).options().size();
        options[point] = rest % size;
        rest /= size;
        Choice choice = new Choice(point, options[point]);
        choices.addFirst(choice);
        settled = settled.withSettled(choice);
      }
      PackageBound.CountBetween count = signable(settled, budget);
      if (count.atMost().signum() > 0) {
        fates.add(new Prospect(choices, judge(chain, options), count.atLeast(), count.atMost()));
      }
    }
    return new Ratification(packages, decisive, fates, budget.stop().getAsBoolean());
  }

  private static PackageBound.CountBetween signable(Problem settled, Budget budget) {
    Problem distinct = DistinctOutcomes.of(settled);
    if (distinct.signing().atLeast() == distinct.parties().size()) {
      return Zones.find(distinct, distinct.everyone(), budget)
          .findAnswer()
          .map(zone -> new PackageBound.CountBetween(zone.atLeast(), zone.atMost()))
          .orElse(new PackageBound.CountBetween(BigInteger.ZERO, BigInteger.ZERO));
    }
    return Zones.signable(distinct, budget)
        .findAnswer()
        .map(each -> new PackageBound.CountBetween(each.signable(), each.signableAtMost()))
        .orElse(new PackageBound.CountBetween(BigInteger.ZERO, BigInteger.ZERO));
  }

  /// The points on which an approval can depend.
  private static List<Integer> decisive(ApprovalChain chain, Problem problem) {
    Set<Integer> points = new TreeSet<>();
    for (ApprovalChain.ChainStage stage : chain.stages()) {
      for (ApprovalChain.Way way : stage.ways()) {
        way.when().forEach(term -> points.add(term.point()));
        for (ApprovalChain.Approver approver : way.approvers()) {
          approver
              .expected()
              .forEach(each -> each.when().forEach(term -> points.add(term.point())));
          if (approver.expected().isEmpty() && approver.blocs().isEmpty()) {
            of(chain.outsiders().get(approver.outsider()), problem, points);
          }
          for (ApprovalChain.Faction bloc : approver.blocs()) {
            if (bloc.favour().isEmpty()) {
              of(chain.outsiders().get(bloc.outsider()), problem, points);
            }
          }
        }
      }
    }
    return List.copyOf(points);
  }

  private static void of(ApprovalChain.Outsider outsider, Problem problem, Set<Integer> points) {
    outsider.figures().redLines().forEach(line -> points.add(line.point()));
    for (Contingency contingency : outsider.figures().contingencies()) {
      points.add(contingency.choice().point());
      contingency.allOf().forEach(term -> points.add(term.point()));
    }
    if (outsider.figures().baseline() != null) {
      for (int point = 0; point < problem.points().size(); point++) {
        if (outsider.figures().worths().get(point).stream().distinct().count() > 1) {
          points.add(point);
        }
      }
    }
  }

  /// The chance that one package passes, whatever it is worth to those who sign.
  ///
  /// @param options the option of each point; of points that are not decisive any will do
  public static Passage judge(ApprovalChain chain, int[] options) {
    List<StageVerdict> stages = new ArrayList<>();
    for (int index = 0; index < chain.stages().size(); index++) {
      List<ApproverVerdict> verdicts = new ArrayList<>();
      List<Chance> ways = new ArrayList<>();
      for (ApprovalChain.Way way : chain.stages().get(index).ways()) {
        if (way.isOpen(options)) {
          List<ApproverVerdict> needed =
              way.approvers().stream().map(each -> verdict(chain, each, options)).toList();
          verdicts.addAll(needed);
          ways.add(Chance.allOf(needed.stream().map(ApproverVerdict::chance).toList()));
        }
      }
      // Nobody is named who would approve such a package: nothing is known of it.
      Chance chance = ways.isEmpty() ? Chance.UNKNOWN : Chance.anyOf(ways);
      stages.add(new StageVerdict(index, chance, verdicts));
    }
    return new Passage(Chance.allOf(stages.stream().map(StageVerdict::chance).toList()), stages);
  }

  private static ApproverVerdict verdict(
      ApprovalChain chain, ApprovalChain.Approver approver, int[] options) {
    Optional<ApprovalChain.Expected> expected =
        approver.expected().stream().filter(each -> each.holds(options)).findFirst();
    if (approver.rule().isPresent() && expected.isPresent()) {
      VoteQuestion question =
          new VoteQuestion.OfElectorate(
              approver.rule().get(),
              Optional.of(expected.get().favour()),
              expected.get().turnout());
      return new ApproverVerdict(approver, Votes.of(question), Reason.EXPECTED_VOTE, expected);
    }
    if (approver.rule().isPresent() && !approver.blocs().isEmpty()) {
      List<VoteQuestion.Group> blocs = new ArrayList<>();
      for (ApprovalChain.Faction bloc : approver.blocs()) {
        ApprovalChain.Outsider group = chain.outsiders().get(bloc.outsider());
        Optional<Percents> favour =
            bloc.favour().isPresent() || !group.hasPosition()
                ? bloc.favour()
                : Optional.of(accepts(group, options) ? Percents.ALL : Percents.NONE);
        blocs.add(new VoteQuestion.Group(bloc.seats(), favour));
      }
      VoteQuestion question = new VoteQuestion.OfBody(approver.rule().get(), blocs);
      return new ApproverVerdict(approver, Votes.of(question), Reason.BLOCS, expected);
    }
    ApprovalChain.Outsider outsider = chain.outsiders().get(approver.outsider());
    if (!outsider.hasPosition()) {
      return new ApproverVerdict(approver, Chance.UNKNOWN, Reason.NOTHING_ON_RECORD, expected);
    }
    boolean accepts = accepts(outsider, options);
    return new ApproverVerdict(
        approver,
        accepts ? Chance.SURE : Chance.NONE,
        accepts ? Reason.POSITION_ACCEPTS : Reason.POSITION_REFUSES,
        expected);
  }

  private static boolean accepts(ApprovalChain.Outsider outsider, int[] options) {
    Problem.Party figures = outsider.figures();
    long worth = 0;
    for (int point = 0; point < options.length; point++) {
      worth += figures.worths().get(point).get(options[point]);
    }
    return figures.tolerates(options)
        && (figures.baseline() == null || worth >= figures.baseline());
  }
}
