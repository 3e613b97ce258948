package org.parley.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.sequence.control.Derivation;
import org.parley.sequence.control.Derivation.Part;
import org.parley.sequence.control.UncertainNetwork;

/// Checks a proof that no strategy keeps every bound of a network, one reduction at a time.
public final class LoopCheck {

  private static final int NONE = -1;

  /// A bound, plain or a wait for a contingent duration.
  private record Edge(int from, int to, long length, int waitsFor) {}

  /// A flaw of a proof.
  private static final class Unsound extends Exception {
    private final transient Flaw flaw;

    Unsound(Flaw.Code code, Object... arguments) {
      super(code.name());
      flaw = Flaw.of(code, arguments);
    }
  }

  private final UncertainNetwork network;
  private final @Nullable Edge[] derived;

  private LoopCheck(UncertainNetwork network, Derivation proof) {
    this.network = network;
    derived = new Edge[proof.derived().size()];
  }

  /// Verifies that no strategy keeps every bound. Cost: linear in the proof.
  public static Verdict verify(Derivation proof, UncertainNetwork network) {
    try {
      new LoopCheck(network, proof).check(proof);
      return new Verdict.Holds();
    } catch (Unsound e) {
      return new Verdict.Fails(e.flaw);
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private void check(Derivation proof) throws Unsound {
    for (int i = 0; i < derived.length; i++) {
      derived[i] = fold(proof.derived().get(i).parts());
    }
    if (proof.cycle().isEmpty()) {
      throw new Unsound(Flaw.Code.CHAIN_BROKEN, 0);
    }
    long sum = 0;
    int at = edge(proof.cycle().getLast()).to;
    for (Part part : proof.cycle()) {
      Edge edge = edge(part);
      if (part instanceof Part.AtItsLeast || edge.from != at) {
        throw new Unsound(Flaw.Code.CHAIN_BROKEN, proof.cycle().indexOf(part));
      }
      at = edge.to;
      sum = Math.addExact(sum, edge.length);
    }
    if (sum >= 0) {
      throw new Unsound(Flaw.Code.LOOP_CLOSES, sum);
    }
  }

  private Edge fold(List<Part> parts) throws Unsound {
    @Nullable Edge after = null;
    for (Part part : parts.reversed()) {
      Edge edge = edge(part);
      if (after == null) {
        if (part instanceof Part.AtItsLeast) {
          throw new Unsound(Flaw.Code.NOT_A_REDUCTION, part);
        }
        after = edge;
      } else {
        after = plain(join(part, edge, after));
      }
    }
    if (after == null) {
      throw new Unsound(Flaw.Code.NOT_A_REDUCTION, parts);
    }
    return after;
  }

  private static Edge join(Part part, Edge edge, Edge after) throws Unsound {
    if (edge.to != after.from) {
      throw new Unsound(Flaw.Code.NOT_A_REDUCTION, part);
    }
    if (edge.waitsFor != NONE) {
      throw new Unsound(Flaw.Code.NOT_A_REDUCTION, part);
    }
    if (part instanceof Part.AtItsLeast(int contingent)
        && (after.length >= 0 || after.waitsFor == contingent)) {
      throw new Unsound(Flaw.Code.NOT_A_REDUCTION, part);
    }
    return new Edge(edge.from, after.to, Math.addExact(edge.length, after.length), after.waitsFor);
  }

  /// A wait no longer than the least duration ends before the duration can.
  private Edge plain(Edge edge) {
    return edge.waitsFor != NONE && edge.length >= -network.contingents().get(edge.waitsFor).least()
        ? new Edge(edge.from, edge.to, edge.length, NONE)
        : edge;
  }

  private Edge edge(Part part) throws Unsound {
    return switch (part) {
      case Part.Given(int i) -> {
        UncertainNetwork.UpperBound bound = network.bounds().get(i);
        yield new Edge(bound.from(), bound.to(), bound.atMost(), NONE);
      }
      case Part.NoLater(int i) -> {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        yield new Edge(each.from(), each.to(), each.most(), NONE);
      }
      case Part.NoEarlier(int i) -> {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        yield new Edge(each.to(), each.from(), -each.least(), NONE);
      }
      case Part.AtItsLeast(int i) -> {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        yield new Edge(each.from(), each.to(), each.least(), NONE);
      }
      case Part.AtItsMost(int i) -> {
        UncertainNetwork.Contingent each = network.contingents().get(i);
        yield new Edge(each.to(), each.from(), -each.most(), i);
      }
      case Part.Followed(int i) -> {
        Edge edge = derived[i];
        if (edge == null) {
          throw new Unsound(Flaw.Code.NOT_A_REDUCTION, part);
        }
        yield edge;
      }
    };
  }
}
