package org.parley.outlook;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.reference.AgreementStage;

/// The codes of an agreement in PA-X.
///
/// @param stage the stage of the process at which it was concluded
/// @param topics the codes of its topics
public record CodedTraits(AgreementStage stage, SortedSet<String> topics) {

  public CodedTraits {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }

  /// Whether it has this stage and all these topics.
  ///
  /// @param asked the stage; null for any
  boolean has(@Nullable AgreementStage asked, Collection<String> all) {
    return (asked == null || asked == stage) && topics.containsAll(all);
  }
}
