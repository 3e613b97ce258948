package org.parley.reading.statements;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The terms of tellings, kept from one grouping to the next: after a decision nearly all are the
/// same. It holds those of the last grouping alone, and changes no answer.
public final class TellingMemory {

  private final Map<Telling, TellingLikeness.Seen> before;
  private final Map<Telling, TellingLikeness.Seen> seen = new HashMap<>();
  private final String language;

  /// @param last the memory of the grouping before; null for none
  /// @param language the language of the tellings, as a BCP 47 tag
  public TellingMemory(@Nullable TellingMemory last, String language) {
    this.language = language;
    before = last != null && last.language.equals(language) ? last.seen : Map.of();
  }

  String language() {
    return language;
  }

  TellingLikeness.Seen of(Telling telling, Function<Telling, TellingLikeness.Seen> terms) {
    TellingLikeness.Seen known = before.get(telling);
    return seen.computeIfAbsent(telling, each -> known != null ? known : terms.apply(each));
  }
}
