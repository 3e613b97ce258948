package org.parley.bargain.linked;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Proves that no package lies beyond a frontier of two parties: trees of domains, each ended by a
/// [WorthSplit] that rules the corners out.
///
/// A corner is a pair of worths. It is empty if no package is worth at least these to both parties.
/// The corners of a frontier are the steps between its vectors.
///
/// @param parts together they rule out every corner
public record SplitTree(List<Part> parts) {

  /// A pair of worths.
  public record Corner(long first, long second) {

    /// Whether a pair of worths lies in this corner.
    public boolean holds(long one, long other) {
      return one >= first && other >= second;
    }
  }

  /// The proof that some corners are empty.
  ///
  /// @param factors the weight of each party's worth
  /// @param root the tree over all steps of all points
  public record Part(List<Long> factors, List<Corner> corners, ProofNode root) {
    public Part {
      factors = List.copyOf(factors);
      corners = List.copyOf(corners);
    }
  }

  /// A step of a point of the normal form.
  public record SplitStep(int point, int step) {}

  /// A node of a tree.
  public sealed interface ProofNode {

    /// No package of these domains respects the exclusions.
    record Excluded() implements ProofNode {}

    /// Each corner is out of reach of one party, or above the bound.
    ///
    /// @param shares of each bonus at each of its points; of a loss the part charged
    record Closed(List<Long> shares) implements ProofNode {}

    /// Steps that no package in a corner takes are struck out.
    record Struck(List<Long> shares, List<SplitStep> steps, ProofNode rest) implements ProofNode {
      public Struck {
        steps = List.copyOf(steps);
      }
    }

    /// One node for each open step of a point, in ascending order.
    record Branched(int point, List<ProofNode> nodes) implements ProofNode {
      public Branched {
        nodes = List.copyOf(nodes);
      }
    }
  }

  public SplitTree {
    parts = List.copyOf(parts);
  }

  /// A list over numbers that nobody changes any more; boxed ones would take three times the room.
  static List<Long> listOf(long[] numbers) {
    return new Numbers(numbers);
  }

  private static final class Numbers extends AbstractList<Long> implements RandomAccess {

    private final long[] numbers;

    Numbers(long[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public Long get(int index) {
      return numbers[index];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }
}
