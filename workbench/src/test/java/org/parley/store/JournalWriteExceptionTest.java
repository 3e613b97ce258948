package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JournalWriteExceptionTest {

  /// Who is told that nothing was recorded writes it again; who is told the opposite would lose it.
  @Test
  void saysWhetherItIsCertainThatNothingWasRecorded() {
    IllegalStateException cause = new IllegalStateException("unplugged");
    JournalWriteException nothing = JournalWriteException.nothing("the disk is full", cause);
    assertTrue(nothing.isCertain());
    assertSame(cause, nothing.getCause());
    assertTrue(
        String.valueOf(nothing.getMessage())
            .startsWith("Writing the journal: the disk is full. Nothing was recorded. Maybe "));
    JournalWriteException unknown = JournalWriteException.unknown("it was unplugged", cause);
    assertFalse(unknown.isCertain());
    assertTrue(
        String.valueOf(unknown.getMessage())
            .contains("It is not known whether this was recorded. Maybe "));
    JournalWriteException known = unknown.asNothing();
    assertTrue(known.isCertain());
    assertSame(unknown, known.getCause());
    assertEquals(
        JournalWriteException.nothing("it was unplugged", null).getMessage(), known.getMessage());
  }
}
