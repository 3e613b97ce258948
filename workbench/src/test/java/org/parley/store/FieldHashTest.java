package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldHashTest {

  /// Of nothing at all, of four bytes of length and a text, and of eight bytes: expected values by
  /// `sha256sum`.
  @Test
  void isTheShaOfLengthsAndBytes() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new FieldHash().hex());
    assertEquals(
        "d04b72a650ce0f8ce4963330a53ee2832733d2baeffff3c1d8e256cca096d120",
        new FieldHash().with("abc").hex());
    assertEquals(
        "38152625db64fb606fc33516c4d84772493859d038b39f1b746679a32ca7b00e",
        new FieldHash().with(258).hex());
  }

  /// No two rows have the same input: an absent text differs from an empty one, and texts cannot
  /// flow into one another.
  @Test
  void everyRowHasAHashOfItsOwn() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    List<String> hashes =
        List.of(
            new FieldHash().with((String) null).hex(),
            new FieldHash().with("").hex(),
            new FieldHash().with("ab").with("c").hex(),
            new FieldHash().with("a").with("bc").hex(),
            new FieldHash().with("abc").hex(),
            new FieldHash().with("abc").with((String) null).hex(),
            new FieldHash().with("abc").with("").hex(),
            new FieldHash().with(noon).hex(),
            new FieldHash().with(noon.plusNanos(1)).hex(),
            new FieldHash().with(noon.plusSeconds(1)).hex(),
            new FieldHash().with(1).hex(),
            new FieldHash().with(2).hex());
    Set<String> different = new HashSet<>(hashes);
    assertEquals(hashes.size(), different.size());
  }
}
