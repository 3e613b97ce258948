package org.parley.bargain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// The rule by which acceptance is enough for signature: a least number of parties, some of them
/// required.
///
/// @param atLeast the least number of parties
/// @param always the indices of the parties that can each block
public record SigningRule(int atLeast, Set<Integer> always) {

  public SigningRule {
    always = Collections.unmodifiableSortedSet(new TreeSet<>(always));
  }

  /// Unanimity.
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
