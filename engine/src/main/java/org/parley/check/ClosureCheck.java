package org.parley.check;

import java.util.Optional;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.UncertainNetwork;

/// Checks a proof of dynamic controllability: every bound of a network can be kept whatever others
/// decide.
///
/// The closure must contain all given bounds, be closed under the reductions, and have times that
/// keep all of them.
public final class ClosureCheck {

  private final UncertainNetwork network;
  private final Closure proof;
  private final long[][] plain;
  private final long[][] waits;
  private final Meter meter;

  /// A flaw of a proof.
  private static final class Unsound extends Exception {
    private final transient Flaw flaw;

    Unsound(Flaw.Code code, Object... arguments) {
      super(code.name());
      flaw = Flaw.of(code, arguments);
    }
  }

  private ClosureCheck(UncertainNetwork network, Closure proof, Budget budget) {
    this.network = network;
    meter = new Meter(budget);
    this.proof = proof;
    plain = proof.plain();
    waits = proof.waits();
  }

  /// Verifies that every bound can be kept whatever others decide. Cost: the cube of the moments.
  ///
  /// @param budget a step is one bound composed of two
  public static Verdict verify(Closure proof, UncertainNetwork network, Budget budget) {
    var check = new ClosureCheck(network, proof, budget);
    try {
      check.check();
      return Verdict.of(Optional.empty(), check.meter);
    } catch (Unsound e) {
      return new Verdict.Fails(e.flaw);
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
  }

  private void check() throws Unsound {
    given();
    for (int via = 0; via < network.nodes(); via++) {
      for (int from = 0; from < network.nodes(); from++) {
        if (meter.spend(network.nodes())) {
          return;
        }
        through(from, via);
      }
    }
    for (int i = 0; i < network.contingents().size(); i++) {
      if (isOpen(i)) {
        reduced(i, network.contingents().get(i));
      }
    }
    kept();
  }

  private boolean isOpen(int contingent) {
    UncertainNetwork.Contingent each = network.contingents().get(contingent);
    return each.least() < each.most();
  }

  private void given() throws Unsound {
    if (plain.length != network.nodes()
        || waits.length != network.contingents().size()
        || proof.times().length != network.nodes()) {
      throw new Unsound(Flaw.Code.OTHER_NETWORK);
    }
    for (UncertainNetwork.UpperBound bound : network.bounds()) {
      needs(plain[bound.from()][bound.to()], bound.atMost());
    }
    for (int i = 0; i < waits.length; i++) {
      UncertainNetwork.Contingent each = network.contingents().get(i);
      needs(plain[each.from()][each.to()], each.most());
      needs(plain[each.to()][each.from()], -each.least());
      if (isOpen(i)) {
        needs(waits[i][each.to()], -each.most());
      }
    }
  }

  /// Composes two consecutive bounds, and a bound with a wait.
  private void through(int from, int via) throws Unsound {
    long first = plain[from][via];
    if (first == Closure.FAR) {
      return;
    }
    for (int to = 0; to < network.nodes(); to++) {
      if (plain[via][to] != Closure.FAR) {
        needs(plain[from][to], Math.addExact(first, plain[via][to]));
      }
    }
    for (int i = 0; i < waits.length; i++) {
      if (isOpen(i) && waits[i][via] != Closure.FAR) {
        needs(waits[i][from], Math.addExact(first, waits[i][via]));
      }
    }
  }

  private void reduced(int contingent, UncertainNetwork.Contingent link) throws Unsound {
    for (int to = 0; to < network.nodes(); to++) {
      if (plain[link.to()][to] < 0) {
        needs(plain[link.from()][to], Math.addExact(link.least(), plain[link.to()][to]));
      }
    }
    for (int other = 0; other < waits.length; other++) {
      if (other != contingent && isOpen(other) && waits[other][link.to()] < 0) {
        needs(waits[other][link.from()], Math.addExact(link.least(), waits[other][link.to()]));
      }
    }
    for (int from = 0; from < network.nodes(); from++) {
      long wait = waits[contingent][from];
      if (wait != Closure.FAR && wait >= -link.least()) {
        needs(plain[from][link.from()], wait);
      }
    }
  }

  private void kept() throws Unsound {
    long[] times = proof.times();
    for (int from = 0; from < network.nodes(); from++) {
      for (int to = 0; to < network.nodes(); to++) {
        keeps(times[from], times[to], plain[from][to]);
      }
      for (int i = 0; i < waits.length; i++) {
        if (isOpen(i)) {
          keeps(times[from], times[network.contingents().get(i).from()], waits[i][from]);
        }
      }
    }
  }

  private static void keeps(long from, long to, long atMost) throws Unsound {
    if (atMost != Closure.FAR && Math.subtractExact(to, from) > atMost) {
      throw new Unsound(Flaw.Code.DATES_BREAK, from, to, atMost);
    }
  }

  private static void needs(long held, long atMost) throws Unsound {
    if (held > atMost) {
      throw new Unsound(Flaw.Code.BOUND_MISSING, atMost);
    }
  }
}
