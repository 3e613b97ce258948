package org.parley.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.model.source.SourceId;

/// The smallest set of sources whose falsity changes an answer about a case.
///
/// @param sources the set, in the order of the view; empty if none was found
/// @param otherwise the answer if they are false; null if none was found
public record WeakestSources<A>(List<SourceId> sources, @Nullable A otherwise) {

  public WeakestSources {
    sources = List.copyOf(sources);
  }

  /// States that the set changes the answer, and that no set of fewer sources does.
  public record Smallest(WeakestSources<?> weakest) implements Certificate.OfAnswer {}

  /// Whether a set was found.
  public boolean isFound() {
    return !sources.isEmpty();
  }

  /// The least size of a set that changes the answer, by a finding with this set.
  public static int atLeast(Finding<? extends WeakestSources<?>> found) {
    return found instanceof Finding.Bounded<?>(_, SourceBound(int atLeast), _)
        ? atLeast
        : found.findAnswer().map(each -> each.sources().size()).orElse(0);
  }
}
