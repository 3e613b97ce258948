package org.parley.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Verifies the entries of a journal in order, and keeps the first fault.
final class Auditor {

  private final @Nullable String noted;
  private final Map<String, String> texts = new HashMap<>();
  private String previous = Chain.START;
  private long count;
  private boolean met;
  private Verification.@Nullable Broken broken;

  Auditor(@Nullable String noted) {
    this.noted = noted;
  }

  void look(Entry entry) {
    if (broken != null) {
      return;
    }
    Change change = entry.change();
    String key = change.kind() + " " + change.id();
    if (entry.number() != count + 1) {
      broken = new Verification.Broken(count + 1, "it is missing");
    } else if (!entry.previous().equals(previous)) {
      broken = new Verification.Broken(entry.number(), "it does not follow the entry before it");
    } else if (!Chain.isIntact(entry)) {
      broken = new Verification.Broken(entry.number(), "it was altered after it was recorded");
    } else if (!Objects.equals(texts.get(key), change.before())) {
      broken =
          new Verification.Broken(
              entry.number(), "it changes a text of " + change.id() + " that did not stand");
    }
    if (broken != null) {
      return;
    }
    if (change.after() == null) {
      texts.remove(key);
    } else {
      texts.put(key, change.after());
    }
    previous = entry.hash();
    met |= previous.equals(noted);
    count = entry.number();
  }

  /// The number of intact entries, from the first on.
  long count() {
    return count;
  }

  /// The result of the verification.
  ///
  /// @param number the number of the last entry, as stored in the head
  /// @param hash the hash of the last entry, as stored in the head
  Verification conclude(long number, String hash) {
    if (broken != null) {
      return broken;
    }
    if (number != count || !hash.equals(previous)) {
      return new Verification.Broken(count + 1, "entries at the end are missing");
    }
    if (noted != null && !met) {
      return new Verification.Broken(
          count + 1, "no entry has the hash noted: entries were replaced, or lost at the end");
    }
    return new Verification.Intact(count, previous);
  }
}
