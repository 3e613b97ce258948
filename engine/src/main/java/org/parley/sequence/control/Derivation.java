package org.parley.sequence.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.parley.exact.Certificate;

/// The proof that a network is not dynamically controllable: bounds derived one from another, and a
/// negative cycle of them.
///
/// A bound is derived from a path of parts, read from the last to the first. The last may be the
/// largest length of a duration, which makes the bound a wait for its end. Before it, plain bounds
/// add up. The least length of a duration may precede a negative bound that is not a wait for that
/// same duration. A wait no longer than the least of its duration is a plain bound. These are the
/// reductions of Morris and Muscettola (2005).
///
/// The cycle contains plain bounds and waits only: with every duration at its largest it cannot be
/// kept.
///
/// @param derived the derived bounds, each from given and earlier ones
/// @param cycle the cycle
public record Derivation(List<Derived> derived, List<Part> cycle) implements Certificate.OfNone {

  /// A derived bound.
  ///
  /// @param parts in the order of their path
  public record Derived(List<Part> parts) {
    public Derived {
      parts = List.copyOf(parts);
    }
  }

  /// A part of a proof.
  public sealed interface Part {

    /// A bound of the network, by index.
    record Given(int bound) implements Part {}

    /// The duration ends at most its greatest length after it begins.
    record NoLater(int contingent) implements Part {}

    /// The duration ends at least its least length after it begins.
    record NoEarlier(int contingent) implements Part {}

    /// The duration may have its least length.
    record AtItsLeast(int contingent) implements Part {}

    /// The duration may have its greatest length.
    record AtItsMost(int contingent) implements Part {}

    /// An earlier derived bound.
    record Followed(int derived) implements Part {}
  }

  public Derivation {
    derived = List.copyOf(derived);
    cycle = List.copyOf(cycle);
  }

  /// The cycle in bounds and durations of the network, with derived bounds expanded; at most `most`
  /// parts of it.
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
