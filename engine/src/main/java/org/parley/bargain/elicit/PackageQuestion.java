package org.parley.bargain.elicit;

import java.util.List;

/// "This or that?": two packages, by point the option of each.
public record PackageQuestion(List<Integer> first, List<Integer> second) {
  public PackageQuestion {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }
}
