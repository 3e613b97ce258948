package org.parley.web.api.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The examples of RFC 9110, section 8.8.3.2, and lists.
class EntityTagsTest {

  private static boolean weakly(String header, String tag) {
    return EntityTags.of(header).matchWeakly(tag);
  }

  private static boolean strongly(String header, String tag) {
    return EntityTags.of(header).matchStrongly(tag);
  }

  @Test
  void tagsAreComparedAsTheRfcSays() {
    assertTrue(weakly("W/\"1\"", "W/\"1\"") && !strongly("W/\"1\"", "W/\"1\""));
    assertFalse(weakly("W/\"1\"", "W/\"2\"") || strongly("W/\"1\"", "W/\"2\""));
    assertTrue(weakly("W/\"1\"", "\"1\"") && !strongly("W/\"1\"", "\"1\""));
    assertTrue(weakly("\"1\"", "\"1\"") && strongly("\"1\"", "\"1\""));
    assertTrue(weakly("\"1\"", "W/\"1\"") && !strongly("\"1\"", "W/\"1\""));
  }

  @Test
  void aListHasCommasAlsoWithinTags() {
    assertTrue(strongly("\"a,b\", \"c\"", "\"a,b\""));
    assertTrue(strongly(" \"x\" ,\"c\"", "\"c\""));
    assertFalse(strongly("\"a,b\"", "\"a\""));
  }

  @Test
  void aStarMatchesEverythingAndNoHeaderNothing() {
    assertTrue(weakly("*", "W/\"1\"") && strongly(" * ", "\"1\""));
    assertFalse(EntityTags.of(null).matchWeakly("\"1\""));
    assertFalse(strongly("1", "\"1\""));
  }
}
