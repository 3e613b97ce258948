package org.parley.reading.statements;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;

/// The terms of tellings, kept from one grouping to the next: after a decision nearly all are the
/// same. Claims that stayed on record are told by identity. It holds the terms of the last grouping
/// alone, and changes no answer.
public final class TellingMemory {

  private final Map<Telling, TellingLikeness.Seen> before;
  private final Map<Telling, TellingLikeness.Seen> seen = new HashMap<>();

  /// Claims on record as tellings, and the terms of these.
  private final IdentityHashMap<Claim, Telling> recordedBefore;

  private final IdentityHashMap<Claim, Telling> recorded = new IdentityHashMap<>();
  private final IdentityHashMap<Telling, TellingLikeness.Seen> termsBefore;
  private final IdentityHashMap<Telling, TellingLikeness.Seen> terms = new IdentityHashMap<>();
  private final String language;

  /// @param last the memory of the grouping before; null for none
  /// @param language the language of the tellings, as a BCP 47 tag
  public TellingMemory(@Nullable TellingMemory last, String language) {
    this.language = language;
    TellingMemory known = last != null && last.language.equals(language) ? last : null;
    before = known == null ? Map.of() : known.seen;
    recordedBefore = known == null ? new IdentityHashMap<>() : known.recorded;
    termsBefore = known == null ? new IdentityHashMap<>() : known.terms;
  }

  String language() {
    return language;
  }

  /// A claim on record as a telling.
  Telling onRecord(Claim claim) {
    Telling known = recordedBefore.get(claim);
    Telling telling = known != null ? known : CaseStatements.onRecord(claim);
    recorded.put(claim, telling);
    return telling;
  }

  TellingLikeness.Seen of(Telling telling, Function<Telling, TellingLikeness.Seen> made) {
    if (telling.record() != null) {
      TellingLikeness.Seen known = termsBefore.get(telling);
      TellingLikeness.Seen now = known != null ? known : made.apply(telling);
      terms.put(telling, now);
      return now;
    }
    TellingLikeness.Seen known = before.get(telling);
    return seen.computeIfAbsent(telling, each -> known != null ? known : made.apply(each));
  }
}
