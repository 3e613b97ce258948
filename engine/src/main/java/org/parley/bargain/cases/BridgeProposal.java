package org.parley.bargain.cases;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.parley.bargain.Choice;
import org.parley.bargain.clash.PartyDemand;
import org.parley.model.text.Amount;

/// A bridge that nobody has proposed yet, with its cost and effect.
///
/// It is an illustration: the worth of a new option is assumed, as [BridgeMove] says.
///
/// @param move the move
/// @param costs by party that loses something, its cost
/// @param opensAtLeast a lower bound on the distinct packages that all accept with it
/// @param opensAtMost an upper bound; equal if they were counted
public record BridgeProposal(
    BridgeMove move, List<ConcessionCost> costs, BigInteger opensAtLeast, BigInteger opensAtMost) {

  /// A move that changes the problem.
  public sealed interface BridgeMove {

    /// Some points are left open, to be settled later. Assumed: that is worth to each party as
    /// little as its least liked option of the point, and crosses no red line or condition.
    record Defer(Set<Integer> points) implements BridgeMove {
      public Defer {
        points = Set.copyOf(points);
      }
    }

    /// A point is settled in one way first, and in another afterwards. Assumed: that is worth half
    /// of each, and refused by those who refuse one of the two.
    record Phase(int point, int first, int then) implements BridgeMove {}

    /// Parties give up demands, each on condition that the others do. Nothing is assumed: the
    /// options are those on record.
    ///
    /// @param giveUp the demands
    /// @param conditions for each demand that is given up, its new condition
    record Reciprocate(List<PartyDemand> giveUp, List<PartyDemand.OnlyIf> conditions)
        implements BridgeMove {
      public Reciprocate {
        giveUp = List.copyOf(giveUp);
        conditions = List.copyOf(conditions);
      }
    }

    /// Parties give up red lines once acts of others have happened. Assumed: the acts happen.
    ///
    /// @param awaited by red line that is given up, the act
    record Await(List<Awaited> awaited) implements BridgeMove {
      public Await {
        awaited = List.copyOf(awaited);
      }
    }

    /// Parties give up red lines once others give up demands on the order of steps: two conflicts
    /// are settled in one exchange. Assumed: the knot is untied in this way.
    ///
    /// @param linked by red line that is given up, the way out of the knot
    record Link(List<Linked> linked) implements BridgeMove {
      public Link {
        linked = List.copyOf(linked);
      }
    }

    /// The sides of a gap in numbers meet in its middle. Nothing is assumed.
    record Split(List<SplitValue> values) implements BridgeMove {
      public Split {
        values = List.copyOf(values);
      }
    }
  }

  /// An option that a party accepts once an act has happened.
  public record Awaited(PartyDemand demand, Choice conceded, WantedAct act) {}

  /// An option that a party accepts once a knot is untied in its favour.
  public record Linked(PartyDemand demand, Choice conceded, KnotConcession way) {}

  /// The middle of the gap on a quantity.
  ///
  /// @param point the index of the point
  /// @param band the band of the value
  /// @param gap the gap
  public record SplitValue(int point, int band, CommonRange gap) {

    /// The value.
    public Amount value() {
      return gap.middle();
    }
  }

  /// The cost of a move to a party.
  ///
  /// @param party the index of the party
  /// @param point the index of the point
  /// @param loss its loss against its best option of the point, in its own points
  /// @param most the worth of that option: all that it could lose there
  public record ConcessionCost(int party, int point, long loss, long most) {}

  public BridgeProposal {
    costs = List.copyOf(costs);
  }
}
