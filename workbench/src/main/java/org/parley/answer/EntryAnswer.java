package org.parley.answer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.store.Entry;

/// A line of the journal. Its number and hashes, which tell of other lines, are for mediators.
///
/// @param before the record as YAML; `null` where it was added
/// @param after the record as YAML; `null` where it was removed
/// @param setAside absent where the change counts
public record EntryAnswer(
    @Nullable Long number,
    Instant at,
    String who,
    String why,
    String kind,
    String id,
    @JsonKey(isNull = true) @Nullable String before,
    @JsonKey(isNull = true) @Nullable String after,
    @Nullable String previous,
    @Nullable String hash,
    @Nullable Boolean setAside) {

  /// The whole line, as its hash covers it.
  public static EntryAnswer of(Entry entry) {
    return of(entry, true, false);
  }

  /// A line of the journal as it may be told.
  ///
  /// @param isWhole whether its number and hashes are told
  /// @param isSetAside whether the record is set aside
  public static EntryAnswer of(Entry entry, boolean isWhole, boolean isSetAside) {
    return new EntryAnswer(
        isWhole ? entry.number() : null,
        entry.at(),
        entry.who(),
        entry.why(),
        entry.change().kind(),
        entry.change().id(),
        entry.change().before(),
        entry.change().after(),
        isWhole ? entry.previous() : null,
        isWhole ? entry.hash() : null,
        isSetAside ? true : null);
  }
}
