package org.parley.sequence.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.parley.exact.Certificate;

/// The proof that no strategy keeps every bound of a network: bounds that follow one from another,
/// and a cycle of them below 0.
///
/// A bound follows from a row of parts taken from the last to the first. The last may be that a
/// duration is at its most (a wait: whoever is not done must wait for it, or for that long); before
/// it, plain bounds add up; a duration at its least may be put before what is below 0 and is not a
/// wait for that same duration; a wait no shorter than the least of its duration is a plain bound.
/// These are the reductions of Morris and Muscettola (2005). The cycle has plain bounds and waits
/// only: in the world in which every duration is at its most it cannot be kept.
///
/// @param derived the bounds that follow, each from given ones and those before it
/// @param cycle the cycle
public record Derivation(List<Derived> derived, List<Part> cycle) implements Certificate.OfNone {

  /// A bound that follows from others.
  ///
  /// @param parts in the order of the path they make
  public record Derived(List<Part> parts) {
    public Derived {
      parts = List.copyOf(parts);
    }
  }

  /// A bound that a proof uses.
  public sealed interface Part {

    /// A bound of the network, by its place.
    record Given(int bound) implements Part {}

    /// The duration ends at most its most after it begins.
    record NoLater(int contingent) implements Part {}

    /// The duration ends at least its least after it begins.
    record NoEarlier(int contingent) implements Part {}

    /// The duration may turn out at its least.
    record AtItsLeast(int contingent) implements Part {}

    /// The duration may turn out at its most.
    record AtItsMost(int contingent) implements Part {}

    /// One of the bounds derived before.
    record Followed(int derived) implements Part {}
  }

  public Derivation {
    derived = List.copyOf(derived);
    cycle = List.copyOf(cycle);
  }

  /// The cycle in bounds and durations of the network alone, in order, derived bounds replaced by
  /// what they follow from; at most `most` parts of it.
  public List<Part> expanded(int most) {
    List<Part> parts = new ArrayList<>();
    Deque<Part> open = new ArrayDeque<>(cycle);
    while (!open.isEmpty() && parts.size() < most) {
      Part part = open.pop();
      if (part instanceof Part.Followed(int index)) {
        derived.get(index).parts.reversed().forEach(open::push);
      } else {
        parts.add(part);
      }
    }
    return List.copyOf(parts);
  }
}
