package org.parley.bargain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Who has to accept a package for it to be signed: a least number of parties, and some always.
///
/// @param atLeast how many parties at the least
/// @param always the indices of the parties that can each block it
public record SigningRule(int atLeast, Set<Integer> always) {

  public SigningRule {
    always = Collections.unmodifiableSortedSet(new TreeSet<>(always));
  }

  /// Every one of so many parties has to accept.
  public static SigningRule all(int parties) {
    return new SigningRule(parties, Set.of());
  }

  /// Whether these parties together can sign.
  ///
  /// @param parties the parties that accept, party `i` as bit `i`
  public boolean allows(int parties) {
    return Integer.bitCount(parties) >= atLeast
        && always.stream().allMatch(party -> ((parties >> party) & 1) == 1);
  }
}
