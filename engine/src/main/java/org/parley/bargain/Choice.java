package org.parley.bargain;

/// One point settled in one way, both as indices into the problem.
///
/// @param point the index of the point
/// @param option the index of the option among those of the point
public record Choice(int point, int option) implements Comparable<Choice> {

  @Override
  public int compareTo(Choice other) {
    return point != other.point
        ? Integer.compare(point, other.point)
        : Integer.compare(option, other.option);
  }
}
