package org.parley.wording;

import java.util.List;
import org.parley.bargain.PackageBound;
import org.parley.exact.Bound;
import org.parley.exact.Rational;
import org.parley.outlook.plan.FewerRuns;
import org.parley.sequence.SequenceBound;
import org.parley.sources.SourceBound;

/// The wording of bounds, in one language.
public final class BoundWording {

  private final Messages messages;

  public BoundWording(Messages messages) {
    this.messages = messages;
  }

  /// The guarantee in the current language.
  public static String text(Bound bound) {
    return new BoundWording(Messages.current()).say(bound).text();
  }

  /// The guarantee: a clause about packages or sources, a sentence about a sequence or a
  /// simulation.
  public Phrase say(Bound bound) {
    return switch (bound) {
      case PackageBound packages -> packages(packages);
      case SequenceBound sequence -> sequence(sequence);
      case FewerRuns(int runs, int asked) ->
          messages.say("bound.fewer-runs", "runs", runs, "asked", asked);
      case SourceBound(int atLeast) -> messages.say("bound.at-least-sources", "atLeast", atLeast);
    };
  }

  private Phrase packages(PackageBound bound) {
    return switch (bound) {
      case PackageBound.CountBetween(var atLeast, var atMost) ->
          messages.say("bound.count-between", "atLeast", atLeast, "atMost", atMost);
      case PackageBound.SomePivots(int points) ->
          messages.say("bound.some-pivots", "points", points);
      case PackageBound.ByChance(long draws, long asked) ->
          messages.say("bound.by-chance", "draws", draws, "asked", asked, "stopped", draws < asked);
      case PackageBound.NothingFound _ -> messages.say("bound.nothing-found");
      case PackageBound.Cover(List<Long> within) ->
          messages.say(
              "bound.cover", "points", messages.all(within.stream().map(String::valueOf).toList()));
      case PackageBound.CompleteBelow(int changed) ->
          messages.say("bound.complete-below", "changed", changed);
      case PackageBound.SomeClashes(int clashes, int ways) ->
          messages.say("bound.some-clashes", "clashes", clashes, "ways", ways);
      case PackageBound.BestFound(Rational value, Rational atMost) ->
          messages.say(
              "bound.best-found",
              "found",
              value != null,
              "value",
              value == null ? "" : messages.decimal(value),
              "bounded",
              atMost != null,
              "atMost",
              atMost == null ? "" : messages.decimal(atMost));
    };
  }

  private Phrase sequence(SequenceBound bound) {
    return switch (bound) {
      case SequenceBound.SomeKnots(int found) -> messages.say("bound.some-knots", "found", found);
      case SequenceBound.ProofOfAllUnfinished(int witnesses) ->
          messages.say("bound.proof-of-all-unfinished", "witnesses", witnesses);
      case SequenceBound.SomeGroups(int groups) ->
          messages.say("bound.some-groups", "groups", groups);
      case SequenceBound.TooManyWays(int most) -> messages.say("bound.too-many-ways", "most", most);
      case SequenceBound.KnotsMissing _ -> messages.say("bound.knots-missing");
      case SequenceBound.AmountsUnfinished _ -> messages.say("bound.amounts-unfinished");
      case SequenceBound.SomePlans(int found) -> messages.say("bound.some-plans", "found", found);
      case SequenceBound.KeepsAll _ -> messages.say("bound.keeps-all");
      case SequenceBound.ControlUntold _ -> messages.say("bound.control-untold");
      case SequenceBound.ControlUndecided _ -> messages.say("bound.control-undecided");
      case SequenceBound.ClosureUnfinished _ -> messages.say("bound.closure-unfinished");
      case SequenceBound.NotBelow(long atLeast) ->
          messages.say("bound.not-below", "atLeast", atLeast);
      case SequenceBound.SomePairs(int found) -> messages.say("bound.some-pairs", "found", found);
    };
  }
}
